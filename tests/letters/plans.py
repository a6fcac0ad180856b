"""Twenty plans as families and a teacher might make them: the lines that were typed, and their talks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from store.domain.board import FIRST, AgendaPoint, Agreement
from store.domain.people import Carer, Presence, Pupil, Voice
from store.domain.plan import ContactMoment, InformationMoment
from store.domain.school import School
from store.domain.talk import Slot, Talk
from store.planline.agreement import read_agreement
from store.planline.read import read_line
from store.planline.reading import Names
from tests.planline.year import YEAR

DAY = date(2026, 8, 25)
SCHOOL = School(teacher="juf Els", year=YEAR)
NOW = datetime(2026, 8, 25, 11, 40, tzinfo=UTC)


@dataclass(frozen=True)
class Plan:
    """What was typed at one table. A line that could not be read is kept as typed."""

    name: str
    pupil: str
    carers: tuple[str, ...]
    lines: tuple[str, ...]
    agreements: tuple[str, ...] = ()
    goal: str = ""
    later: tuple[str, ...] = ()
    information: InformationMoment | None = None
    others: tuple[str, ...] = ()
    first_contact: int | None = None
    addressed: tuple[str, ...] = ()

    def talk(self) -> Talk:
        """The talk with all of it."""
        first, _, last = self.pupil.partition("|")
        called = dict(enumerate(self.addressed))
        carers = tuple(
            Carer(id=f"c{n}", name=name, addressed=called.get(n, "")) for n, name in enumerate(self.carers)
        )
        pupil = Pupil(id="p", first_name=first, last_name=last, carers=carers)
        names = Names((first,), self.carers, ("juf Els",))
        here = Presence(carers=tuple(each.id for each in carers), others=self.others)
        talk = Talk(id="t", slot=Slot(start=datetime(2026, 8, 25, 13, 40)), pupil=pupil, teacher="juf Els")
        talk = talk.begin(NOW, here).plan_moments(*(m for line in self.lines for m in moments(line, names)))
        for at, text in enumerate(self.agreements):
            read = read_agreement(text, DAY, YEAR, names)
            told = {"who": read.who, "side": read.side, "when": read.when, "when_text": read.when_text}
            talk = talk.agree(replace(Agreement(id=f"a{at}", text=text), **told))  # type: ignore[arg-type]
        for at, text in enumerate(self.later):
            talk = talk.raise_point(AgendaPoint(id=f"q{at}", voice=Voice.PUPIL, text=text, later=FIRST))
        if self.first_contact is not None:
            talk = talk.arrange(replace(talk.arrangements, first_contact=f"c{self.first_contact}"))
        return talk.set_goal(self.goal).answer_information(self.information or InformationMoment())


def moments(line: str, names: Names) -> tuple[ContactMoment, ...]:
    """The moments of a line; one that could not be read stays as it was typed."""
    reading = read_line(line, DAY, YEAR, names)
    if not reading.ok:
        first, codes = reading.moments[0], {problem.code for problem in reading.errors}
        if first.channel is None or not codes <= {"impossible_date", "incomplete"}:
            return (ContactMoment(id=line, text=line),)
        return (replace(first, id=line, when=None),)
    return tuple(replace(moment, id=f"{line}/{at}") for at, moment in enumerate(reading.moments))


PLANS = (
    Plan(
        "marinka",
        "Marinka|de Groot",
        ("Anja de Groot", "Peter de Groot"),
        (
            "juf belt ouders week na rapport 1 en 2: nog bijzonderheden?",
            "evaluatie op school begin juni met Marinka en ouders: doelen gehaald?",
        ),
        ("juf vraagt Marinka over twee weken naar de beurten", "ouders oefenen elke dag lezen"),
        goal="Marinka durft in de kring te vertellen",
        later=("naast Lotte zitten",),
        first_contact=0,
    ),
    Plan(
        "hamit",
        "Hamit|Yıldız",
        ("Emre Yıldız",),
        ("huisbezoek do 4 feb 15:30 met Hamit: thuis leren kennen, en verdere afspraken",),
    ),
    Plan("selma", "Selma|Aydın", ("Fatma Aydın",), ("Selma mailt zelf als het nodig is",)),
    Plan(
        "bas-jan",
        "Bas Jan|van der Meulen",
        ("Karin van der Meulen", "Joost van der Meulen"),
        ("gesprek zonder Bas Jan do 12 nov 19:30, zijn ouders leggen hem uit waarom: hoe gaat het",),
    ),
    Plan(
        "kirsten",
        "Kirsten|O'Neill",
        ("Maeve O'Neill", "Liam O'Neill"),
        ("coach belt ouders in november en in maart", "Kirsten regelt al het andere contact zelf"),
    ),
    Plan("arranges-it", "Selma|Aydın", ("Fatma Aydın",), ("Selma regelt het contact zelf, mail zo nodig",)),
    Plan(
        "arranges-the-rest",
        "Kirsten|O'Neill",
        ("Maeve O'Neill",),
        ("coach belt Maeve in november", "lln regelt rest zelf, app of mail zn"),
    ),
    Plan(
        "nobody-explains",
        "Noor|Hoekstra",
        ("Wietske Hoekstra", "Jelle Hoekstra"),
        ("gesprek zonder kind 12 nov 15:30-16:00: slapen",),
    ),
    Plan(
        "without-father",
        "Yousef|al-Khatib",
        ("Rania al-Khatib", "Samir al-Khatib"),
        ("bellen met moeder, zonder vader, in maart: taal",),
    ),
    Plan(
        "grandparents",
        "Liv|Bosman",
        ("Mark Bosman", "Eline Kuipers"),
        ("gesprek op school met opa en oma erbij eind november: oppassen na school", "opa belt juf zo nodig"),
        others=("opa Henk",),
    ),
    Plan("when-sad", "Zuzanna|Wójcik", ("Agnieszka Wójcik",), ("moeder belt juf als ze verdrietig is",)),
    Plan(
        "in-doubt",
        "Tim|Bakker",
        ("Joke Bakker", "Piet Bakker"),
        ("bij twijfel bellen", "mail zo nodig", "rond 12 nov gesprek met tolk, tenzij hij ziek is"),
    ),
    Plan(
        "parro",
        "Aisha|Bouali",
        ("Samira Bouali",),
        ("juf stuurt elke vrijdag een bericht via Parro: hoe de week ging",),
    ),
    Plan("every-six-weeks", "Finn|Smit", ("Eva Smit", "Rob Smit"), ("elke 6 weken mailen vanaf november",)),
    Plan(
        "tuesdays", "Sem|Vos", ("Ina Vos",), ("elke dinsdag om 15:30 bellen vanaf 1 september tot de kerst",)
    ),
    Plan("twice-a-year", "Lotte|Dekker", ("Ans Dekker", "Bert Dekker"), ("2x per jaar op school",)),
    Plan(
        "as-typed",
        "Mees|Visser",
        ("Tineke Visser",),
        ("rond de kerst kijken we hoe of wat, juf weet er meer van", "moeder kan maandag niet bellen"),
    ),
    Plan(
        "to-be-set",
        "Daan|Mulder",
        ("Roos Mulder", "Kees Mulder"),
        ("bellen in de week van 9 november", "juf belt ouders 31 november: de indicatie"),
        later=("de nieuwe bril",),
    ),
    Plan(
        "video-and-mentor",
        "Julia|Peters",
        ("Mia Peters", "Hans Peters"),
        ("videobellen via teams di 3 nov 16:00 20 min met IB'er erbij: dyslexie",),
        ("vader belt de logopedist voor 1 oktober", "juf mailt maandag de boekenlijst"),
    ),
    Plan(
        "before-christmas",
        "Omar|El Idrissi",
        ("Naima El Idrissi", "Karim El Idrissi"),
        ("ouders mailen juf voor de kerst: hoe gaat het thuis", "vader belt juf in april"),
        information=InformationMoment(topic="veilig internet", when="in november"),
    ),
    Plan(
        "notebook",
        "Evi|Jansen",
        ("Sanne Jansen",),
        ("heen-en-weerschrift elke week", "u mag altijd bellen", "heeft u vragen dan mag u altijd appen"),
        ("na de herfst een ander tafelgroepje",),
    ),
    Plan(
        "one-of-two-ways",
        "Noa|Prins",
        ("Jet Prins", "Arie Prins"),
        (
            "app of mail zn",
            "juf belt of mailt de ouders in nov: rekenen",
            "u mag altijd bellen of appen",
            "op school of bellen 12 nov over de toets",
            "huisbezoek of gesprek op school in mei: de verhuizing",
        ),
    ),
    Plan(
        "each-other",
        "Ravi|Sharma",
        ("Priya Sharma", "Anil Sharma"),
        ("appen met elkaar in mei, bellen 1x per week op donderdag in juni",),
    ),
    Plan(
        "as-addressed",
        "Teun|de Boer",
        ("Wilma de Boer", "Koos de Boer"),
        (
            "juf belt Wilma in november: hoe gaat het",
            "Koos mailt juf in maart",
            "gesprek op school zonder Wilma 12 nov",
        ),
        first_contact=0,
        addressed=("mevrouw De Boer",),
    ),
    Plan(
        "by-themselves",
        "Noor|de Wit",
        ("Anja de Wit", "Bo de Wit"),
        (
            "wie tijd heeft belt in nov",
            "Noor houdt haar ouders zelf op de hoogte",
            "gesprek 24 nov 14u met de diëtist erbij: eten",
            "als Noor verdrietig is belt moeder meteen",
            "gesprek in feb met vader erbij",
        ),
    ),
    Plan(
        "goes-on",
        "Fenna|Postma",
        ("Sietske Postma", "Jan Postma"),
        (
            "kort bellen 12 nov over lezen",
            "huisbezoek direct na rapport 1 om opa te leren kennen, met Fenna",
            "gesprek 24 nov 14u vader via teams erbij",
            "gesprek zonder Fenna in jan, haar ouders leggen haar uit waarom",
            "heeft u vragen dan mag u altijd appen",
            "juf belt moeder en vader, los van elkaar, in maart: hoe gaat het",
            "vanavond laat mailen",
            "ouders en juf houden elkaar op de hoogte",
        ),
    ),
)

"""The five families of DOMAIN §4 on the closing screen, as a teacher types their plans; keys are counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.domain.people import Carer, Presence
from store.domain.plan import Channel, CommunicationPlan, ContactMoment, Initiative, When, WhenKind
from store.domain.talk import Talk, TalkState
from store.files.repository import Repository
from store.language import Translator
from tests.planline.year import YEAR
from tests.terminal.afternoon import Afternoon, Privacy
from tests.terminal.screen import ENTER, F6, F9, Terminal

DAY = date(2026, 8, 25)
EVENING = When(kind=WhenKind.DATETIME, datetime=datetime(2026, 11, 12, 19, 30))
ON_DEMAND = When(kind=WhenKind.ON_DEMAND)
ALL, NOT_THE_PUPIL, NOT_THE_PARENTS = (
    ("pupil", "parents", "teacher"),
    ("parents", "teacher"),
    ("pupil", "teacher"),
)
pytestmark = pytest.mark.terminal


def period(start: date, end: date, anchor: str = "") -> When:
    return When(kind=WhenKind.RANGE, start=start, end=end, anchor=anchor)


def moment(
    channel: Channel,
    when: When,
    present: tuple[str, ...],
    purpose: str = "",
    initiative: Initiative | None = None,
) -> ContactMoment:
    return ContactMoment(
        id="", text="", channel=channel, when=when, present=present, purpose=purpose, initiative=initiative
    )


@dataclass(frozen=True)
class Family:
    """A family of the field notes: the lines its plan is typed in, the live reading, what is to be stored."""

    name: str
    lines: tuple[str, ...]
    live: tuple[str, ...]
    plan: tuple[ContactMoment, ...]

    @property
    def beyond_text(self) -> int:
        """F9, Enter behind each line, `-` and Enter for no information moment, F9."""
        return len(self.lines) + 4


FAMILIES = (
    Family(
        "Marinka de Groot",
        (
            "juf belt ouders week na rapport 1 en 2: nog bijzonderheden?",
            "evaluatie op school begin juni met Marinka en ouders: doelen gehaald?",
        ),
        (
            "ma 1 – vr 5 feb 2027 + ma 28 jun – vr 2 jul 2027 · bellen · juf Els → ouders",
            "di 1 – do 10 jun 2027 · op school · Marinka, ouders en juf Els · doelen gehaald?",
        ),
        (
            moment(
                Channel.PHONE, period(date(2027, 2, 1), date(2027, 2, 5), "report:1"), NOT_THE_PUPIL,
                "nog bijzonderheden?", Initiative.TEACHER,
            ),
            moment(
                Channel.PHONE, period(date(2027, 6, 28), date(2027, 7, 2), "report:2"), NOT_THE_PUPIL,
                "nog bijzonderheden?", Initiative.TEACHER,
            ),
            moment(Channel.VISIT, period(date(2027, 6, 1), date(2027, 6, 10)), ALL, "doelen gehaald?"),
        ),
    ),
    Family(
        "Hamit Yıldız",
        ("huisbezoek do 4 feb 15:30 met Hamit: thuis leren kennen, dan verder afspreken",),
        ("do 4 feb 2027 15:30 · huisbezoek · Hamit en juf Els · thuis leren kennen",),
        (
            moment(
                Channel.HOME_VISIT, When(kind=WhenKind.DATETIME, datetime=datetime(2027, 2, 4, 15, 30)),
                NOT_THE_PARENTS, "thuis leren kennen, dan verder afspreken",
            ),
        ),
    ),
    Family(
        "Selma Aydın",
        ("Selma mailt zelf als het nodig is",),
        ("zo nodig · mailen · Selma → juf Els",),
        (moment(Channel.MAIL, ON_DEMAND, NOT_THE_PARENTS, initiative=Initiative.PUPIL),),
    ),
    Family(
        "Bas Jan van der Meulen",
        ("gesprek met ouders zonder Bas Jan do 12 nov 19:30: hoe gaat het",),
        ("do 12 nov 2026 19:30 · op school · ouders en juf Els · hoe gaat het",),
        (moment(Channel.VISIT, EVENING, NOT_THE_PUPIL, "hoe gaat het"),),
    ),
    Family(
        "Kirsten O'Neill",
        ("bellen ouders en coach in november en maart", "Kirsten regelt de rest zelf, mail zo nodig"),
        ("november 2026 + maart 2027 · bellen · ouders en juf Els", "zo nodig · mailen · Kirsten → juf Els"),
        (
            moment(Channel.PHONE, period(date(2026, 11, 1), date(2026, 11, 30)), NOT_THE_PUPIL),
            moment(Channel.PHONE, period(date(2027, 3, 1), date(2027, 3, 31)), NOT_THE_PUPIL),
            moment(Channel.MAIL, ON_DEMAND, NOT_THE_PARENTS, initiative=Initiative.PUPIL),
        ),
    ),
)  # fmt: skip


@dataclass
class Keyboard:
    """Counts every key that goes to the window."""

    window: Terminal
    keys: int = 0

    def press(self, *keys: str) -> None:
        """Keys beside the text."""
        self.keys += len(keys)
        self.window.send(*keys)

    def text(self, text: str) -> None:
        """A text, seen on the line before the next key."""
        self.keys += len(text)
        self.window.send(text)
        self.window.shows(text[-12:])

    def enter(self) -> None:
        """Enter; the line has landed when it is empty again."""
        self.press(ENTER)
        self.window.matches(r"› *$")


@pytest.fixture
def at_the_table(tmp_path: Path, opened: Callable[..., Terminal]) -> Callable[..., Afternoon]:
    """Opens the app with one family, the school's calendar and juf Els, and begins the talk."""

    def begin(name: str, *, before: Callable[[Talk], SchoolDay] | None = None) -> Afternoon:
        with Repository(tmp_path / "data", new_id=lambda: "unused") as repository:
            school = replace(repository.school(DAY), year=YEAR, teacher="juf Els")
            repository.save_school(DAY, replace(school, revision=school.revision + 1))
            day = repository.day(DAY)
            talk = next(each for each in day.talks if each.pupil.full_name == name)
            talk = replace(talk, teacher="juf Els")
            repository.save(replace(day, talks=(talk,), revision=day.revision + 1))
            if before is not None:
                repository.save(before(talk))
        teacher = Afternoon(opened(), Translator("nl"), Privacy(()))
        teacher.next_family(name)
        teacher.begin()
        return teacher

    return begin


def stored(folder: Path) -> Talk:
    return Repository.reading(folder / "data").day(DAY).talks[0]


def meaning(each: ContactMoment) -> ContactMoment:
    """The moment without its id and without the words it was typed in."""
    return replace(each, id="", text="", when_text="", who=())


@pytest.mark.parametrize("family", FAMILIES, ids=[family.name.split()[0] for family in FAMILIES])
def test_a_family_of_the_field_notes_gets_its_plan_in_a_few_keys(
    family: Family, at_the_table: Callable[..., Afternoon], tmp_path: Path
) -> None:
    teacher = at_the_table(family.name)
    with teacher.window as window:
        keyboard = Keyboard(window)
        keyboard.press(F9)
        teacher.at_the_closing()
        for number, (line, live) in enumerate(zip(family.lines, family.live, strict=True)):
            keyboard.text(line)
            window.shows(live)
            keyboard.enter()
            if number == 0:
                keyboard.text("-")
                keyboard.enter()
                window.lacks("Informatiemoment  ")
        keyboard.press(F9)
        teacher.behind_the_curtain()
        assert teacher.stop() == 0
    talk = stored(tmp_path)
    assert talk.state is TalkState.FINISHED
    assert [meaning(each) for each in talk.plan.moments] == list(family.plan)
    assert talk.made_with is not None
    assert talk.made_with.pupil
    beyond = keyboard.keys - sum(len(line) for line in family.lines)
    print(f"{family.name:24} {beyond} keys beyond the text, {keyboard.keys} in all")
    assert beyond == family.beyond_text


def test_an_agreement_that_names_channel_and_time_is_a_contact_moment_and_says_so_first(
    at_the_table: Callable[..., Afternoon], tmp_path: Path
) -> None:
    teacher = at_the_table("Hamit Yıldız")
    with teacher.window as window:
        window.send("! bellen")
        window.matches(r"^ *afspraak › *! bellen")
        window.send(" do 12 nov 15:30")
        window.matches(r"^ *contactmoment › *! bellen do 12 nov 15:30")
        assert not stored(tmp_path).plan.moments
        window.send(ENTER)
        window.matches(r"› *$")
        assert teacher.stop() == 0
    (kept,) = stored(tmp_path).plan.moments
    assert kept.when is not None
    assert kept.when.datetime == datetime(2026, 11, 12, 15, 30)
    assert not stored(tmp_path).agreements


def last_year(talk: Talk, *lines: str) -> SchoolDay:
    """A day a year ago on which the same family made a plan of these lines."""
    day = DAY - timedelta(days=364)
    moments = tuple(
        ContactMoment(id=f"old-{n}", text=line, channel=Channel.PHONE, when=ON_DEMAND)
        for n, line in enumerate(lines)
    )
    earlier = replace(
        talk,
        id="old",
        slot=replace(talk.slot, start=datetime.combine(day, talk.slot.start.time())),
        plan=CommunicationPlan(moments=moments),
        state=TalkState.FINISHED,
        made_with=Presence(),
        revision=1,
    )
    return SchoolDay(date=day, talks=(earlier,), revision=1)


def test_one_key_puts_the_lines_of_last_year_on_the_line(
    at_the_table: Callable[..., Afternoon], tmp_path: Path
) -> None:
    lines = ("bellen in november: hoe slaapt hij", "mail zo nodig")
    teacher = at_the_table("Hamit Yıldız", before=lambda talk: last_year(talk, *lines))
    with teacher.window as window:
        window.send(F9)
        teacher.at_the_closing()
        window.send(F6)
        window.matches(r"› *bellen in november: hoe slaapt hij *$")
        window.shows("november 2026 · bellen")
        window.send(ENTER)
        window.matches(r"› *$")
        window.send(F6)
        window.matches(r"› *mail zo nodig *$")
        window.send(ENTER)
        window.matches(r"› *$")
        assert teacher.stop() == 0
    assert [each.text for each in stored(tmp_path).plan.moments] == list(lines)
    assert stored(tmp_path).plan.moments[0].when == period(date(2026, 11, 1), date(2026, 11, 30))


def test_the_lines_of_last_year_never_reach_another_audience(
    at_the_table: Callable[..., Afternoon],
) -> None:
    def with_another(talk: Talk) -> SchoolDay:
        stranger = replace(talk.pupil, carers=(Carer(id="other", name="Somebody Else"),))
        return last_year(replace(talk, pupil=stranger), "bellen in november: geheim")

    teacher = at_the_table("Hamit Yıldız", before=with_another)
    with teacher.window as window:
        window.send(F9)
        teacher.at_the_closing()
        window.send(F6)
        window.shows(teacher.t("There is no plan of last year for this family."))
        assert "geheim" not in window.text
        assert teacher.stop() == 0

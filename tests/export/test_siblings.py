"""What is one child's of the two is nowhere in what is made for the other; what is shared is counted once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from store.domain.board import AgendaPoint, Agreement
from store.domain.overview.group import Roll, overviews
from store.domain.people import Pupil, Voice
from store.domain.plan import CommunicationPlan, InformationMoment
from store.domain.siblings import sheet_of
from store.domain.talk import Talk
from store.export.formats import EXPORTERS, Order
from store.export.letter import letter_lines
from store.export.pupil_text import pupil_text
from store.export.summary import day_summary, summary_text
from store.export.telling import COVERED, IN_FULL, SIMPLY
from store.language import Translator
from tests.export.families import ANJA, DAY, PETER, SCHOOL, evaluation, phone_call, school_day, talk_of

NL = Translator("nl")
NOW = datetime(2026, 8, 25, 18, tzinfo=UTC)


def pupil(name: str) -> Pupil:
    return Pupil(id=name.lower(), first_name=name, infix="de", last_name="Wit", carers=(ANJA, PETER))


def twins() -> Talk:
    """A finished talk: each child with a point, an agreement and a moment, and a moment they share."""

    def own(at: int, name: str) -> tuple[AgendaPoint, Agreement]:
        return (
            AgendaPoint(id=f"p{at}", voice=Voice.PUPIL, text=f"geheim{name}", pupil_ids=(name.lower(),)),
            Agreement(id=f"a{at}", text=f"afspraak{name}", pupil_ids=(name.lower(),)),
        )

    talk = talk_of(pupil("Daan"), siblings=(pupil("Sanne"),))
    (daans, agreed_with_daan), (sannes, agreed_with_sanne) = own(1, "Daan"), own(2, "Sanne")
    about = {"daan": "leesDaan", "sanne": "rekenSanne"}
    calls = tuple(
        replace(phone_call(f"m-{each}"), pupil_ids=(each,), purpose=text) for each, text in about.items()
    )
    talk = replace(
        talk,
        points=(daans, sannes, AgendaPoint(id="p3", voice=Voice.CARER, text="samen in de klas")),
        agreements=(agreed_with_daan, agreed_with_sanne),
        plan=CommunicationPlan(moments=(evaluation(), *calls)),
        information=InformationMoment(topic="Lezen"),
    )
    return talk.begin(NOW, talk.invited).finish(NOW)


DAANS, SANNES = ("geheimDaan", "afspraakDaan", "leesDaan"), ("geheimSanne", "afspraakSanne", "rekenSanne")


def test_nothing_of_one_child_is_in_what_is_made_for_the_other() -> None:
    talk = twins()
    for own, name, others in ((DAANS, "daan", SANNES), (SANNES, "sanne", DAANS)):
        sheet = sheet_of(talk, name)
        texts = [pupil_text(sheet, SCHOOL, NL)]
        texts += ["\n".join(letter_lines(sheet, SCHOOL, NL, told)) for told in (IN_FULL, SIMPLY, COVERED)]
        for text in texts:
            assert not [word for word in others if word in text]
            assert "samen in de klas" in text
            assert "doelen gehaald" in text
        assert all(word in texts[0] for word in own)
        assert all(word in texts[1] for word in own)


def test_each_letter_greets_its_own_child_and_names_both_where_both_are_meant() -> None:
    letter = "\n".join(letter_lines(sheet_of(twins(), "sanne"), SCHOOL, NL))
    assert letter.startswith("Beste Sanne, Anja de Groot en Peter de Groot,")
    assert "praten Sanne, Daan, de ouders en juf Els" in letter
    assert "Voor Sanne: in de week van maandag 1 februari" in letter


def test_the_exported_calendars_are_the_teachers_with_every_moment_once_and_one_for_each_child() -> None:
    order = Order(school_day(twins()), SCHOOL, NL, NOW, names=True)
    mine, daans, sannes = EXPORTERS["ics"](order)
    assert mine.content.count(b"BEGIN:VEVENT") == 3
    assert (daans.stem, sannes.stem) == ("2026-08-25-1340-1-Daan", "2026-08-25-1340-2-Sanne")
    assert (b"leesDaan" in daans.content, b"rekenSanne" in daans.content) == (True, False)
    assert (b"leesDaan" in sannes.content, b"rekenSanne" in sannes.content) == (False, True)
    uids = [
        {line for line in each.content.splitlines() if line.startswith(b"UID")} for each in (daans, sannes)
    ]
    assert len(uids[0] & uids[1]) == 1


def test_the_teachers_own_summary_counts_what_they_share_once() -> None:
    summary = day_summary(school_day(twins()), SCHOOL)
    assert [(week.count, week.perhaps) for week in summary.weeks if week.any] == [(2, 0), (0, 1), (0, 1)]
    assert [topic.count for topic in summary.topics] == [1]
    text = summary_text(school_day(twins()), SCHOOL, NL)
    assert "Daan en Sanne de Wit, 13:40" in text
    assert all(text.count(word) == 1 for word in (*DAANS, *SANNES))
    for kind in ("md", "txt"):
        (sheet,) = EXPORTERS[kind](Order(school_day(twins()), SCHOOL, NL, NOW))
        assert all(word.encode() in sheet.content for word in (*DAANS, *SANNES))


def test_when_something_is_stands_out_also_where_it_is_for_one_of_them() -> None:
    items = [IN_FULL.moment(each, twins(), SCHOOL, NL) for each in twins().plan.moments]
    assert [each.text[: each.lead] for each in items][:2] == [
        "Begin juni 2027 (1 t/m 10 juni)",
        "Voor Daan: in de week van maandag 1 februari 2027",
    ]


def test_in_the_tables_of_two_groups_what_they_share_is_counted_once() -> None:
    daan, (sanne,) = twins().pupil, twins().siblings
    talk = replace(twins(), pupil=replace(daan, group="3"), siblings=(replace(sanne, group="5"),))
    roll = Roll.of_days([school_day(talk)])
    found = {each.group: each for each in overviews(roll, SCHOOL, SCHOOL.year_of(DAY))}
    assert [sum(week.count for week in found[group].weeks) for group in ("3", "5")] == [1, 1], "a call each"
    assert [sum(week.perhaps for week in found[group].weeks) for group in ("3", "5")] == [2, 0], "June once"

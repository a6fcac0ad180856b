from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from store.domain.board import AgendaPoint, Agreement, Note, Outlook
from store.domain.day import SchoolDay
from store.domain.people import Carer, Presence, Pupil, Voice
from store.domain.plan import CommunicationPlan, InformationMoment
from store.domain.school import School
from store.domain.talk import Occasion, Slot, Talk, TalkState
from store.domain.year.sequel import Followed
from store.export.letter import letter_lines
from store.export.pupil_text import pupil_text
from store.export.summary import summary_text
from store.language import Translator
from tests.export.families import RANIA, SAMIR, SCHOOL, marinka, phone_call, yousef
from tests.export.hostile import HOSTILE, STEERING

NL = Translator("nl")


def test_first_comes_what_was_agreed_then_the_points_by_voice_with_their_notes() -> None:
    assert letter_lines(marinka(), SCHOOL, NL) == (
        "Beste Marinka, Anja de Groot en Peter de Groot,",
        "Dit spraken we af op dinsdag 25 augustus. "
        "Erbij waren Marinka, Anja de Groot, Peter de Groot, oma Riet en een tolk.",
        "",
        "Zo houden we contact",
        "· In de week van maandag 1 februari 2027 belt juf Els de ouders: nog bijzonderheden?",
        "  · Dan hebben we het ook over: naast Lotte zitten",
        "· Begin juni 2027 (1 t/m 10 juni) praten Marinka, de ouders en juf Els op school "
        "met elkaar: evaluatie, doelen gehaald?",
        "",
        "Afgesproken",
        "· na de herfst een ander tafelgroepje",
        "",
        "Informatiemoment",
        "· Jullie willen er graag een, over: Lezen (november)",
        "",
        "Verder",
        "· Als er iets is, neemt school eerst contact op met Anja de Groot.",
        "· Telefoonnummer en mailadres kloppen.",
        "· Leerlingdossier: willen het inzien",
        "· Nieuwjaarsreceptie: wo 16 sep 16:00",
        "· Buddy: wil helpen met Turks",
        "",
        "Groeten van juf Els",
        "",
        "Dit brachten we mee",
        "",
        "Marinka",
        "· naast Lotte zitten",
        "· tekenen",
        "  · elke dag strips",
        "  · ook thuis",
        "",
        "Ouders",
        "· slaapt slecht sinds de verhuizing",
        "",
        "Juf Els",
        "· lezen thuis",
    )


def test_a_letter_calls_parents_by_name_and_not_by_what_they_are_to_the_child() -> None:
    talk = marinka()
    anja = replace(talk.pupil.carers[0], name="Anja de Groot (moeder)")
    called = replace(talk, pupil=replace(talk.pupil, carers=(anja, *talk.pupil.carers[1:])))
    assert letter_lines(called, SCHOOL, NL) == letter_lines(talk, SCHOOL, NL)


def test_a_talk_in_which_nothing_was_said_yet_reads_back_short() -> None:
    assert letter_lines(yousef(RANIA), SCHOOL, NL) == (
        "Beste Yousef en Rania al-Khatib,",
        "Dit spraken we af op dinsdag 25 augustus.",
        "",
        "Zo houden we contact",
        "Er zijn nog geen afspraken over contact.",
        "",
        "Groeten van juf Els",
    )


def test_a_family_that_wants_no_information_moment_does_not_read_about_one() -> None:
    talk = replace(marinka(), information=InformationMoment())
    assert "Informatiemoment" not in letter_lines(talk, SCHOOL, NL)


def test_the_makers_of_the_plan_are_those_who_are_here_until_it_is_finished() -> None:
    talk = replace(marinka(), made_with=None, presence=Presence(pupil=True, carers=("anja",)))
    assert letter_lines(talk, SCHOOL, NL)[1].endswith("Erbij waren Marinka en Anja de Groot.")


def test_the_text_for_the_pupil_system_has_it_all_under_a_title() -> None:
    text = pupil_text(marinka(), SCHOOL, NL)
    assert text.startswith("Startgesprek met Marinka de Groot, dinsdag 25 augustus 2026\n====")
    for line in letter_lines(marinka(), SCHOOL, NL)[2:]:
        assert line in text or line in {"Groeten van juf Els", "Dit brachten we mee"}


@pytest.mark.parametrize(
    ("infix", "last_name", "expected"),
    [
        ("al-", "Khatib", "Y al-Khatib"),
        ("d'", "Ancona", "Y d'Ancona"),
        ("van", "'t Hof", "Y van 't Hof"),
        ("", "", "Y"),
    ],
)
def test_a_name_is_written_as_its_bearer_writes_it(infix: str, last_name: str, expected: str) -> None:
    assert Pupil(id="y", first_name="Y", infix=infix, last_name=last_name).full_name == expected


def test_the_remark_of_the_timetable_is_not_in_a_text_about_the_talk() -> None:
    talk = replace(yousef(RANIA), remark="moeder alleen; vader apart gesprek")
    assert "vader" not in pupil_text(talk, SCHOOL, NL)


def test_an_unfinished_talk_says_what_it_still_needs() -> None:
    text = pupil_text(yousef(RANIA, state=TalkState.SET_ASIDE), SCHOOL, NL)
    assert "later verder" in text
    assert "Nog te bespreken: " in text
    missed = pupil_text(yousef(RANIA, state=TalkState.NOT_COME), SCHOOL, NL)
    assert "niet gekomen" in missed
    assert "Nog te bespreken" not in missed


def test_a_text_never_names_another_carer_of_the_same_pupil_nor_another_pupil() -> None:
    """Even where a record of this talk points at somebody who is none of its audience."""
    elsewhere = Presence(pupil=True, carers=("rania", "samir", "anja"))
    talk = yousef(
        RANIA,
        state=TalkState.FINISHED,
        plan=CommunicationPlan(moments=(phone_call(),)),
        presence=elsewhere,
        made_with=elsewhere,
    )
    talk = talk.arrange(replace(talk.arrangements, first_contact="samir"))
    school = replace(SCHOOL, pupils=(marinka().pupil, replace(talk.pupil, carers=(RANIA, SAMIR))))
    for text in (pupil_text(talk, school, NL), "\n".join(letter_lines(talk, school, NL))):
        assert "Rania al-Khatib" in text
        for other in ("Samir", "06-00001099", "Marinka", "Anja", "Peter", "06-00001004"):
            assert other not in text


def hostile_talk(text: str) -> Talk:
    """A talk in which everything that can be typed is this text."""
    pupil = Pupil(id="h", first_name=text, last_name=text, carers=(Carer(id="c", name=text, phone=text),))
    moments = (
        phone_call(),
        replace(phone_call(), purpose=text, who=(text,)),
        replace(phone_call(), when=None),
    )
    talk = replace(
        marinka(),
        pupil=pupil,
        teacher=text,
        remark=text,
        points=(
            AgendaPoint(
                id="p", voice=Voice.PUPIL, text=text, outlook=Outlook.LATER, notes=(Note(id="n", text=text),)
            ),
        ),
        agreements=(Agreement(id="a", text=text),),
        plan=CommunicationPlan(moments=tuple(replace(each, when_text=text, text=text) for each in moments)),
        information=InformationMoment(topic=text, when=text),
    )
    rest = replace(
        talk.arrangements,
        first_contact="c",
        buddy=text,
        buddy_offers=text,
        buddy_needs=text,
        details=text,
        reception=text,
        pupil_file=text,
    )
    return talk.arrange(rest)


@pytest.mark.parametrize("text", [each for each in HOSTILE if "\n" not in each])
def test_hostile_text_stands_in_a_talks_text_literally(text: str) -> None:
    written = pupil_text(hostile_talk(text), School(), NL)
    assert written.count(text.strip()) >= 12


def test_steering_text_cannot_reach_the_terminal() -> None:
    written = pupil_text(hostile_talk(STEERING), School(), NL)
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert "\x9b" not in written
    assert "]0;titel[31mrood[0m omgekeerd 2J nul" in written


@pytest.mark.parametrize(
    ("month", "changes", "called"),
    [
        (8, {}, "Startgesprek met"),
        (11, {}, "Voortgangsgesprek met"),
        (11, {"occasion": Occasion.JOINED}, "Startgesprek met"),
        (11, {"deck": "oudervertelgesprek"}, "oudervertelgesprek met"),
        (11, {"follows": Followed(day=date(2026, 8, 25), talk="t", moment="m")}, "Contactmoment: "),
    ],
)
def test_after_the_deadline_a_talk_is_a_start_talk_only_where_that_was_said(
    month: int, changes: dict[str, Any], called: str
) -> None:
    slot = Slot(start=datetime(2026, month, 25, 13))
    talk = replace(marinka(), slot=slot, **changes)
    day = SchoolDay(date=slot.start.date(), talks=(talk,))
    assert pupil_text(talk, SCHOOL, NL).startswith(called)
    many = {
        "Startgesprek met": "Startgesprekken",
        "Voortgangsgesprek met": "Voortgangsgesprekken",
        "Contactmoment: ": "Contactmomenten",
    }
    if not talk.occasion:
        assert summary_text(day, SCHOOL, NL).startswith(many.get(called, "oudervertelgesprek"))

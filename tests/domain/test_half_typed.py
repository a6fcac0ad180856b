"""Half-typed lines: one a talk and one a question, and none that was entered since."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from store.domain.draft import ASKED, HalfTyped
from store.domain.people import Pupil
from store.domain.talk import Slot, Talk

TALK = Talk(id="liv", slot=Slot(start=datetime(2026, 8, 25, 13)), pupil=Pupil(id="p", first_name="Liv"))
OTHER = replace(TALK, id="sem")


def test_a_talk_has_one_half_typed_line_until_it_is_emptied_or_entered() -> None:
    lines = (
        HalfTyped().typed(OTHER, "carer", "tuin").typed(TALK, "carer", "tek").typed(TALK, "pupil", "teken")
    )
    assert [(each.talk, each.place, each.text) for each in lines.drafts] == [
        ("sem", "carer", "tuin"), ("liv", "pupil", "teken"),
    ]  # fmt: skip
    assert lines.of(replace(TALK, lines=1)) is None
    assert lines.typed(TALK, "pupil", "").drafts == lines.without("liv").drafts == (lines.of(OTHER),)


def test_each_question_keeps_its_own_answer_whichever_row_it_is_typed_on() -> None:
    lines = HalfTyped().typed_beside("days:0", "25 aug").typed_beside(f"{ASKED}settings:teacher", "juf")
    lines = lines.typed_beside(f"{ASKED}settings:region", "Noo").typed(TALK, "pupil", "teken")
    answer = lines.beside(f"{ASKED}settings")
    assert answer is not None
    assert (answer.place, answer.text) == (f"{ASKED}settings:region", "Noo")
    timetable = lines.beside()
    assert timetable is not None
    assert timetable.text == "25 aug"
    assert lines.typed_beside("days:0", "").beside() is None

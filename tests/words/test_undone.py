"""What was taken back is called by the name of its row."""

from __future__ import annotations

from dataclasses import fields

import pytest

from store.domain.talk import Arrangements, CheckedDetails
from store.domain.undo import RecordKind, Step, StepName, Touch
from store.language import Translator
from tui.words.undo import ARRANGED, undone_words

NL = Translator("nl")
OLD = {"details", "details_right"}
"""What no line can change any more."""


def undone(after: Arrangements) -> str:
    touch = Touch(kind=RecordKind.ARRANGEMENTS, before=Arrangements(), after=after)
    return undone_words(Step(id="s", name=StepName.ARRANGED, talk="t", touches=(touch,)), "u", NL)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (Arrangements(first_contact="anja"), "eerste aanspreekpunt"),
        (Arrangements(other_contact="oma Riet"), "eerste aanspreekpunt"),
        (Arrangements(checked=(CheckedDetails(id="anja", phone="06-00000001"),)), "nummer en mail"),
        (Arrangements(checked=(CheckedDetails(id="anja", addressed=""),)), "aanspreken als"),
        (Arrangements(pupil_file="ja"), "leerlingdossier"),
        (Arrangements(sheet_language="tr"), "taal"),
        (Arrangements(goal="durven vragen"), "doel (durven vragen)"),
    ],
)
def test_a_step_in_the_rest_says_which_row_it_was(after: Arrangements, said: str) -> None:
    assert undone(after) == f"Teruggedraaid: {said}. De toets u haalt het terug."


def test_every_row_of_the_rest_has_a_name() -> None:
    assert {each.name for each in fields(Arrangements)} - OLD == set(ARRANGED)
    assert "kan hulp gebruiken bij" in undone(Arrangements(buddy_needs="lezen"))

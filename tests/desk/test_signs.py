"""Whose line it is by the letters in front of it, where there are several children."""

from __future__ import annotations

import pytest

from store.domain.people import Pupil, Speaker, Voice
from tui.desk.talk.signs import read_sign


@pytest.mark.parametrize(
    ("typed", "whose"),
    [("l", "Lot"), ("lot", "Lot"), ("s", "Sam"), ("o", ""), ("j", ""), ("x", None)],
)
def test_of_two_children_the_letter_of_the_pupil_is_that_of_the_one_who_is_called_so(
    typed: str, whose: str | None
) -> None:
    children = tuple(Pupil(id=name, first_name=name) for name in ("Sam", "Lot"))
    speaker = read_sign(f"{typed}: tekenen", "nl", children).speaker
    assert (speaker.pupil_id if speaker else None) == whose


def test_where_no_child_or_more_are_called_so_the_letter_of_the_pupil_is_the_first_ones() -> None:
    for names in (("Sam", "Noor"), ("Lot", "Lars")):
        children = tuple(Pupil(id=name, first_name=name) for name in names)
        assert read_sign("l: tekenen", "nl", children).speaker == Speaker(Voice.PUPIL, names[0])

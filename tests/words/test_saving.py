"""What ctrl+s answers: what is kept, and where it is not, what is held, and what to do."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from store.files.errors import Trouble
from store.language import Translator
from tui.desk.saving import Saving
from tui.words.saving import REASONS, WAYS_OUT, kept_words, stop_words

NL = Translator("nl")
FOLDER = Path("/media/els/stick")
AT = datetime(2026, 8, 25, 12, 55)
ROOM = 3 * 40
"""Letters that three lines have beside the mark that it is not saved, in a window of 80 columns."""


@pytest.mark.parametrize("why", Trouble)
def test_where_the_disk_refuses_it_is_said_what_is_held_where_it_goes_and_what_to_do(why: Trouble) -> None:
    said = kept_words(Saving(behind=True, reason=why, kept_at=AT), FOLDER, NL)
    assert said.startswith("Wat je na 12:55 typte staat alleen nog hier. ")
    assert said.endswith(". Dan komt het vanzelf in /media/els/stick")
    assert len(said.partition("vanzelf")[0]) < ROOM
    assert kept_words(Saving(behind=True, reason=why), FOLDER, NL).startswith(
        "Wat je typte staat alleen nog hier."
    )


@pytest.mark.parametrize("why", Trouble)
def test_stopping_all_the_same_says_what_is_lost_and_what_to_do(why: Trouble) -> None:
    saving = Saving(behind=True, reason=why, kept_at=AT)
    said = stop_words(saving, NL)
    way_out = said.removeprefix("Nog een keer, dan stopt het toch. Wat je na 12:55 typte is dan kwijt. ")
    assert way_out in kept_words(saving, FOLDER, NL)
    assert len(said) < ROOM


def test_every_reason_has_its_own_way_out() -> None:
    assert WAYS_OUT.keys() == REASONS.keys()
    assert len({NL(each) for each in WAYS_OUT.values()}) == len(WAYS_OUT)


def test_what_is_being_written_is_no_reason_to_stop() -> None:
    assert (
        kept_words(Saving(behind=True), FOLDER, NL)
        == "Nog niet bewaard: het wordt nu geschreven. Stop nog niet."
    )
    assert kept_words(Saving(kept_at=AT), FOLDER, NL) == "Alles is bewaard, het laatst om 12:55."

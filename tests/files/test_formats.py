"""A file asks for a newer program only where an older one would tell something else than was agreed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from store.domain.plan import Channel, ContactMoment, Way
from store.domain.talk import Talk
from store.domain.undo import StepName
from store.domain.year.sequel import Followed
from store.files.envelope import AGAIN, BESIDE, CHOICE, FORMAT, MOTION, SEQUELS
from store.files.repository import Repository
from tests.faults.invented import DAY, a_day
from tests.files.given import new_id

ALONE = ContactMoment(id="m", text="bellen met vader", present=("parents", "teacher"), who=("vader",))
EITHER = replace(ALONE, text="bellen of mailen", channel=Channel.PHONE, or_else=(Way(Channel.MAIL),))
TOGETHER = replace(ALONE, text="bellen met vader erbij", beside=("vader",))


def planned(talk: Talk, moment: ContactMoment) -> Talk:
    return talk.plan_moments(moment)


@pytest.mark.parametrize(
    ("change", "needed"),
    [
        (lambda talk: planned(talk, ALONE), FORMAT),
        (lambda talk: planned(talk, TOGETHER), BESIDE),
        (lambda talk: planned(talk, EITHER), CHOICE),
        (
            lambda talk: replace(talk, follows=Followed(day=date(2026, 8, 24), talk="t", moment="m")),
            SEQUELS,
        ),
    ],
    ids=["as before", "somebody beside the parents", "one of two ways", "a talk that came of another"],
)
def test_only_what_an_older_program_would_tell_otherwise_asks_for_a_newer_one(
    repository: Repository, folder: Path, change: Callable[[Talk], Talk], needed: int
) -> None:
    day = a_day(1)
    repository.save(day := day.put(change(day.talks[0])))
    assert repository.day(DAY) == day
    assert format_of(folder) == needed


def test_so_does_what_an_undo_may_bring_back(repository: Repository, folder: Path) -> None:
    day = a_day(1)
    together = planned(day.talks[0], TOGETHER)
    gone = together.drop_moment(TOGETHER.id)
    day = day.put(together)
    step = day.step(new_id(), StepName.MOMENT_REMOVED, gone, "")
    repository.save(day.put(gone, step))
    assert format_of(folder) == BESIDE


def format_of(folder: Path) -> int:
    (file,) = (folder / "2026-2027" / "days").iterdir()
    found = re.search(rb'"format":(\d+)', file.read_bytes())
    assert found
    return int(found[1])


def test_so_does_a_step_over_several_talks_or_two_days(repository: Repository, folder: Path) -> None:
    day = a_day(2)
    one, other = (each.move(each.slot.start + timedelta(hours=5)) for each in day.talks)
    repository.save(day := day.rearrange(StepName.MOVED, one, (other,), new_id()))
    assert repository.day(DAY) == day
    assert format_of(folder) == MOTION


def test_so_does_a_talk_that_was_opened_again(repository: Repository, folder: Path) -> None:
    day = a_day(1)
    repository.save(day := day.reopen(day.talks[0].not_come(), new_id()))
    assert repository.day(DAY) == day
    assert format_of(folder) == AGAIN

"""What the corner of the screen says of the disk, by what the writer tells."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from store.domain.day import SchoolDay
from store.files.errors import Kind, Trouble
from store.files.writer import Kept, NotKept
from tui.desk.saving import Saving

DAY = date(2026, 8, 25)
NOW = datetime(2026, 8, 25, 13, 47)


def full(kind: Kind, revision: int = 0) -> NotKept:
    return NotKept(kind, DAY, revision, Trouble.FULL)


@pytest.mark.parametrize("kind", [Kind.DRAFT, Kind.SCHOOL])
def test_what_was_refused_and_is_kept_after_all_is_no_longer_said_to_be_lost(kind: Kind) -> None:
    refused = Saving().after(full(kind), NOW)
    assert refused.reason is Trouble.FULL
    assert refused.after(Kept(kind, DAY, 0), NOW) == Saving(kept_at=NOW)


def test_a_day_that_is_kept_says_nothing_of_a_class_list_that_still_is_not() -> None:
    saving = Saving().with_day(SchoolDay(date=DAY, revision=1)).after(full(Kind.SCHOOL, 2), NOW)
    saving = saving.after(Kept(Kind.DAY, DAY, 1), NOW)
    assert saving.reason is Trouble.FULL
    assert saving.after(Kept(Kind.SCHOOL, DAY, 2), NOW) == Saving(kept_at=NOW)


def test_a_day_is_kept_once_its_newest_revision_is() -> None:
    saving = Saving().with_day(SchoolDay(date=DAY, revision=1)).with_day(SchoolDay(date=DAY, revision=2))
    assert saving.after(Kept(Kind.DAY, DAY, 1), NOW).behind
    assert not saving.after(Kept(Kind.DAY, DAY, 2), NOW).behind


def test_a_half_typed_line_that_is_kept_is_no_news() -> None:
    before = Saving(kept_at=datetime(2026, 8, 25, 13, 30))
    assert before.after(Kept(Kind.DRAFT, DAY, 0), NOW) == before

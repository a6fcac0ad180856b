"""The course of a talk: begun, taken up again, given more time, set aside, finished, handed over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from store.domain.board import AgendaPoint
from store.domain.people import Presence
from store.domain.talk import Talk, TalkState
from tui.desk.desk import Desk


def begin(talk: Talk, presence: Presence, desk: Desk, along: Iterable[AgendaPoint] = ()) -> None:
    """Begin a talk or take it up again; one that still runs, or was broken off, is set aside first.

    What goes `along` from another talk is on its board.
    """
    for each in (desk.day.running, desk.day.broken_off):
        if each is not None and each.id != talk.id:
            desk.keep_day(desk.day.put(each.set_aside(desk.now())))
    begun = talk.begin(desk.now(), presence)
    for point in along:
        begun = begun.raise_point(replace(point, id=desk.new_id()))
    desk.keep_day(desk.day.put(begun))


def may_unbegin(talk: Talk, desk: Desk) -> bool:
    """Return whether a talk may have been begun by mistake; not where something was erased since."""
    return is_as_it_was(talk, desk) or (talk.can_be_unbegun and talk.id not in desk.erased_from)


def is_as_it_was(talk: Talk, desk: Desk) -> bool:
    """Return whether nothing was done in a talk since it was opened again, perhaps by mistake."""
    return desk.day.before_opening(talk) is not None


def unbegin(talk: Talk, desk: Desk) -> None:
    """Take back that a talk was begun, or opened again."""
    before = desk.day.before_opening(talk)
    was = replace(before, lines=talk.lines) if before else talk.unbegin()
    desk.keep_day(desk.day.without_opening(talk.id).put(was))


def more_time(talk: Talk, minutes: int, desk: Desk) -> None:
    """Give a talk that is going on so many minutes more."""
    desk.keep_day(desk.day.put(talk.more_time(minutes)))


def set_aside(talk: Talk, desk: Desk) -> None:
    """Stop a talk for now."""
    if talk.state is TalkState.RUNNING:
        desk.keep_day(desk.day.put(talk.set_aside(desk.now())))


def finish(talk: Talk, desk: Desk) -> None:
    """End a talk.

    Raises:
        NotFinishedError: something is missing.
    """
    desk.keep_day(desk.day.put(talk.finish(desk.now())))


def reopen(talk: Talk, desk: Desk) -> None:
    """Open a talk again that was finished, missed or cancelled."""
    desk.keep_day(desk.day.reopen(talk, desk.new_id()))


def hand_over(talk: Talk, desk: Desk, pupil_id: str = "") -> None:
    """Remember that the school's own system has it: the time until it may be purged begins.

    With a `pupil_id` it has the text of that child.
    """
    if (now_as := desk.day.talk(talk.id)) is not None:
        desk.keep_day(desk.day.put(now_as.hand_over(desk.now(), pupil_id)))


def take_back(talk: Talk, pupil_id: str, desk: Desk) -> None:
    """Take that mark off the text of this child again."""
    if (now_as := desk.day.talk(talk.id)) is not None:
        desk.keep_day(desk.day.put(now_as.take_back(pupil_id)))

"""What stands on the line again when a step is undone, and where that line lands."""

from __future__ import annotations

from dataclasses import replace

from store.domain.board import AgendaPoint
from store.domain.people import Speaker, Voice
from store.domain.talk import Arrangements, Talk
from store.domain.undo import RecordKind, Step, StepName
from tui.desk.talk.board_line import Target
from tui.desk.talk.closing_cursor import INFORMATION, PLAN, Cursor, Row, RowKind
from tui.desk.talk.signs import AGREEMENT, GOAL

_ADDED = frozenset((StepName.POINT_ADDED, StepName.NOTE_ADDED, StepName.AGREEMENT_ADDED))


def goal_of(step: Step) -> str | None:
    """Return the goal that a step set, empty for none any more; None when it was about something else."""
    before, after = arrangements_of(step)
    return after.goal if before.goal != after.goal else None


def board_line(step: Step) -> str:
    """Return the line of a step as it is typed on the board; empty when it was not typed there.

    Behind its sign it lands where it came from.
    """
    if step.name in _ADDED:
        return step.line
    if step.name is StepName.MOMENT_ADDED and step.line:
        return step.line if step.line.startswith(AGREEMENT) else f"{AGREEMENT} {step.line}"
    return _goal_line(step)


def board_target(step: Step, target: Target) -> Target:
    """Return where that line lands: with the voice it was of, under the point it was a note to."""
    touch = next((each for each in step.touches if each.after is not None), None)
    match touch.after if touch else None:
        case AgendaPoint() as point if step.name is StepName.POINT_ADDED:
            own = point.pupil_ids[0] if point.voice is Voice.PUPIL and point.pupil_ids else ""
            return Target(Speaker(point.voice, own))
        case record if touch and step.name is StepName.NOTE_ADDED and touch.kind is not RecordKind.TALK:
            return Target(target.speaker, getattr(record, "id", ""))
    return Target(target.speaker)


def closing_line(step: Step) -> str:
    """Return the line of a step as it is typed on the closing; empty when it only changed something."""
    match step.name:
        case StepName.MOMENT_ADDED:
            return step.line.removeprefix(AGREEMENT).strip()
        case StepName.AGREEMENT_ADDED | StepName.INFORMATION_ANSWERED | StepName.NOTE_ADDED:
            return step.line
        case StepName.ARRANGED:
            return _goal_line(step) or step.line
    return ""


def closing_cursor(step: Step, cursor: Cursor) -> Cursor:
    """Return the row that line is typed at."""
    row = _row(step)
    return replace(cursor.at(row), rest_open=cursor.rest_open or row not in (PLAN, INFORMATION))


def noted_later(step: Step, talk: Talk) -> bool:
    """Return whether a step put a note under a point that has a row of its own on the closing."""
    return step.name is StepName.NOTE_ADDED and _noted(step) in {each.id for each in talk.for_later()}


def _noted(step: Step) -> str:
    """The point that a note was put under."""
    return next((each.after.id for each in step.touches if isinstance(each.after, AgendaPoint)), "")


def _row(step: Step) -> Row:
    if step.name is StepName.INFORMATION_ANSWERED:
        return INFORMATION
    if step.name is StepName.NOTE_ADDED:
        return Row(RowKind.LATER, _noted(step))
    before, after = arrangements_of(step)
    checked = next((each for each in after.checked if each not in before.checked), None)
    whose = checked.id if checked else ""
    called = checked is not None and checked.addressed != before.details_of(whose).addressed
    rows = (
        (Row(RowKind.ADDRESSED if called else RowKind.DETAILS, whose), checked is not None),
        (Row(RowKind.BUDDY_OFFERS), before.buddy_offers != after.buddy_offers),
        (Row(RowKind.BUDDY_NEEDS), before.buddy_needs != after.buddy_needs),
        (Row(RowKind.BUDDY_SHARED), before.buddy_shared != after.buddy_shared),
        (Row(RowKind.BUDDY), before.buddy != after.buddy),
        (Row(RowKind.PUPIL_FILE), before.pupil_file != after.pupil_file),
        (Row(RowKind.SUPPORT), before.support != after.support),
        (Row(RowKind.READ_ALONG, _first_other(before, after)), before.read_along != after.read_along),
        (Row(RowKind.RECEPTION), before.reception != after.reception),
        (
            Row(RowKind.FIRST_CONTACT),
            (before.first_contact, before.other_contact) != (after.first_contact, after.other_contact),
        ),
    )
    return next((row for row, is_it in rows if is_it), PLAN)


def _first_other(before: Arrangements, after: Arrangements) -> str:
    """The pupil who said something else about parents who read along."""
    return next(iter(set(before.read_along) ^ set(after.read_along)), "")


def _goal_line(step: Step) -> str:
    goal = goal_of(step)
    return f"{GOAL} {goal}" if goal and step.line else ""


def arrangements_of(step: Step) -> tuple[Arrangements, Arrangements]:
    """Return what else was arranged before and after a step; the same when it was about something else."""
    for touch in step.touches:
        if isinstance(touch.before, Arrangements) and isinstance(touch.after, Arrangements):
            return touch.before, touch.after
    return Arrangements(), Arrangements()

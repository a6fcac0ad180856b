"""The way back: the last step undone, and done once more, on the day and on the class list."""

from __future__ import annotations

from store.domain.talk import Talk
from store.domain.timetable import two_days
from store.domain.undo import Scope, Step, StepName
from tui.desk.class_list import follow_names
from tui.desk.desk import Desk


def undo(
    desk: Desk, talk: Talk | None = None, scope: Scope = Scope.TABLE, *, place: str = "", line: str = ""
) -> Step | None:
    """Take the last step back; None when there is none.

    At the table only steps of that `talk`; on the card and the day only changes of state (`scope`),
    of that talk or of any: what was written with one family is never touched from another's. The text
    that goes back on the `line`, at this `place`, is kept before the day without it is.

    Raises:
        FilesError: the step reaches another day, and the disk does not take that; nothing is undone.
    """
    step = desk.day.last_step(talk.id if talk else "", scope, lambda step: _goes_back(step, desk))
    if step is not None and step.elsewhere is not None:
        _turn_on_both_days(step, desk, back=True)
    elif step is not None:
        added = desk.day.talk(step.talk)
        if step.newcomer and added is not None:
            desk.keep_school(desk.school.without({added.pupil.id}))
        if talk is not None and line:
            desk.half_typed.put_back(talk, place, line)
        desk.keep_day(desk.day.undo(step), lines_first=bool(line))
        if step.name is StepName.FAMILY:
            follow_names(desk.day.talk(step.talk), desk, step.new_carers)
        desk.follow_addressing(added)
    return step


def redo(desk: Desk, talk: Talk | None = None, scope: Scope = Scope.TABLE) -> Step | None:
    """Do what was taken back last once more; None when there is nothing. As far as `undo` reaches.

    Raises:
        FilesError: as for `undo`.
    """
    step = desk.day.last_undone(talk.id if talk else "", scope, lambda step: _goes_again(step, desk))
    if step is not None and step.elsewhere is not None:
        _turn_on_both_days(step, desk, back=False)
    elif step is not None:
        before = desk.day.talk(step.talk)
        desk.keep_day(desk.day.redo(step))
        if step.name is StepName.FAMILY:
            follow_names(desk.day.talk(step.talk), desk)
        desk.follow_addressing(before)
        added = desk.day.talk(step.talk)
        if step.newcomer and added is not None:
            desk.keep_school(desk.school.put(added.pupil))
    return step


def _goes_back(step: Step, desk: Desk) -> bool:
    other = desk.days.readable([step.elsewhere] if step.elsewhere else [])
    return any(two_days.goes_back(step, desk.day, each) for each in other)


def _goes_again(step: Step, desk: Desk) -> bool:
    other = desk.days.readable([step.elsewhere] if step.elsewhere else [])
    return any(two_days.goes_again(step, desk.day, each) for each in other)


def _turn_on_both_days(step: Step, desk: Desk, *, back: bool) -> None:
    """Take a step back that reaches another day, or do it again."""
    desk.ensure_kept()
    on = step.elsewhere or desk.day.date
    before = {talk.id: talk for day in (desk.day.date, on) for talk in desk.repository.talks(day)}
    day = desk.repository.turn_step(step, desk.day.date, back=back)
    after = {talk.id: talk for each in (day.date, on) for talk in desk.repository.talks(each)}
    desk.half_typed.read_again()
    if step.newcomer and (gone := before.get(step.talk)) and step.talk not in after:
        desk.keep_school(desk.school.without({gone.pupil.id}))
    if step.newcomer and (back_again := after.get(step.talk)) and step.talk not in before:
        desk.keep_school(desk.school.put(back_again.pupil))
    desk.take_in_day(day)

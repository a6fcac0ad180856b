"""What a week asks for, in words: the teacher's own list, with every family in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from store.domain.board import Agreement
from store.domain.plan import ContactMoment, WhenKind
from store.domain.school import School
from store.domain.school_year import monday
from store.domain.talk import Talk, TalkState
from store.domain.timetable.whose import whose
from store.domain.year.due import Due, Standing
from store.export.summary import phone_lines
from store.export.wording.days import clock_words, day_short, nearby_words, period_words, time_words
from store.export.wording.edges import in_a_row
from store.export.wording.moments import moment_row, when_words
from store.export.wording.people import listed, pupils_words
from store.export.wording.spelled_out import condition_words
from store.language import Translator, mark

STANDINGS = {
    Standing.LATE: mark("From earlier"),
    Standing.THIS_WEEK: mark("This week"),
    Standing.COMING: mark("The two weeks after"),
    Standing.LATER: mark("Later this year"),
    Standing.UNDATED: mark("No date yet"),
}
"""What stands above each part of the list."""


_NEVER = {
    TalkState.NOT_COME: mark("did not come on {day}"),
    TalkState.PLANNED: mark("not held on {day}"),
}
_STOPPED = mark("not finished on {day}")
"""What is said of a talk that never came to be, where that is no other of these."""
_KINDS = {TalkState.NOT_COME: "no_show", TalkState.PLANNED: "not_held"}


@dataclass(frozen=True, slots=True)
class DueRow:
    """One thing that asks for attention, in short texts; `under` says how a family can be reached.

    `teacher` is whose talk it was, where it was not of the teacher alone;
    `condition` is on what it depends.
    """

    name: str
    when: str
    how: str
    purpose: str
    under: tuple[str, ...] = ()
    teacher: str = ""
    condition: str = ""

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " · ".join(filter(None, (self.name, self.told)))

    @property
    def told(self) -> str:
        """All of it but about whom it is."""
        return " · ".join(filter(None, (self.teacher, self.when, self.how, self.condition, self.purpose)))


def due_rows(
    found: Sequence[Due[Talk]], school: School, t: Translator, colleagues: Mapping[str, str] | None = None
) -> list[DueRow]:
    """Say of each what `due_row` says, and whose talk it was by `colleagues`, else as far as these tell."""
    if colleagues is None:
        talks = {due.talk.id: due.talk for due in found}
        colleagues = whose(talks.values(), school.teacher, school.colleagues)
    return [replace(due_row(due, school, t), teacher=colleagues.get(due.talk.id, "")) for due in found]


def due_row(due: Due[Talk], school: School, t: Translator) -> DueRow:
    """Say about whom it is, when, how and who starts, and what for."""
    talk, name = due.talk, _whose(due, t)
    match talk.record(due.of):
        case ContactMoment() as moment:
            row = moment_row(moment, talk, school, t)
            when = _how_often(due, _rhythm(moment, row.when, _when(due, t), t), t)
            how = ": ".join(each for each in (row.channel, row.who) if each)
            condition = condition_words(moment, t) if _when(due, t) and moment.condition else ""
            shortly = moment.length_word if _when(due, t) else ""
            told = " · ".join(filter(None, (shortly, row.purpose)))
            return DueRow(name, when, how, told, condition=condition)
        case Agreement() as agreement:
            text = " ".join(agreement.text.split())
            when = _how_often(due, _when(due, t) or when_words(agreement.when, "", t), t)
            return DueRow(name, when, t("agreement"), text)
    day = day_short(talk.slot.start.date(), t, year=False)
    never = _NEVER.get(talk.state)
    how = t("call or visit") if never else t("finish the talk")
    return DueRow(name, "", how, t(never or _STOPPED, day=day), phone_lines(talk, t))


def _when(due: Due[Talk], t: Translator) -> str:
    """Say the day, with its time where it has one, or the period without its year; else nothing."""
    record = due.talk.record(due.of)
    if due.span is None or record is None or record.when is None:
        return ""
    when, words = record.when, nearby_words(due.span.first, due.span.last, t)
    if due.span.first != due.span.last:
        open_ended = when.kind is WhenKind.RANGE and not (when.start and when.end)
        return "" if open_ended else clock_words(when, words, t)
    if when.datetime is not None:
        return f"{words} {time_words(when.datetime)}"
    return f"{words} {when.time}" if when.time else words


def _rhythm(moment: ContactMoment, rhythm: str, when: str, t: Translator) -> str:
    """Say how often it comes in front of the days within which it comes once, where it has no day itself."""
    return in_a_row((rhythm, when), t) if when and moment.when and moment.when.without_day else when or rhythm


def in_no_week_words(found: Sequence[Due[Talk]], t: Translator) -> str:
    """Say that the bars don't count what comes back without a week of its own; nothing where none does."""
    for due in found:
        record, span = due.talk.record(due.of), due.span
        comes_back = record is not None and record.when is not None and record.when.without_day
        if comes_back and span is not None and monday(span.first) != monday(span.last):
            return t("What comes back without a week of its own is in the list, not in the bars.")
    return ""


def _how_often(due: Due[Talk], when: str, t: Translator) -> str:
    """Say of what is late more than once how often, and until which day."""
    if not due.earlier or due.span is None:
        return when
    last = nearby_words(due.span.first, due.span.last, t)
    return t("{count}× up to {when}", count=len(due.times), when=last)


def _whose(due: Due[Talk], t: Translator) -> str:
    record = due.talk.record(due.of)
    named = due.talk.named_children(record.pupil_ids) if record else ()
    return listed([pupil.full_name for pupil in named], t) if named else pupils_words(due.talk, t)


def week_words(on: date, t: Translator) -> str:
    """Name the week of a day: "week 46, ma 9 – zo 15 nov 2026"."""
    first = monday(on)
    days = period_words(first, first + timedelta(days=6), t)
    return t("week {number}, {days}", number=first.isocalendar().week, days=days)


def week_text(found: tuple[Due[Talk], ...], on: date, school: School, t: Translator) -> str:
    """Write the list of a week as plain text."""
    lines = [week_words(on, t)]
    told = list(zip(found, due_rows(found, school, t), strict=True))
    for standing, title in STANDINGS.items():
        rows = [row for each, row in told if each.standing is standing]
        lines += ["", t(title), *(line for row in rows for line in _lines(row))] if rows else []
    return "\n".join([*lines, *([] if found else ["", t("Nothing asks for attention.")])])


def _lines(row: DueRow) -> tuple[str, ...]:
    return (f"- {row.text}", *(f"    {each}" for each in row.under))


def due_json(due: Due[Talk], school: School, t: Translator) -> dict[str, object]:
    """Return one row in the shape that the command line promises."""
    row, record = due_row(due, school, t), due.talk.record(due.of)
    moment = record if isinstance(record, ContactMoment) else None
    never = _KINDS.get(due.talk.state, "not_finished")
    kind = never if record is None else "moment" if moment else "agreement"
    return {
        "standing": due.standing,
        "kind": kind,
        "pupils": [pupil.full_name for pupil in due.talk.pupils],
        "group": school.group_of(due.talk),
        "first": due.span.first.isoformat() if due.span else None,
        "times": len(due.times),
        "last": due.span.last.isoformat() if due.span else None,
        "when": row.when,
        "channel": moment.channel if moment else None,
        "initiative": moment.initiative if moment else None,
        "who": moment_row(moment, due.talk, school, t).who if moment else "",
        "purpose": row.purpose,
        "text": record.text if record else "",
        "talk": due.talk.slot.start.isoformat(timespec="minutes"),
    }

"""The rows of the day in words: time, name, state, and what running late makes of the coming times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from textual.content import Content

from store.domain.day import Break
from store.domain.talk import Talk, TalkState
from store.domain.timer import Phase, minutes_of
from store.export.wording import state_words
from store.language import Translator
from tui.desk.desk import Desk
from tui.widgets.safe_text import joined, literal

NAME_WIDTH = 28


def talk_row(talk: Talk, desk: Desk, expected: dict[str, datetime], t: Translator) -> Content:
    """One talk on one line."""
    quiet = talk.state in (TalkState.FINISHED, TalkState.CANCELLED, TalkState.NOT_COME)
    name = literal(talk.pupil.full_name).truncate(NAME_WIDTH, ellipsis=True, pad=True)
    return joined((f"{talk.slot.start:%H:%M}   ", "$quiet")).append(
        name.stylize("$quiet") if quiet else name
    ) + joined("  ", (_state(talk, desk, expected, t), "$accent" if talk.sitting else "$quiet"))


def _state(talk: Talk, desk: Desk, expected: dict[str, datetime], t: Translator) -> str:
    """What to know of a talk at a glance."""
    words: list[str] = []
    if (clock := desk.countdown(talk)) is not None:
        now = desk.now()
        if clock.phase(now) is Phase.OVER:
            words.append(t("going on, time is up"))
        else:
            words.append(t("going on, {left} min left", left=minutes_of(clock.remaining(now))))
    elif talk.state is TalkState.FINISHED:
        words.append("✓")
    elif talk.state is TalkState.NOT_COME and talk.followed_up:
        words.append(t("not come, called or visited"))
    elif talk.state is TalkState.NOT_COME:
        words.append(t("not come, call or visit"))
    elif talk.state is not TalkState.PLANNED:
        words.append(state_words(talk.state, t))
    elif (start := expected.get(talk.id)) and start != talk.slot.start:
        words.append(t("about {time}", time=f"{start:%H:%M}"))
    if talk.pupil.interpreter and talk.state is TalkState.PLANNED:
        words.append(t("interpreter"))
    return ", ".join(words)


def break_row(pause: Break, t: Translator) -> Content:
    """A break on one line."""
    return joined(("        " + t("break until {time}", time=f"{pause.end:%H:%M}"), "$quiet"))


def talk_at(rows: Sequence[Talk | Break], place: int) -> Talk | None:
    """The talk in this row, counted from 0, or in the next one that has any; else the last talk."""
    talks = [(at, row) for at, row in enumerate(rows) if isinstance(row, Talk)]
    return next((row for at, row in talks if at >= place), talks[-1][1] if talks else None)


def late_words(desk: Desk, t: Translator) -> str:
    """How late the day runs; empty when it runs on time or is not today."""
    now = desk.local()
    if now.date() != desk.day.date:
        return ""
    late = minutes_of(desk.day.delay(now, desk.busy_until()))
    return t.n("You are {count} minute behind.", "You are {count} minutes behind.", late) if late > 0 else ""


def expectations(desk: Desk) -> dict[str, datetime]:
    """By talk, when it may really begin; only on the day itself."""
    now = desk.local().replace(second=0, microsecond=0)
    if now.date() != desk.day.date:
        return {}
    busy = desk.busy_until()
    busy = busy.replace(second=0, microsecond=0) if busy else None
    return {each.talk.id: each.start for each in desk.day.expectations(now, busy)}

"""The rows of the day in words: the state of a talk at a glance, a break, and how late the day runs."""

from __future__ import annotations

from datetime import datetime

from store.domain.day import Break
from store.domain.talk import Talk, TalkState
from store.domain.timer import Phase, minutes_of
from store.export.wording import state_words
from store.language import Translator
from tui.desk.desk import Desk


def glance_words(talk: Talk, desk: Desk, expected: dict[str, datetime], t: Translator) -> str:
    """Return what to know of a talk at a glance; `expected` is when talks may really begin, by id."""
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


def break_words(pause: Break, t: Translator) -> str:
    """Return until when a break lasts."""
    return t("break until {time}", time=f"{pause.end:%H:%M}")


def late_words(desk: Desk, t: Translator) -> str:
    """Return how late the day runs; empty when it runs on time or is not today."""
    now = desk.local()
    if now.date() != desk.day.date:
        return ""
    late = minutes_of(desk.day.delay(now, desk.busy_until()))
    return t.n("You are {count} minute behind.", "You are {count} minutes behind.", late) if late > 0 else ""

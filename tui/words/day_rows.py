"""The rows of the day in words: the state of a talk at a glance, a break, and how late the day runs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from store.domain.day import Break
from store.domain.people import same_carers
from store.domain.progress import missed_again, talk_after
from store.domain.talk import Talk, TalkState
from store.domain.timer import Phase, minutes_of
from store.domain.year.going_along import about_the_same
from store.export.called import called_otherwise
from store.export.wording.days import day_short
from store.export.wording.people import carer_words, listed
from store.export.wording.states import state_words
from store.export.wording.titles import is_gone, title_words
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.kinds.occasions import Ground, Joined
from tui.desk.running_late import delay

STEP = 5
"""Minutes; a time that is only expected is told no more exactly."""
NO_MORE = timedelta(hours=3)
"""A day that seems to run later than this is not going on at all."""


def glance_words(
    talk: Talk, desk: Desk, expected: dict[str, datetime], of_year: Iterable[Talk], t: Translator
) -> str:
    """Return what to know of a talk at a glance, among all those of the year.

    `expected` is when talks may really begin, by id.
    """
    words: list[str] = []
    if (clock := desk.countdown(talk)) is not None:
        now = desk.now()
        if clock.phase(now) is Phase.OVER:
            words.append(t("going on, time is up"))
        else:
            words.append(t("going on, {left} min left", left=minutes_of(clock.remaining(now))))
    elif talk.state is TalkState.NOT_COME and talk.followed_up:
        words.append(t("not come, called or visited"))
    elif talk.state is TalkState.NOT_COME and (again := talk_after(talk, of_year)):
        words.append(_again_words(talk, again, t))
    elif talk.state is TalkState.NOT_COME and not missed_again(talk, of_year):
        words.append(t("not come, call or visit"))
    elif talk.state not in (TalkState.PLANNED, TalkState.FINISHED):
        words.append(state_words(talk.state, t))
    elif (start := _about(talk, expected)) != talk.slot.start:
        words.append(t("about {time}", time=f"{start:%H:%M}"))
    if any(pupil.interpreter for pupil in talk.pupils) and talk.state is TalkState.PLANNED:
        words.append(t("interpreter"))
    return ", ".join(words)


def _again_words(missed: Talk, again: Talk, t: Translator) -> str:
    """Say when a family that did not come is to come; nothing more once it has been."""
    day = again.slot.start.date()
    if again.state is not TalkState.PLANNED:
        return state_words(missed.state, t)
    if day == missed.slot.start.date():
        return t("not come, again at {time}", time=f"{again.slot.start:%H:%M}")
    return t("not come, again {day}", day=day_short(day, t, year=False))


def _about(talk: Talk, expected: dict[str, datetime]) -> datetime:
    """Return when a talk may really begin, to five minutes; late by no more than half of that is on time."""
    planned = talk.slot.start
    late = expected.get(talk.id, planned) - planned
    if not timedelta() < late <= NO_MORE:
        return planned
    start = planned + late
    return (
        start
        - timedelta(minutes=start.minute % STEP)
        + timedelta(minutes=STEP * (start.minute % STEP > STEP // 2))
    )


def with_words(talk: Talk, desk: Desk, t: Translator) -> str:
    """Say whom a talk is with, where the pupil has one with others that day; else nothing."""
    others = about_the_same(talk, desk.day.talks)
    if not talk.audience or all(same_carers(each.audience, talk.audience) for each in others):
        return ""
    return t("with {people}", people=listed([carer_words(carer, t) for carer in talk.audience], t))


def kind_words(talk: Talk, desk: Desk, joined: Joined, t: Translator) -> str:
    """Say what kind of talk it is where the day is called otherwise, and that a pupil joined."""
    if is_gone(talk.deck, t):
        return t("{kind}: not found", kind=title_words(talk.deck, t))
    said = called_otherwise(talk, desk.day, desk.school, t, joined)
    told = (said[:1].lower() + said[1:], _joined_words(joined.get(talk.id), t))
    return ", ".join(filter(None, told))


def _joined_words(ground: Ground | None, t: Translator) -> str:
    """Say that a pupil joined; what is only guessed is a question."""
    if ground is None:
        return ""
    return t("joined during the year?") if ground is Ground.GUESSED else t("joined during the year")


def colleague_words(talk: Talk, desk: Desk) -> str:
    """Return whose talk it is, where it is not only of the teacher whose desk this is."""
    return desk.whose.colleagues(desk.day.talks).get(talk.id, "")


def break_words(pause: Break, t: Translator) -> str:
    """Return until when a break lasts."""
    return t("break until {time}", time=f"{pause.end:%H:%M}")


def late_words(desk: Desk, t: Translator) -> str:
    """Return how late the day runs; empty when it runs on time or is not today."""
    late = delay(desk)
    minutes = minutes_of(late)
    hours = (minutes + 30) // 60 if minutes >= 60 else 0
    if minutes <= 0 or late > NO_MORE:
        return ""
    if not hours:
        return t.n("The day runs {count} minute late.", "The day runs {count} minutes late.", minutes)
    return t.n("The day runs {count} hour late.", "The day runs {count} hours late.", hours)

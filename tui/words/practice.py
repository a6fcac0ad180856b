"""Practice in words: who sits there, whose card it is, how fast the clock runs, and the look back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from store.domain.school import School
from store.domain.talk import Talk
from store.export.wording.edges import capital
from store.export.wording.groups import group_words
from store.export.wording.people import listed, voice_words
from store.language import Translator, mark
from tui.desk.practice.look_back import MINUTE, Brought, LookBack
from tui.desk.practice.practice import Practice

if TYPE_CHECKING:
    from prompts.practice.play import Scene

TURNS = {2: mark("twice as fast"), 4: mark("four times as fast")}
GAP = "   "
"""Between two columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its text, what stands in a column before it, and whether it heads what comes under it."""

    text: str
    lead: str = ""
    heading: bool = False
    quiet: bool = False


def situation_words(scene: Scene, practice: Practice, t: Translator) -> tuple[str, str]:
    """Return what a situation is called, and for which pupil and kind of talk it was made."""
    kind = practice.title_of(scene.kind)
    return scene.title, " · ".join(filter(None, (group_words(scene.group, t), kind)))


def family_words(practice: Practice, t: Translator) -> str:
    """Say whose talk it is: the pupil with the group, the parents, who else sits there."""
    scene = practice.scene
    others = [each.who for each in scene.roles if each.voice is None]
    people = listed([*scene.carers, *others], t)
    group = group_words(scene.group, t)
    return t(
        "{kind}: {pupil}, {group}, with {people}",
        kind=practice.deck.title,
        pupil=scene.pupil,
        group=group,
        people=people,
    )


def pace_words(practice: Practice, t: Translator) -> str:
    """Say how fast the clock runs, and how long the talk takes by that."""
    pace, minutes = practice.clock.pace, practice.minutes
    if pace == 1:
        return t("The clock runs at its own pace: the talk takes {minutes} minutes.", minutes=minutes)
    turns = t(TURNS[pace])
    return t(
        "The clock runs {turns}: the talk of {minutes} minutes takes {real}.",
        turns=turns,
        minutes=minutes,
        real=-(-minutes // pace),
    )


def whose_words(practice: Practice, at: int, t: Translator) -> str:
    """Say who plays with a card: a name, or what the one who teaches is called."""
    return practice.dealt[at].who or capital(t(practice.teacher))


def for_whom_words(practice: Practice, at: int, t: Translator) -> str:
    """Say for whom a card is that is still covered."""
    if who := practice.dealt[at].who:
        return t("This card is for whoever plays {name}. The others look away for a moment.", name=who)
    return t(
        "This card is for the {teacher}. The others look away for a moment.", teacher=t(practice.teacher)
    )


def card_lines(practice: Practice, at: int, t: Translator) -> tuple[str, tuple[str, ...]]:
    """Return the title and the lines of a card, with the names filled in."""
    role, teacher = practice.dealt[at].role, t(practice.teacher)
    lines = tuple(practice.filled_in(line, teacher) for line in role.lines)
    return practice.filled_in(role.title, teacher), lines


def cards_rows(practice: Practice, t: Translator) -> Iterator[Row]:
    """Tell what stood on all cards."""
    yield Row(practice.scene.title, heading=True)
    for known in practice.scene.known:
        yield Row(known)
    for at in range(len(practice.dealt)):
        title, lines = card_lines(practice, at, t)
        yield Row("")
        yield Row(f"{whose_words(practice, at, t)}  ·  {title}", heading=True)
        for line in lines:
            yield Row(line)


def look_back_rows(
    back: LookBack, practice: Practice, talk: Talk, school: School, t: Translator
) -> Iterator[Row]:
    """Tell how the time went, who brought what and when, and what there is to talk about."""
    called = {each.voice.value: voice_words(each, talk, school, t) for each in talk.speakers}
    yield Row(t("The time, in minutes"), heading=True)
    yield from _time_rows(back, t)
    yield Row("")
    yield Row(t("Who brought what, and after how many minutes"), heading=True)
    yield from _brought_rows(back, talk, school, t)
    if practice.afterwards:
        yield Row("")
        yield Row(t("To talk about together"), heading=True)
        for each in practice.afterwards:
            yield Row(each.text, called.get(each.voice or "", t("who watched")))


def _time_rows(back: LookBack, t: Translator) -> Iterator[Row]:
    """The time of each phase as it was meant and as it went; under it, of what was on the screen."""
    heads = t("meant"), t("went")
    spans = [(each.title, each.meant, each.went) for each in back.phases if each.title]
    told = [*spans, (t("in all"), back.meant, back.spoken)]
    rooms = [len(each) for each in heads]
    yield Row(GAP.join(heads), " ", quiet=True)
    for title, *both in told:
        minutes = ("" if span is None else _minutes(span) for span in both)
        yield Row(GAP.join(f"{each:>{room}}" for each, room in zip(minutes, rooms, strict=True)), title)
    shown = (
        (t("until the first point"), back.until_first),
        (t("agenda"), back.board),
        (t("agreements"), back.closing),
        (t("reading back"), back.reading),
    )
    screens = (f"{name} {_minutes(span)}" for name, span in shown if span is not None)
    yield Row(" · ".join(screens), quiet=True)


def _brought_rows(back: LookBack, talk: Talk, school: School, t: Translator) -> Iterator[Row]:
    """What came up, under the phase that the clock was in; of one that had not begun, nothing."""
    for phase in back.phases:
        if phase.until - phase.meant > back.spoken:
            break
        if phase.title:
            until = t("until minute {minutes}", minutes=_minutes(phase.until))
            yield Row(f"{phase.title}, {until}", quiet=True)
        for each in phase.brought:
            who = voice_words(each.speaker, talk, school, t) if each.speaker else t("together")
            yield Row(_text(each, t), f"{_minutes(each.after):>2}  {who}")


def _text(brought: Brought, t: Translator) -> str:
    """What was brought, with its notes behind it."""
    if brought.information is not None:
        topic = brought.information.topic
        return t("information moment: {topic}", topic=topic) if topic else t("no information moment")
    return "\n".join((brought.text, *brought.notes))


def _minutes(span: timedelta) -> str:
    """Whole minutes, the nearest."""
    return str(round(span / MINUTE)) if span >= MINUTE / 2 or not span else "<1"

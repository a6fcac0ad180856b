"""Stored text on every screen, also text that no line of ours would have let in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from store.domain.board import AgendaPoint, Agreement, Note
from store.domain.people import Voice
from store.domain.plan import Channel, ContactMoment, InformationMoment
from store.domain.talk import Arrangements, CheckedDetails, Talk
from store.domain.text import clean
from tests.hostile.corpus import KINDS, strings
from tests.hostile.hand import TOGETHER, Hand, visited
from tests.hostile.judge import Harm, Record, Way, batches, squeezed
from tests.screens.classroom import family

SEEN = 12
"""Letters of a text that every screen has room for."""


def ways() -> Iterator[Way]:
    """Literally, for one of each kind; and all of them, as they would come from a foreign backup."""
    yield Way("kinds on every screen", _screens, 4, KINDS)
    foreign = tuple(text for text in strings() if clean(text, lines=True) != text)
    yield Way("uncleaned on every screen", _screens, 83, foreign)


def written_with(text: str, at: str = "13:00") -> Talk:
    """A talk in which everything that can hold text holds this one."""
    talk = family(f"{text} {text}", text, at=at, remark=text, language=text)
    point = AgendaPoint(id="p", voice=Voice.PUPIL, text=text, notes=(Note(id="n", text=text),))
    left = AgendaPoint(id="q", voice=Voice.CARER, text=text)
    moment = ContactMoment(
        id="m", text=text, channel=Channel.PHONE, when_text=text, who=(text,), purpose=text
    )
    called = tuple(CheckedDetails(id=carer.id, addressed=text) for carer in talk.audience)
    return replace(
        talk,
        points=(point, left),
        agreements=(Agreement(id="a", text=text),),
        plan=replace(talk.plan, moments=(moment,)),
        information=InformationMoment(topic=text, when=text),
        arrangements=Arrangements(buddy=text, details=text, pupil_file=text, reception=text, checked=called),
    )


def _screens(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """A day of families, and one after the other all that their talk leads past."""
    literally = set(texts) <= set(KINDS)

    def look(hand: Hand, where: str, text: str, *, literal: bool = True) -> None:
        hand.look(where, [text])
        wanted = squeezed(clean(text, lines=True))[:SEEN]
        if literally and literal and wanted not in squeezed(hand.visit.text):
            record.add(Harm.LOST, where, text, hand.visit.text)

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for at, text in enumerate(some):
            hand.press("f8")
            await hand.settle()
            hand.visit.clock.go_on(seconds=2)
            hand.press("d")
            await hand.settle()
            hand.visit.clock.go_on(seconds=2)
            hand.press("home", *["down"] * at, "p")
            await hand.settle()
            look(hand, "day", text)
            hand.press("enter", "o")
            await hand.settle()
            look(hand, "card", text)
            await _go(hand, "talk", "enter")
            look(hand, "board", text)
            await _go(hand, "who", "f3")
            look(hand, "who is here", text)
            await _go(hand, "letter", "escape", "f5")
            look(hand, "letter", text)
            hand.press("escape", "up", "right")
            await hand.settle()
            look(hand, "changing a point", text)
            hand.line.clear()
            hand.press("escape", "escape", "ctrl+p")
            await hand.settle()
            look(hand, "palette", text, literal=False)
            await _go(hand, "closing", "escape", "f9")
            look(hand, "closing", text)
            hand.visit.clock.go_on(seconds=2)
            hand.press("f9")
            await hand.settle()
            look(hand, "read-back before finishing", text, literal=False)
            await _go(hand, "curtain", "f7")
        hand.visit.clock.go_on(seconds=2)
        await _go(hand, "summary", "d", "f9")
        for text in some:
            hand.press("enter")
            await hand.settle()
            look(hand, "summary, copied", text)

    for number, some in enumerate(batches(texts, TOGETHER)):
        talks = [written_with(text, f"{13 + at // 3}:{at % 3 * 20:02}") for at, text in enumerate(some)]
        visited(record, folder / str(number), some, "screens", _nowhere, each, talks=talks, size=(110, 44))


async def _nowhere(hand: Hand) -> None:
    await hand.settle()


async def _go(hand: Hand, screen: str, *keys: str) -> None:
    """Press keys, and wait for the screen that they lead to."""
    hand.visit.clock.go_on(seconds=2)
    hand.press(*keys)
    await hand.until(lambda: hand.visit.screen == screen)
    assert hand.visit.screen == screen, f"{hand.visit.screen}, not {screen}"

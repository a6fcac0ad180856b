"""One of each kind, pasted wherever it can be and looked for on the screen it lands on, letter for letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from store.domain.talk import Talk
from store.domain.text import clean
from store.files.repository import Repository
from tests.hostile.corpus import KINDS
from tests.hostile.hand import TOGETHER, Hand, visited
from tests.hostile.judge import Harm, Record, Way, batches, entered, squeezed
from tests.screens.classroom import DAY, family

SEEN = 12
"""Letters of a text that every screen has room for."""


def ways() -> Iterator[Way]:
    """The talk with a family, the day by hand with its card, and a path."""
    # the other half of the kinds than on every screen, where the tests take a share
    yield Way("kinds in a talk", _talks, 4, (*KINDS[1:], KINDS[0]))
    yield Way("kinds by hand", _by_hand, texts=KINDS)
    yield Way("kinds as a path", _paths, texts=KINDS)


def shows(hand: Hand, where: str, text: str) -> None:
    """The text's own first letters are on the screen, and nothing that steers."""
    hand.look(where, [text])
    if squeezed(clean(text))[:SEEN] not in squeezed(hand.visit.text):
        hand.record.add(Harm.LOST, where, text, hand.visit.text)


def _talks(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Point, agreement, note, undo, plan line, answer, palette; and the same again from the disk."""

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for at, text in enumerate(some):
            await _talk(hand, at, text)

    for number, some in enumerate(batches(texts, TOGETHER)):
        talks = [family("Liv Bosman", at=f"{13 + at // 3}:{at % 3 * 20:02}") for at, _ in enumerate(some)]
        place = folder / str(number)
        visited(record, place, some, "talk", _nowhere, each, talks=talks, size=(110, 44))
        stored = Repository.reading(place / "1" / "data").day(DAY).in_order
        for text, talk in zip(some, stored, strict=True):
            record.same("stored", text, entered(text), talk.points[0].text)
            planned = {moment.text for moment in talk.plan.moments}
            record.same("stored", text, True, planned <= {entered(text)})
            # a line without a word is no plan
            record.same("stored", text, True, bool(planned) or not any(map(str.isalnum, text)))


async def _talk(hand: Hand, at: int, text: str) -> None:
    kept, record = entered(text), hand.record

    def talk() -> Talk:
        return hand.visit.desk.day.in_order[at]

    hand.press("f8")
    await hand.settle()
    hand.visit.clock.go_on(seconds=2)
    hand.press("d")
    await hand.settle()
    hand.press("home", *["down"] * at, "enter")
    await hand.settle()
    hand.visit.clock.go_on(seconds=2)
    hand.press("enter")
    await hand.until(lambda: hand.visit.screen == "talk")
    for sign in ("", "! "):
        hand.type(sign)
        hand.paste(text)
        await hand.until(lambda: hand.line.value)
        if len(text) < 80:
            shows(hand, "line", text)
        hand.press("enter")
        await hand.until(lambda: not hand.line.value)
    # the agreement is the newest
    hand.press("up", "up")
    hand.paste(text)
    hand.press("enter")
    await hand.until(lambda: any(point.notes for point in talk().points))
    record.same("point", text, [kept], [point.text for point in talk().points])
    record.same("note", text, [kept], [note.text for point in talk().points for note in point.notes])
    record.same("agreement", text, [kept], [agreement.text for agreement in talk().agreements])
    shows(hand, "board", text)
    hand.press("ctrl+z")
    await hand.until(lambda: hand.line.value)
    shows(hand, "undone", text)
    hand.press("enter", "f9")
    await hand.until(lambda: hand.visit.screen == "closing")
    hand.paste(text)
    await hand.until(lambda: hand.line.value)
    hand.look("plan line", [text])
    hand.press("enter", "enter")
    await hand.settle()
    if talk().plan.moments:
        hand.paste(text)
        hand.press("enter")
    await hand.settle()
    shows(hand, "closing", text)
    hand.press("ctrl+p")
    await hand.settle()
    hand.paste(text)
    await hand.settle()
    hand.look("palette", [text])
    hand.press("escape")
    await hand.settle()


async def _nowhere(hand: Hand) -> None:
    await hand.settle()


def _by_hand(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """A child and a parent of that name, and the same as somebody who came along, on the card."""

    async def begin(hand: Hand) -> None:
        hand.press("h")
        await hand.until(lambda: hand.visit.screen == "byhand")

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for text in some:
            hand.paste(f"13:00 {text}, {text}")
            hand.press("enter")
            await hand.until(lambda: hand.visit.desk.day.talks)
            if len(text) < 40:
                shows(hand, "by hand", text)
            record.same("by hand", text, 1, len(hand.visit.desk.day.talks))
            hand.press("ctrl+z")
            await hand.until(lambda: not hand.visit.desk.day.talks)
            hand.line.clear()

    visited(record, folder, texts, "by hand", begin, each, talks=())


def _paths(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """A file that is not there is named as it was typed."""

    async def begin(hand: Hand) -> None:
        hand.press("i")
        await hand.settle()

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for text in some:
            hand.paste(f"/nergens/{text}.csv")
            hand.press("enter")
            await hand.settle()
            shows(hand, "import", "/nergens/")
            if squeezed(clean(text))[:8] not in squeezed(hand.visit.text):
                record.add(Harm.LOST, "import", text, hand.visit.text)
            hand.line.clear()

    visited(record, folder, texts, "import", begin, each, talks=())

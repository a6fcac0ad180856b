"""In by keyboard and clipboard, with a family at the table: every line of a talk and its closing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from store.domain.undo import KEPT
from tests.hostile.hand import Hand, visited
from tests.hostile.judge import Record, Way, entered, one_line, squeezed
from tui.widgets.people_list import PeopleList
from tui.widgets.safe_text import in_one_line

ROWS = {"support": 0, "buddy_offers": 1, "buddy_needs": 1, "pupil_file": 2, "reception": 1}
"""How many rows below the one before each row is; whether it may be listed stands in between.

Below who supports a parent stands first what is asked of each carer.
"""
OTHER = "lezen"
"""An answer that is none of the texts."""


def ways() -> Iterator[Way]:
    """Each line that can be typed or pasted into while a family is here."""
    yield Way("points, agreements, undo", _board, share=48)
    yield Way("typed letter by letter", _letters, share=32)
    yield Way("notes", _notes, share=64)
    yield Way("plan lines", _plan, share=96)
    yield Way("information moment", _information, share=64)
    yield Way("closing, " + ", ".join(ROWS), _rows, share=128)
    yield Way("F4, a digit", _minutes, share=96)
    yield Way("somebody else on the card", _others, share=96)


def meant(texts: Sequence[str]) -> list[str]:
    """What is kept of those that say anything; a sign for an agreement or for none alone does not.

    The goal is one line, and each takes the place of the one before: texts with its sign go another way.
    """
    kept = (entered(text) for text in texts)
    return [text for text in kept if text.strip("! ->") and not text.startswith("*")]


def answers(texts: Sequence[str]) -> list[str]:
    """What is kept of texts as answers, after one that is none of them.

    An agreement is none: it makes a row of its own, and the next line would land there.
    """
    return [OTHER, *(text for text in meant(texts) if not text.startswith("!"))]


async def to_board(hand: Hand) -> None:
    """Into the talk with the first family."""
    await hand.visit.to_board()


def written(hand: Hand) -> list[str]:
    """All that stands on the board or in the plan, without the sign of an agreement."""
    talk = hand.talk
    texts = [point.text for point in talk.points] + [note.text for p in talk.points for note in p.notes]
    texts += [each.text for each in talk.agreements] + [each.text for each in talk.plan.moments]
    return [text.lstrip("! ") for text in texts]


def _board(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Pasted and entered; undone, with the first on the line in the end; and all of them back again."""

    async def each(hand: Hand, some: Sequence[str]) -> None:
        some = meant(some)
        for text in some:
            hand.paste(text)
            hand.press("enter")
        wanted = Counter(text.lstrip("! ") for text in some)
        await hand.until(lambda: Counter(written(hand)) == wanted)
        hand.look("board", some)
        record.same("board", " ".join(some), wanted, Counter(written(hand)))
        hand.press(*["ctrl+z"] * len(some))
        line = in_one_line(some[0])
        await hand.until(lambda: not written(hand) and hand.line.value == line)
        record.same("undone", " ".join(some), line, hand.line.value)
        record.same("undone", " ".join(some), [], written(hand))
        hand.look("undone", some)
        hand.press(*["ctrl+b"] * len(some))
        await hand.until(lambda: Counter(written(hand)) == wanted)
        record.same("redone", " ".join(some), wanted, Counter(written(hand)))
        hand.press(*["ctrl+z"] * len(some))
        await hand.until(lambda: not written(hand))
        hand.line.clear()

    visited(record, folder, texts, "board", to_board, each)


def _letters(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """What a keyboard sends: every letter that may be kept lands, also those without a width."""

    async def each(hand: Hand, some: Sequence[str]) -> None:
        typed = "".join(one_line(text)[:20] for text in some)
        hand.type(typed)
        await hand.until(lambda: hand.line.value == typed)
        record.same("typed", typed, typed, hand.line.value)
        hand.line.clear()

    visited(record, folder, texts, "letters", to_board, each)


def _notes(record: Record, folder: Path, texts: Sequence[str]) -> None:
    async def each(hand: Hand, some: Sequence[str]) -> None:
        # with an agreement chosen the next line goes on with that
        some = ["punt", *(text for text in meant(some) if not text.startswith("!"))]
        for text in some:
            hand.paste(text)
            hand.press("enter", "up")
        wanted = Counter(text.lstrip("! ") for text in some)
        await hand.until(lambda: Counter(written(hand)) == wanted)
        hand.look("notes", some)
        record.same("notes", " ".join(some), wanted, Counter(written(hand)))
        hand.press(*["ctrl+z"] * len(some))
        await hand.until(lambda: not written(hand))
        hand.line.clear()

    visited(record, folder, texts, "notes", to_board, each)


async def to_closing(hand: Hand) -> None:
    """To the agreements, with the question about an information moment answered."""
    await hand.visit.to_closing()
    hand.press("down")
    hand.paste("-")
    hand.press("enter")
    await hand.until(lambda: hand.talk.information)


def _plan(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Each line of a paste is kept, as read or as typed; undone, the first is on the line again."""

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for text in meant(some):
            lines = [line for line in text.split("\n") if line.strip("! -")]
            if len(lines) > KEPT:
                # undo goes no further back, and what stayed would be taken for the next ones
                lines = lines[:KEPT]
                text = "\n".join(lines)
            hand.paste(text)
            hand.press("enter")
            await hand.until(lambda: len(written(hand)) == len(lines))  # noqa: B023
            hand.look("closing", lines)
            wanted = [squeezed(line.lstrip("! ")) for line in lines]
            record.same("plan", text, sorted(wanted), sorted(squeezed(each) for each in written(hand)))
            hand.press(*["ctrl+z"] * len(lines))
            await hand.until(lambda: not written(hand))
            back = [squeezed(line.lstrip("! ")) for line in hand.line.text.split("\n")]
            record.same("plan, undone", text, wanted[:1], back)
            hand.line.clear()

    visited(record, folder, texts, "plan", to_closing, each)


def _information(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """One answer after the other: each was kept, and the last one stands."""

    async def each(hand: Hand, some: Sequence[str]) -> None:
        some = answers(some)
        # the same answer again is no step
        some = [text for at, text in enumerate(some) if not at or _bare(text) != _bare(some[at - 1])]
        for text in some:
            hand.press("down")
            hand.paste(text)
            hand.press("enter")
        await _each_step(hand, "information", some)
        answer = hand.talk.information
        kept = f"{answer.topic}{answer.when}" if answer and answer.wanted else ""
        record.same("information", some[-1], _bare(some[-1]), _bare(kept))

    visited(record, folder, texts, "information", to_closing, each)


def _bare(text: str) -> str:
    return squeezed(text.replace(",", ""))


async def _each_step(hand: Hand, where: str, texts: Sequence[str]) -> None:
    """Every text was a step of its own, after those that were there before a key was dealt with."""
    lines = [""]
    for text in texts:
        lines += [text] if text != lines[-1] else []
    before = {step.id for step in hand.visit.desk.day.steps}

    def steps() -> list[str]:
        return [step.line for step in hand.visit.desk.day.steps if step.id not in before]

    await hand.until(lambda: steps() == lines[1:])
    hand.look(where, texts)
    hand.record.same(where, " ".join(texts), lines[1:], steps())


def _rows(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """All of them on each row that takes any text, one row after the other."""

    async def begin(hand: Hand) -> None:
        await to_closing(hand)
        hand.press("pagedown", "down")

    async def each(hand: Hand, some: Sequence[str]) -> None:
        some = answers(some)
        asked_of_carers = 2 * len(hand.talk.carers_here)
        for row, down in ROWS.items():
            hand.press(*["down"] * (down + asked_of_carers * (row == "buddy_offers")))
            for text in some:
                hand.paste(text)
                # an answer leads on to the next row, where there is one
                hand.press("enter", *(["up"] if row != list(ROWS)[-1] else []))
            await _each_step(hand, row, some)
            record.same(row, some[-1], some[-1], getattr(hand.talk.arrangements, row))
        hand.press(*["up"] * (sum(ROWS.values()) + asked_of_carers))

    visited(record, folder, texts, "closing", begin, each)


def _minutes(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """The first letter is the digit or leaves it; a paste is neither."""

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for text in some:
            hand.press("f4")
            await hand.until(lambda: hand.visit.screen == "minutes")
            hand.paste(text)
            hand.look("minutes", [text])
            hand.type(text[:1] or "x")
            await hand.until(lambda: hand.visit.screen == "talk")
            record.same("minutes", text, "talk", hand.visit.screen)
            hand.look("talk", [text])

    visited(record, folder, texts, "minutes", to_board, each)


def _others(record: Record, folder: Path, texts: Sequence[str]) -> None:
    async def begin(hand: Hand) -> None:
        await hand.visit.to_card()

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for text in some:
            hand.press("w")
            await hand.until(lambda: hand.visit.screen == "ask")
            hand.paste(text)
            hand.press("enter")
            name = " ".join(entered(text).split("\n"))
            if re.search(r"\d", name):
                # a number is no name, and stays on the line
                await hand.settle()
                record.same("asked again", text, "ask", hand.visit.screen)
                hand.press("ctrl+u", "escape")
                name = ""
            await hand.until(lambda: hand.visit.screen == "welcome")
            people = hand.visit.app.screen.query_one(PeopleList)
            record.same("here", text, True, not name or name in people.presence.others)
        hand.look("card", some)
        hand.press("0")
        await hand.settle()
        people = hand.visit.app.screen.query_one(PeopleList)
        people.presence = replace(people.presence, others=())

    visited(record, folder, texts, "others", begin, each)

"""What may not happen to a text on its way: lost, executed, or the end of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from zlib import crc32

from store.domain.text import clean
from tests.hostile.corpus import strings


class Harm(StrEnum):
    """What went wrong with a text."""

    LOST = "lost"
    EXECUTED = "executed"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Fault:
    """One harm done to one text, and where; written so that a failing test can be read."""

    harm: Harm
    where: str
    text: str
    seen: str = ""

    def __repr__(self) -> str:
        return f"{self.harm} {self.where}: {self.text[:60]!a} {self.seen[:160]!a}".rstrip()


@dataclass(slots=True)
class Record:
    """The faults of one way so far."""

    faults: list[Fault] = field(default_factory=list)

    def add(self, harm: Harm, where: str, text: str, seen: str = "") -> None:
        """One more."""
        self.faults.append(Fault(harm, where, text, seen))

    @contextmanager
    def attempt(self, where: str, text: str) -> Iterator[None]:
        """Whatever this raises is a crash, and the next text gets its turn."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - any of them would have been a traceback on a screen
            self.add(Harm.CRASHED, where, text, f"{type(error).__name__}: {error}")

    def harmless(self, where: str, text: str, written: str) -> None:
        """Nothing in what was written steers a terminal or turns the reading order round."""
        if found := steering(written):
            self.add(Harm.EXECUTED, where, text, found)

    def found(self, where: str, text: str, wanted: str, written: str) -> None:
        """What may be kept of the text stands in what was written, white space aside."""
        if squeezed(wanted) not in squeezed(written):
            self.add(Harm.LOST, where, text, written)

    def same(self, where: str, text: str, wanted: object, seen: object) -> None:
        """Exactly what may be kept, no more and no less."""
        if wanted != seen:
            self.add(Harm.LOST, where, text, repr(seen))


HUNDREDS = 200


@dataclass(frozen=True, slots=True)
class Way:
    """A way in, through or out. `go` takes all texts along it, in an empty folder of its own.

    Where that takes long, the tests take every so many-th text only (`share`), and of hundreds every third
    of those; each way begins at a text of its own (at its `turn`, if it has one), so that all come by.
    `python -m tests.hostile` takes all.
    """

    name: str
    go: Callable[[Record, Path, Sequence[str]], None]
    share: int = 1
    texts: tuple[str, ...] = field(default_factory=strings)
    turn: int | None = None

    @property
    def quick(self) -> Way:
        """The same way with its share of the texts."""
        if len(self.texts) < HUNDREDS:
            return replace(self, texts=self.texts[:: self.share])
        step = 3 * self.share
        turn = crc32(self.name.encode()) if self.turn is None else self.turn
        return replace(self, texts=self.texts[turn % step :: step])

    def faults(self, folder: Path) -> list[Fault]:
        """What went wrong on this way."""
        record = Record()
        with record.attempt(self.name, ""):
            self.go(record, folder, self.texts)
        return record.faults


def steering(written: str) -> str:
    """What in a text would not be shown but obeyed: controls, overrides and isolates, half signs."""
    return "".join(letter for letter in dict.fromkeys(written) if letter != "\n" and clean(letter) != letter)


def squeezed(text: str) -> str:
    """A text without blanks, which differ where a line was broken, indented or cut."""
    return "".join(text.split())


def one_line(text: str) -> str:
    """What is kept of a text in a field of one line."""
    return " ".join(clean(text).split())


def entered(text: str) -> str:
    """What is kept of a text that was pasted and entered: all its lines, without blanks around each."""
    lines = clean(text, lines=True).replace("\u2424", "\n").split("\n")
    return "\n".join(line.strip() for line in lines).strip("\n").strip()


def batches(texts: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """The texts in parts of at most so many."""
    return (texts[at : at + size] for at in range(0, len(texts), size))

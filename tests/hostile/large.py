"""Lines of a megabyte, and a process with bytes that are no text: few ways, since each takes its time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.hostile.asked import to_settings
from tests.hostile.command import NOON, json_lines, judged
from tests.hostile.corpus import huge
from tests.hostile.hand import Begin, Hand, visited
from tests.hostile.judge import Harm, Record, Way, entered, steering
from tests.hostile.stored import through
from tests.hostile.typed import to_board, to_closing
from tests.hostile.written import exported

BYTES = (
    b"\xff\xfe",
    b"a\x9b2Jb",
    b"\x1b]0;titel\x07",
    b"caf\xe9",
    b"\xed\xa0\x80",
    b"\xc2\x9b31m",
    b"~\xff/x",
)


def ways() -> Iterator[Way]:
    """Through the store, out, as an argument, from a file, pasted; and as bytes to a process."""
    yield Way("1 MB: write, read", partial(through, None), 3, huge())
    yield Way("1 MB: export txt", partial(exported, "txt"), texts=huge()[:1])
    yield Way("1 MB: plan on stdin", _stdin, texts=huge())
    yield Way("1 MB: roster", _roster, share=3, texts=huge())
    yield Way("1 MB: pasted on the board", partial(_pasted, "board", to_board), texts=huge()[:1])
    yield Way("1 MB: pasted as a plan", partial(_pasted, "closing", to_closing), texts=huge()[:1])
    yield Way("1 MB: pasted on a row of days", partial(_pasted, "settings", to_settings), texts=huge()[1:2])
    yield Way("bytes in arguments", _bytes, texts=tuple(each.decode("utf-8", "replace") for each in BYTES))


def _stdin(record: Record, folder: Path, texts: Sequence[str]) -> None:
    for text in texts:
        arguments = ["plan", "--json", "--on", "2026-08-25", "-"]
        answer = judged(record, "stdin", text[:40], arguments, folder, text.replace("\n", " ").encode())
        record.same("stdin", text[:40], 1, len(json_lines(record, "stdin", text[:40], answer)))


def _roster(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """A name, and the same with a letter more: they look alike, and nobody waits for that to be found out."""
    path = folder / "klas.csv"
    for text in texts:
        path.write_bytes(f"Roepnaam;Achternaam\n{text};Bosman\n{text}x;Bosman\n".encode())
        judged(record, "roster", text[:40], ["roster", "--data", "data", "--now", NOON, str(path)], folder)


def _pasted(where: str, begin: Begin, record: Record, folder: Path, texts: Sequence[str]) -> None:
    """On the line whole, shown without harm; on the board and in the plan kept whole too."""

    async def each(hand: Hand, some: Sequence[str]) -> None:
        for text in some:
            hand.paste(text)
            await hand.until(lambda: hand.line.value)
            hand.look(where, [text[:40]])
            record.same(where, text[:40], len(entered(text)), len(hand.line.text))
            if where == "board":
                before = len(hand.talk.points)
                hand.press("enter")
                await hand.until(lambda before=before: len(hand.talk.points) > before)  # type: ignore[misc]
                record.same(where, text[:40], True, hand.talk.points[-1].text == entered(text))
            hand.line.clear()
            await hand.settle()

    visited(record, folder, texts, where, begin, each)


def _bytes(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """A process gets them from the system as they are, without anybody having read them."""
    data = b"--data=" + str(folder / "data").encode()
    for raw, text in zip(BYTES, texts, strict=True):
        command = [sys.executable.encode(), b"-m", b"tui", b"forget", data, b"--", raw]
        done = subprocess.run(command, capture_output=True, check=False, cwd=Path(__file__).parents[2])
        err = done.stderr.decode("utf-8", "surrogateescape")
        if done.returncode not in (1, 2) or b"Traceback" in done.stderr or err.count("\n") != 1:
            record.add(Harm.CRASHED, "bytes", text, err)
        if steering(done.stdout.decode("utf-8", "surrogateescape") + err):
            record.add(Harm.EXECUTED, "bytes", text, err)

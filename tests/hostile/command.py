"""The command `startgesprek` in this process, with streams as a real terminal or pipe has them."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from tests.hostile.judge import Harm, Record
from tui.commands.line import run

NOON = "2026-08-25T12:55"
"""When all commands are given, unless they say otherwise."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


def said(*arguments: str, cwd: Path, stdin: bytes = b"") -> Said:
    """Run the command with these arguments. Output is UTF-8 and strict: half signs may not get that far."""
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="")
    err = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace", newline="")
    given = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    with chdir(cwd), redirect_stdout(out), redirect_stderr(err), patch("sys.stdin", given):
        try:
            code = run(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        out.flush()
        err.flush()
    return Said(code, _bytes(out), _bytes(err))


def _bytes(stream: io.TextIOWrapper) -> str:
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode("utf-8")


def judged(
    record: Record, where: str, text: str, arguments: Sequence[str], cwd: Path, stdin: bytes = b""
) -> Said | None:
    """Give the command and judge how it answers: in order (0), or with one sentence (1 or 2)."""
    answers: list[Said] = []
    with record.attempt(where, text):
        answers.append(said(*arguments, cwd=cwd, stdin=stdin))
    if not answers:
        return None
    answer = answers[0]
    record.harmless(where, text, answer.out + answer.err)
    if answer.code not in (0, 1, 2):
        record.add(Harm.CRASHED, where, text, f"exit code {answer.code}")
    if "Traceback" in answer.err and "Traceback" not in text:
        record.add(Harm.CRASHED, where, text, answer.err)
    if answer.code and not answer.out and (answer.err.count("\n") != 1 or not answer.err.endswith("\n")):
        record.add(Harm.CRASHED, where, text, f"no sentence: {answer.err!r}")
    return answer


def json_lines(record: Record, where: str, text: str, answer: Said | None) -> list[object]:
    """What a command printed with `--json`, one object a line; plain letters only."""
    found: list[object] = []
    if answer is None:
        return found
    for line in answer.out.splitlines():
        with record.attempt(where, text):
            found.append(json.loads(line))
    if not answer.out.isascii():
        record.add(Harm.EXECUTED, where, text, answer.out)
    return found

"""Every argument of every command, hostile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from store.domain.text import clean
from tests.hostile.command import NOON, json_lines, judged
from tests.hostile.judge import Harm, Record, Way, squeezed

DAY = "2026-08-25"
COMMANDS = {
    "--data": ("summary", "--day", DAY, "--data={}"),
    "--data of check": ("check", "--data={}"),
    "--day": ("summary", "--day={}"),
    "--now": ("summary", "--now={}"),
    "--on": ("plan", "bellen 12 nov", "--on={}"),
    "--calendar": ("plan", "bellen 12 nov", "--on", DAY, "--calendar={}"),
    "--language": ("summary", "--language={}"),
    "--format": ("export", "--to", "uit", "--format={}"),
    "--weeks": ("purge", "--weeks={}"),
    "--passphrase-file": ("summary", "--passphrase-file={}"),
    "roster FILE": ("roster", "--", "{}"),
    "restore BACKUP": ("restore", "--", "{}"),
    "about PUPIL": ("about", "--to", "uit", "--", "{}"),
    "forget PUPIL": ("forget", "--", "{}"),
    "no such command": ("{}",),
    "no such option": ("--{}",),
}
"""What is tried with the text in the place of `{}`; a data folder is given too where none is tried."""


def ways() -> Iterator[Way]:
    """One way for each argument, and those of `plan`, whose answer can be looked into."""
    for name, arguments in COMMANDS.items():
        share = 16 if "check" in arguments else 4
        yield Way(f"argument {name}", partial(_tried, name, arguments), share)
    yield Way("plan LINE, --pupil, --json", _plan_argument, share=4)
    yield Way("plan - (stdin)", _plan_stdin, share=4)
    yield Way("plan LINE in words", _plan_words, share=4)


def given(text: str) -> str:
    """A text as an argument can hold it: bytes that are no UTF-8 escaped, and an end at the first NUL."""
    raw = text.replace("\0", "").encode("utf-8", "surrogatepass")
    return raw.decode("utf-8", "surrogateescape")


def _tried(name: str, arguments: Sequence[str], record: Record, folder: Path, texts: Sequence[str]) -> None:
    deep = folder / "a" / "b" / "c"
    deep.mkdir(parents=True)
    for text in texts:
        put = [each.replace("{}", given(text)) for each in arguments]
        if "--data" not in name:
            put = ["--data", "data", *put]
        if "--now" not in name:
            put = ["--now", NOON, *put]
        judged(record, name, text, put, deep)
    left = [path for path in folder.rglob("*") if path.is_file() and path != deep / "data" / ".lock"]
    if left:
        record.add(Harm.EXECUTED, name, "", f"{left}")


def _plan_argument(record: Record, folder: Path, texts: Sequence[str]) -> None:
    for text in texts:
        line = given(text)
        arguments = ["plan", "--json", "--on", DAY, f"--pupil={line}", "--", line]
        if line in ("-", "--"):
            continue
        answer = judged(record, "plan", text, arguments, folder)
        _is_in(record, "plan", text, line, json_lines(record, "plan", text, answer))


def _plan_stdin(record: Record, folder: Path, texts: Sequence[str]) -> None:
    lines = [each for text in texts if (each := clean(text)).strip()]
    stdin = "\n".join(lines).encode()
    answer = judged(record, "stdin", "", ["plan", "--json", "--on", DAY, "-"], folder, stdin)
    found = json_lines(record, "stdin", "", answer)
    record.same("stdin", "", len(lines), len(found))
    for line, one in zip(lines, found, strict=False):
        _is_in(record, "stdin", line, line, [one])
    for text in texts:
        raw = text.encode("utf-8", "surrogatepass")
        judged(record, "bytes on stdin", text, ["plan", "--on", DAY, "-"], folder, raw)


def _plan_words(record: Record, folder: Path, texts: Sequence[str]) -> None:
    for text in texts:
        if (line := given(text)) != "-":
            answer = judged(record, "words", text, ["plan", "--on", DAY, "--", line], folder)
            if answer is not None:
                record.found("words", text, clean(line), answer.out)


def _is_in(record: Record, where: str, text: str, line: str, found: Sequence[object]) -> None:
    kept = [one.get("line") for one in found if isinstance(one, dict)]
    if [squeezed(clean(line))] != [squeezed(str(each)) for each in kept]:
        record.add(Harm.LOST, where, text, f"{kept}")

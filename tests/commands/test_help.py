"""The help of the command line: one language throughout."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tui.commands.line import COMMANDS, run


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
@pytest.mark.parametrize(
    ("language", "there", "away"),
    [
        ("nl", ("gebruik: startgesprek", "opties:", "laat dit zien"), ("usage", "options:", "arguments:")),
        ("en", ("usage: startgesprek", "options:", "show this"), ("gebruik", "opties", "arguments:")),
    ],
)
def test_the_help_is_in_one_language_throughout(
    capsys: pytest.CaptureFixture[str],
    command: tuple[str, ...],
    language: str,
    there: tuple[str, ...],
    away: tuple[str, ...],
) -> None:
    with pytest.raises(SystemExit):
        run([*command, "--help", "--language", language], lambda: datetime(2026, 8, 25, tzinfo=UTC))
    told = capsys.readouterr().out
    assert [each for each in there if each not in told] == []
    assert [each for each in away if each in told] == []
    assert told.count(there[1]) == 1

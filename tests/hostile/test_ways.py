"""Hundreds of hostile strings: nothing lost, nothing executed, nothing crashed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.corpus import SIZE, classes, huge, strings
from tests.hostile.judge import Harm, Record, Way, entered, one_line, steering
from tests.hostile.ways import WAYS


def test_there_are_more_than_five_hundred_and_none_comes_twice() -> None:
    assert len(strings()) == len(set(strings())) > 500
    assert all(classes().values())
    assert all(len(text) > SIZE * 0.9 for text in huge())


@pytest.mark.share(of=5)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_nothing_is_lost_executed_or_crashes(way: Way, tmp_path: Path) -> None:
    assert way.quick.faults(tmp_path) == []


def test_each_harm_is_noticed() -> None:
    record = Record()
    record.harmless("here", "x", "\x1b[31m")
    record.found("here", "x", "a  b", "a c")
    record.same("here", "x", "a", "b")
    with record.attempt("here", "x"):
        int("x")
    assert [fault.harm for fault in record.faults] == [Harm.EXECUTED, Harm.LOST, Harm.LOST, Harm.CRASHED]


@pytest.mark.parametrize(
    "letter", ["\x00", "\x1b", "\x9b", "\r", "\t", "\u2028", "\u202e", "\u2066", "\ud800"]
)
def test_what_steers_is_told_from_what_is_read(letter: str) -> None:
    assert steering(f"a{letter}b") == letter


def test_what_may_be_kept_is_all_but_what_steers() -> None:
    assert one_line(" a\x1b[1m \n=b\u202e[/x] ") == "a[1m =b[/x]"
    assert entered("\n een \r\n twee\x00 \n") == "een\ntwee"

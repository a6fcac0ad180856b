from __future__ import annotations

import pytest

from tests.language.extract import Message, read_module


def found(source: str) -> list[Message | None]:
    return [use.message for use in read_module("x.py", source).uses]


@pytest.mark.parametrize(
    ("source", "messages"),
    [
        ('t("a")', [Message("a")]),
        ('self.t("a", name=x)', [Message("a")]),
        ('t("a" "b")', [Message("ab")]),
        ('t.n("a", "b", 3)', [Message("a", "b")]),
        ('self.t.n("a", "b", 3)', [Message("a", "b")]),
        ('X = {1: mark("a")}', [Message("a")]),
        ('t("a" if x else "b")', [Message("a"), Message("b")]),
        ("t(X[1])", [None]),
        ('x.n("a", "b", 3)', []),
        ('pytest.mark("a")', []),
        ("t()", []),
    ],
)
def test_messages_are_found_where_they_are_said(source: str, messages: list[Message | None]) -> None:
    assert found(source) == messages


@pytest.mark.parametrize(
    "source",
    [
        't(f"a {x}")',
        't("a" + x)',
        't("a %s" % x)',
        't("a {}".format(x))',
        't(",".join(x))',
        't.n(f"a", "b", 3)',
    ],
)
def test_text_that_is_put_together_before_it_is_translated_is_noticed(source: str) -> None:
    assert any(use.built for use in read_module("x.py", source).uses)


def test_a_module_knows_what_it_marks_and_imports() -> None:
    module = read_module("a/b.py", 'from c.d import e\nX = mark("a")')
    assert module.marks
    assert {"c/d.py", "c/d/e.py"} <= module.imports
    assert not read_module("a/b.py", "def mark(x): return x\nmark(y)").marks

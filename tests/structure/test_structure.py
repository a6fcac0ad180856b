"""The house stands by its rules: a table of all of it is printed by `python -m tests.structure`."""

from __future__ import annotations

from tests.structure.rules import RULES


def test_no_rule_is_broken() -> None:
    # all in one, which reads the source once
    offenders = [f"{rule}: {each}" for rule, broken_by in RULES.items() for each in broken_by()]
    assert not offenders, "\n".join(offenders)

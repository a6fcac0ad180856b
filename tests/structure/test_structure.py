"""The house stands by its rules: a table of all of it is printed by `python -m tests.structure`."""

from __future__ import annotations

import pytest

from tests.structure.rules import RULES


@pytest.mark.parametrize("rule", RULES)
def test_nothing_breaks_the_rule_against(rule: str) -> None:
    offenders = RULES[rule]()
    assert not offenders, "\n".join(offenders)

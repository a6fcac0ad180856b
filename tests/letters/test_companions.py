"""Who comes as well comes beside: whoever would be there anyway is there still, in the letter too."""

from __future__ import annotations

from itertools import combinations

from tests.letters.companions import lines, share, taken_away


def test_a_companion_takes_nobody_away() -> None:
    assert taken_away(share()) == []


def test_the_share_brings_every_two_parts_of_a_line_together() -> None:
    pairs = [{pair for line in some for pair in combinations(line, 2)} for some in (share(), lines())]
    assert pairs[0] == pairs[1]

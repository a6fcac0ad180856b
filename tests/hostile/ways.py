"""Every way in, through and out."""

from __future__ import annotations

from tests.hostile import arguments, asked, large, pasted, rosters, shown, stored, typed, written, years

WAYS = tuple(
    way
    for part in (arguments, rosters, years, stored, written, typed, asked, pasted, shown, large)
    for way in part.ways()
)

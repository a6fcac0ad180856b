from __future__ import annotations

from pathlib import Path

import pytest

from tests.roster.build import HEADER, LIV, NOA, RANIA, SAMIR, Shelf, roster_of


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf()
    shelf.take(roster_of(tmp_path, HEADER + LIV + NOA + RANIA + SAMIR))
    return shelf

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from store.files.repository import Repository
from tests.roster.build import taken_in
from tests.terminal.asked import asked_before
from tests.terminal.screen import Terminal
from tests.terminal.sealed import Sealed

CLASS_LIST = Path(__file__).parents[1] / "roster" / "data" / "roster_groep3.csv"


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., Terminal]:
    """Opens the app on the afternoon of 25 August, with the class list read in."""
    with Repository(tmp_path / "data", new_id=lambda: str(uuid4())) as repository:
        taken_in(CLASS_LIST, repository, lambda: str(uuid4()), today=date(2026, 8, 25))
        asked_before(repository, date(2026, 8, 25))

    def window(
        columns: int = 80,
        rows: int = 24,
        encoding: str = "utf-8",
        cold: bool = False,
        options: Sequence[str] = (),
        **variables: str,
    ) -> Terminal:
        return Terminal(
            ["--data", tmp_path / "data", "--now", "2026-08-25T12:55", *options],
            columns=columns,
            rows=rows,
            home=tmp_path,
            variables=variables,
            encoding=encoding,
            cold=cold,
        )

    return window


@pytest.fixture
def sealed(tmp_path: Path) -> Sealed:
    """A sealed folder with two families on the afternoon of 25 August."""
    return Sealed(tmp_path)

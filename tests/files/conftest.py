from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.files.repository import Repository
from tests.files.given import new_id


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def repository(folder: Path) -> Iterator[Repository]:
    with Repository(folder, new_id=new_id) as opened:
        yield opened

"""A path as it is typed or dragged to a terminal, and whether it leads into the data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.files.typed_path import is_inside, unquoted


@pytest.mark.parametrize("typed", ["a 'b'.csv", "'a 'b'.csv'", " \"a 'b'.csv\" ", "\ta 'b'.csv "])
def test_what_a_terminal_puts_around_a_path_goes_and_what_is_in_it_stays(typed: str) -> None:
    assert unquoted(typed) == "a 'b'.csv"


@pytest.mark.parametrize(
    "place", ["data", "data/2026-2027/days", "data/not/there", "other/../data", "link", "link/x"]
)
def test_a_place_in_the_folder_is_inside_by_any_way_there(tmp_path: Path, place: str) -> None:
    (tmp_path / "data/2026-2027/days").mkdir(parents=True)
    (tmp_path / "other").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "data/2026-2027")
    assert is_inside(tmp_path / place, tmp_path / "data")


@pytest.mark.parametrize("place", ["", "data-export", "stick", "data/stick", "loop", "\0"])
def test_a_place_elsewhere_is_not(tmp_path: Path, place: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "stick").mkdir()
    (tmp_path / "data/stick").symlink_to(tmp_path / "stick")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert not is_inside(tmp_path / place, tmp_path / "data")


def test_a_relative_place_counts_from_where_it_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data/backups").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "data")
    assert is_inside(Path("backups"), tmp_path / "data")
    assert not is_inside(Path("../stick"), Path())

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from store.files import disk


def test_a_file_holds_the_old_or_the_new_and_nothing_is_left_over(tmp_path: Path) -> None:
    file = tmp_path / "file"
    disk.put(file, b"old")
    disk.put(file, b"new", tmp_path / "previous")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "file": b"new",
        "previous": b"old",
    }


def test_a_failed_rename_leaves_the_old_file_and_no_temporary_one(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.mkdir()
    with pytest.raises(OSError, match="file"):
        disk.put(file, b"new", tmp_path / "previous")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_denied_rename_is_tried_again_after_a_pause() -> None:
    tries, pauses = [], list[float]()

    def scanner_in_the_way() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise PermissionError

    disk.insist(scanner_in_the_way, pauses.append)
    assert len(tries) == 3
    assert pauses == list(disk.PAUSES[:2])


def test_a_rename_that_stays_denied_is_given_up() -> None:
    tries, pauses = [], list[float]()

    def never() -> None:
        tries.append(1)
        raise PermissionError

    with pytest.raises(PermissionError):
        disk.insist(never, pauses.append)
    assert len(tries) == len(pauses) + 1
    assert pauses == list(disk.PAUSES)


def test_another_refusal_than_denied_is_not_tried_again() -> None:
    tries = []

    def full() -> None:
        tries.append(1)
        raise OSError(28, "full")

    with pytest.raises(OSError, match="full"):
        disk.insist(full, lambda _: None)
    assert len(tries) == 1


def test_what_is_set_aside_gets_the_first_free_name_and_stays_in_place(tmp_path: Path) -> None:
    file = tmp_path / "file"
    for number, content in enumerate((b"one", b"two"), 1):
        file.write_bytes(content)
        aside = disk.set_aside(file, "damaged")
        assert aside.name == f"file.damaged-{number}"
        assert aside.read_bytes() == file.read_bytes() == content
        file.unlink()
    with pytest.raises(FileNotFoundError):
        disk.set_aside(file, "damaged")


def test_a_link_to_elsewhere_is_never_written_through(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory() as elsewhere:
        target = Path(elsewhere, "target")
        target.write_bytes(b"safe")
        (tmp_path / "file.tmp").symlink_to(target)
        disk.put(tmp_path / "file", b"new")
        assert target.read_bytes() == b"safe"
    assert [(path.name, path.is_symlink()) for path in tmp_path.iterdir()] == [("file", False)]


def test_another_name_of_a_file_that_counts_is_never_written_through(tmp_path: Path) -> None:
    (tmp_path / "counts").write_bytes(b"safe")
    (tmp_path / "file.tmp").hardlink_to(tmp_path / "counts")
    disk.put(tmp_path / "file", b"new")
    assert (tmp_path / "counts").read_bytes() == b"safe"
    assert (tmp_path / "file").read_bytes() == b"new"

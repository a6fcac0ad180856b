from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.commands.test_tables import class_of, command
from tests.export.hostile import HOSTILE
from tests.export.tables.readers import cells_of


def group_file(group: str, at: Path, *topics: str) -> Path:
    """The export of a group, as a teacher hands it over."""
    command(
        class_of(group, at / f"data-{group}", *topics),
        "export",
        "--to",
        at / f"out-{group}",
        "--format",
        "group",
    )
    return next((at / f"out-{group}").iterdir())


def school(tmp_path: Path, *arguments: object) -> int:
    return command(tmp_path / "none", "school", *arguments)


def test_groups_stand_side_by_side_as_text_workbook_and_page_without_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        group_file("10", tmp_path, "leren lezen", HOSTILE[1]),
        group_file("4", tmp_path, "lezen met Marinka"),
    ]
    capsys.readouterr()
    assert school(tmp_path, *files, "--xlsx", tmp_path / "s.xlsx", "--html", tmp_path / "s.html") == 0
    text = capsys.readouterr()
    rows = [line.split() for line in text.out.splitlines() if re.match(r"group \d+ |Together ", line)]
    assert [row[:-5] for row in rows[:3]] == [["group", "4", "3"], ["group", "10", "3"], ["Together", "6"]]
    assert "add --same lezen 'leren lezen'" in text.out or "add --same 'leren lezen' lezen" in text.out
    assert re.search(r"Mon \d{1,2} [A-Z][a-z]{2} 20\d\d", text.out)
    assert not re.search(r"20\d\d-\d\d-\d\d", text.out)
    page = (tmp_path / "s.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)" in page
    assert not re.search(r"<script|<img|<link|href=|src=(?!')| on\w+=", page)
    cells = cells_of((tmp_path / "s.xlsx").read_bytes())
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    everything = text.out + page + " ".join(str(cell.value) for cell in cells)
    for name in ("Marinka", "Groot", "Bosman", "Khatib", "Rania", "06-00"):
        assert name not in everything
    assert not (tmp_path / "none").exists()
    assert school(tmp_path, *files, "--same", "lezen", "leren lezen", "--html", tmp_path / "s.html") == 0
    assert (tmp_path / "s.html").read_text("utf-8") == page
    assert (tmp_path / "s-2.html").exists()
    if sys.platform != "win32":
        assert (tmp_path / "s-2.html").stat().st_mode & 0o777 == 0o600
    merged = capsys.readouterr().out
    assert re.search(r"leren lezen / lezen|lezen / leren lezen", merged, re.IGNORECASE)


def test_a_file_that_is_no_group_newer_damaged_or_there_twice_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = group_file("3", tmp_path)
    again = tmp_path / "weer.json"
    again.write_bytes(good.read_bytes())
    whole = good.read_text("utf-8")
    others = {
        "is not a file of a group": b"Naam;Dag",
        "newer": whole.replace('"format": 1', '"format": 9').encode(),
        "damaged": whole.replace('"pupils": 3', '"pupils": 4').encode(),
        "school year": group_of_another_year(whole),
    }
    capsys.readouterr()
    for said, content in others.items():
        file = tmp_path / "other.json"
        file.write_bytes(content)
        assert school(tmp_path, good, file) == 2, said
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert said in err
    assert school(tmp_path, good, again) == 2
    assert "group 3 is in" in capsys.readouterr().err
    assert school(tmp_path, tmp_path / "nergens.json") == 1


def group_of_another_year(whole: str) -> bytes:
    from dataclasses import replace

    from store.export.tables.group_file import group_file_bytes, read_group_file

    read = read_group_file(whole.encode())
    groups = tuple(replace(group, group="8") for group in read.groups)
    return group_file_bytes("2025-2026", read.day, groups)

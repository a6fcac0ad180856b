from __future__ import annotations

import os
import shlex
import stat
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.export.new_file import safe_name, write_new

ROOT = Path(__file__).parents[2]


def test_a_taken_name_gets_a_number_and_the_first_file_stays(tmp_path: Path) -> None:
    paths = [write_new(tmp_path, "startgesprekken-2026-08-25", "md", text) for text in (b"1", b"2", b"3")]
    assert [path.name for path in paths] == [
        "startgesprekken-2026-08-25.md",
        "startgesprekken-2026-08-25-2.md",
        "startgesprekken-2026-08-25-3.md",
    ]
    assert [path.read_bytes() for path in paths] == [b"1", b"2", b"3"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no rights in this form")
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    path = write_new(tmp_path, "dag", "md", b"x")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_folder_is_made_and_nothing_else_is_left_in_it(tmp_path: Path) -> None:
    path = write_new(tmp_path / "een" / "twee", "dag", "md", b"x")
    assert list(path.parent.iterdir()) == [path]


def test_a_dangling_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    (tmp_path / "dag.md").symlink_to(elsewhere)
    assert write_new(tmp_path, "dag", "md", b"x").name == "dag-2.md"
    assert not elsewhere.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_disk_that_does_not_take_it_leaves_nothing_behind(tmp_path: Path) -> None:
    """A limit on the size of files stands in for a full disk, in a process of its own."""
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from store.export.new_file import write_new\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_new(Path(sys.argv[1]), 'dag', 'md', b'x' * 5000)\n"
        "except OSError: sys.exit(7)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False, cwd=ROOT)
    assert done.returncode == 7
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("startgesprekken-2026-08-25", "startgesprekken-2026-08-25.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("C:\\Windows\\x", "C-Windows-x.md"),
        ("con", "_con.md"),
        ("NUL.txt", "_NUL.txt.md"),
        ("lpt1", "_lpt1.md"),
        ("", "export.md"),
        ("...", "export.md"),
        ("a\x00b\x1b", "a-b-.md"),
        ("dag. ", "dag.md"),
        ("buddy's", "buddys.md"),
        ("blad-Bas Jan-Kirsten O’Neill", "blad-Bas-Jan-Kirsten-ONeill.md"),
        ("groep 3 (a) & $(rm) `x`; !", "groep-3-a-rm-x-.md"),
        ("-rf", "rf.md"),
    ],
)
def test_a_name_that_a_system_would_not_take_is_made_safe(stem: str, name: str) -> None:
    assert safe_name(stem, "md") == name


@given(st.text(max_size=400))
def test_any_name_is_one_plain_file_name_on_every_system(stem: str) -> None:
    name = safe_name(stem, "md")
    assert PurePosixPath(name).name == name
    assert PureWindowsPath(name).name == name
    assert shlex.split(name) == [name]
    assert PureWindowsPath(name).stem.split(".")[0].strip().upper() not in {
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "COM1",
    }
    assert len(os.fsencode(name)) < 200
    assert name.endswith(".md")
    assert not name.startswith(".")


def test_a_long_name_that_is_taken_gets_its_number_too(tmp_path: Path) -> None:
    paths = {write_new(tmp_path, "é" * 300, "md", b"x") for _ in range(3)}
    assert len(paths) == 3
    assert all(len(os.fsencode(path.name)) < 200 for path in paths)


@pytest.mark.parametrize("stem", ["CON.txt", "com¹", "COM1 "])
def test_a_device_of_windows_is_no_name(stem: str) -> None:
    assert safe_name(stem, "md").startswith("_")


def test_a_name_can_not_be_read_the_other_way_round() -> None:
    assert safe_name("foto\u202egpj.exe\x9b", "md") == "fotogpj.exe-.md"

"""Paper comes to the printer as far as this computer can bring it, and what is said is what happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.test_clipboard import program
from tests.app.test_clipboard import programs as programs
from tui.desk.printing import Printing
from tui.terminal import print_file as printing
from tui.terminal.print_file import print_file

STAYS = '{log}\nwhile [ -e "$1" ]; do /bin/sleep 0.02; done'
"""A program with a window, till its file goes."""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "blad Liv; & 'één'.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


def test_where_no_window_can_be_opened_nothing_is_tried(programs: Path, sheet: Path, tmp_path: Path) -> None:
    program(programs, "xdg-open", f"echo open > '{tmp_path}/log'")
    program(programs, "lp", f"echo lp > '{tmp_path}/log'")
    assert print_file(sheet) is Printing.NOWHERE
    assert not (tmp_path / "log").exists()


def test_a_dialog_comes_before_the_viewer_and_what_gives_up_before_neither(
    programs: Path, sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setattr(printing, "SECONDS", 0.2)
    log = tmp_path / "log"

    def told() -> list[str]:
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines

    def tells(name: str) -> str:
        return f"echo \"{name} $*\" >> '{log}'"

    assert print_file(sheet) is Printing.NOWHERE
    program(programs, "xdg-open", STAYS.format(log=tells("xdg-open")))
    assert (print_file(sheet), told()) == (Printing.VIEWER, [f"xdg-open {sheet}"])
    program(programs, "gtklp", f"{tells('gtklp')}\nexit 1")
    assert (print_file(sheet), told()) == (Printing.VIEWER, [f"gtklp {sheet}", f"xdg-open {sheet}"])
    program(programs, "okular", tells("okular"))
    assert (print_file(sheet), told()) == (Printing.DIALOG, [f"gtklp {sheet}", f"okular --print {sheet}"])
    program(programs, "gtklp", STAYS.format(log=tells("gtklp")))
    assert (print_file(sheet), told()) == (Printing.DIALOG, [f"gtklp {sheet}"])
    sheet.unlink()

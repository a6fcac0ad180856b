"""A text is said to be copied only where it is sure to be on a clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.classroom import Visit, opened
from tui.terminal import clipboard
from tui.terminal.clipboard import Copied, put_on_clipboard, takes_copies
from tui.terminal.decoder import TerminalDecoder
from tui.terminal.driver import TerminalTold


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the only programs there are; no desktop, no tmux."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    return folder


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    (folder / name).chmod(0o755)


def test_without_a_desktop_nothing_is_copied(programs: Path) -> None:
    program(programs, "xclip", "exit 0")
    assert put_on_clipboard("moeder belt") is Copied.NOT


@pytest.mark.parametrize(
    ("copies", "pastes", "taken"),
    [
        ("/bin/cat > $STORE", "/bin/cat $STORE", Copied.SURE),
        ("/bin/cat > $STORE; echo copied; echo copied >&2", "/bin/cat $STORE; echo pasted >&2", Copied.SURE),
        ("/bin/cat > $STORE", "echo something else", Copied.PERHAPS),
        ("/bin/cat > $STORE", "exec /bin/sleep 60", Copied.PERHAPS),
        ("/bin/cat > $STORE", "kill -9 $$", Copied.PERHAPS),
        ("/bin/cat > $STORE", "printf '\\377\\376'", Copied.PERHAPS),
        ("exec /bin/sleep 60", "exit 0", Copied.PERHAPS),
        ("echo no display >&2; exit 1", "/bin/cat $STORE", Copied.NOT),
        ("kill -9 $$", "/bin/cat $STORE", Copied.NOT),
    ],
)
def test_a_text_is_copied_where_it_can_be_read_back_and_no_program_is_waited_for_or_seen(
    programs: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    copies: str,
    pastes: str,
    taken: Copied,
) -> None:
    if "sleep" in copies + pastes:
        monkeypatch.setattr(clipboard, "PROGRAM_SECONDS", 0.2)
    monkeypatch.setenv("DISPLAY", ":77")
    monkeypatch.setenv("STORE", str(programs / "store"))
    program(programs, "xclip", f'case "$*" in *-o) {pastes};; *) {copies};; esac')
    assert put_on_clipboard("möeder belt") is taken
    assert capfd.readouterr() == ("", "")


async def test_what_may_be_on_the_clipboard_is_spoken_of_at_the_end(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        visit.clipboard.there = Copied.PERHAPS
        await to_summary(visit)
        await visit.press("enter")
        assert visit.talk().handed_over is None
        await visit.press("ctrl+q")
        assert visit.screen == "clipboard"
        await visit.press("enter")
        assert visit.clipboard.text == ""


@pytest.mark.parametrize(
    ("attributes", "takes"), [("62;22;52", True), ("1;2", False), ("62;152", False), ("", False)]
)
def test_a_terminal_takes_copies_when_it_says_so(programs: Path, attributes: str, takes: bool) -> None:
    assert takes_copies(attributes) is takes


@pytest.mark.parametrize(
    ("said", "takes"),
    [
        ("on 256,clipboard,title", True),
        ("external 256,clipboard,title", False),
        ("on 256,title", False),
        ("off clipboard", False),
        ("", False),
    ],
)
def test_tmux_takes_copies_when_it_passes_them_on(
    programs: Path, monkeypatch: pytest.MonkeyPatch, said: str, takes: bool
) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux")
    assert not takes_copies("52")
    program(programs, "tmux", f"echo '{said}'")
    assert takes_copies("52") is takes


@pytest.mark.parametrize(
    "pieces", [[b"a\x1b[?62;52cb"], [b"a\x1b[?62", b";52cb"], [b"a\x1b[?", b"62;52c", b"b"]]
)
def test_what_the_terminal_says_of_itself_is_heard_and_is_no_key(pieces: list[bytes]) -> None:
    heard: list[str] = []
    decoder = TerminalDecoder(hear=heard.append)
    assert "".join(decoder.decode(piece) for piece in pieces) == "ab"
    assert heard == ["62;52"]


def test_escape_alone_waits_for_nothing() -> None:
    decoder = TerminalDecoder()
    assert decoder.decode(b"\x1b") == "\x1b"
    assert decoder.decode(b"\x1b[") == "\x1b["


async def to_summary(visit: Visit) -> None:
    await visit.to_board()
    await visit.press("f7")
    await visit.to_day()
    await visit.press("f9")


async def test_a_text_that_is_not_sure_to_be_copied_becomes_a_file_and_the_teacher_says_it_is_there(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        visit.clipboard.there = Copied.NOT
        await to_summary(visit)
        await visit.press("enter")
        (file,) = visit.exports.glob("*.txt")
        assert "Liv" in file.read_text("utf-8")
        assert "Liv" not in file.name
        assert file.name[:10] in visit.flat
        assert visit.talk().handed_over is None
        assert not visit.app.copied
        await visit.press("s")
        assert visit.talk().handed_over is not None
        await visit.press("u")
        assert visit.talk().handed_over is None
        assert visit.t("{name}: not yet handed over.", name="Liv Bosman") in visit.text


async def test_a_terminal_that_says_it_takes_copies_gets_one(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        visit.clipboard.there = Copied.NOT
        visit.app.post_message(TerminalTold(takes_copies=True))
        await to_summary(visit)
        await visit.press("enter")
        assert "Liv" in visit.app.clipboard
        assert visit.talk().handed_over is not None
        assert not list(visit.exports.glob("*"))

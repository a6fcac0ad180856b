"""A text on the clipboard of this computer, and whether it is sure to be there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from enum import Enum, auto

COPIES = "52"
"""How a terminal that takes texts for the clipboard (OSC 52) calls that among its attributes."""
TMUX_SECONDS = 1.0
PROGRAM_SECONDS = 1.0
"""How long a program may take to copy, or to paste: whoever stops waits for it."""


class Copied(Enum):
    """Whether a text is on the clipboard."""

    SURE = auto()
    PERHAPS = auto()
    """Something took it, and could not show that it has it."""
    NOT = auto()


if sys.platform == "win32":
    OUT_OF_SIGHT = (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    )
    """Marks by which Windows keeps a text out of its history and its cloud; each is four zero bytes."""

    def put_on_clipboard(text: str) -> Copied:
        """Put a text on the clipboard, out of its history and cloud; return whether it is there."""
        import pywintypes
        import win32clipboard

        try:
            win32clipboard.OpenClipboard()
            try:
                win32clipboard.EmptyClipboard()
                for mark in OUT_OF_SIGHT if text else ():
                    win32clipboard.SetClipboardData(win32clipboard.RegisterClipboardFormat(mark), bytes(4))
                if not text:
                    return Copied.SURE
                win32clipboard.SetClipboardText(text, win32clipboard.CF_UNICODETEXT)
                there = win32clipboard.GetClipboardData(win32clipboard.CF_UNICODETEXT) == text
                return Copied.SURE if there else Copied.PERHAPS
            finally:
                win32clipboard.CloseClipboard()
        except pywintypes.error:
            # another program holds it
            return Copied.NOT

else:

    def put_on_clipboard(text: str) -> Copied:
        """Put a text on the clipboard by the first program here that can; return whether it is there.

        Only reading it back tells: a program that copies may say nothing when it could not. None of them
        writes on the screen, or goes on for longer than anybody waits. The text stands in no command, which
        others on this computer could read.
        """
        taken = Copied.NOT
        for copying, pasting in _programs():
            try:
                _run(copying, text.encode("utf-8", "replace"))
                taken = Copied.PERHAPS
                if _run(pasting) == text.encode("utf-8", "replace"):
                    return Copied.SURE
            except subprocess.TimeoutExpired:
                taken = Copied.PERHAPS
            except (OSError, subprocess.SubprocessError):
                continue
        return taken


def _programs() -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """What copies and what pastes, where there is something to copy to."""
    if sys.platform == "darwin":
        yield ("pbcopy",), ("pbpaste",)
    if os.environ.get("WAYLAND_DISPLAY"):
        yield ("wl-copy",), ("wl-paste", "-n", "-t", "text")
    if os.environ.get("DISPLAY"):
        yield ("xclip", "-selection", "clipboard"), ("xclip", "-selection", "clipboard", "-o")
        yield ("xsel", "-b", "-i"), ("xsel", "-b", "-o")


def _run(command: Sequence[str], given: bytes | None = None) -> bytes:
    """Let a program take what is given, or say what it has; that it copied on its own shows in nothing."""
    done = subprocess.run(
        command,
        input=b"" if given is None else given,
        stdout=subprocess.PIPE if given is None else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # without it pbcopy takes letters for those of another alphabet
        env={**os.environ, "LC_CTYPE": "UTF-8"} if sys.platform == "darwin" else None,
        timeout=PROGRAM_SECONDS,
        check=True,
    )
    return done.stdout or b""


def takes_copies(attributes: str) -> bool:
    """Return whether a terminal that says it has these attributes passes texts on to the clipboard."""
    return COPIES in attributes.split(";") and ("TMUX" not in os.environ or _tmux_passes_on())


def _tmux_passes_on() -> bool:
    """Ask tmux, which answers for itself, whether it hands texts on to the terminal around it."""
    asked = ["tmux", "display-message", "-p", "#{set-clipboard} #{client_termfeatures}"]
    try:
        said = subprocess.run(asked, capture_output=True, text=True, timeout=TMUX_SECONDS, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return False
    passes, _, features = said.strip().partition(" ")
    return passes == "on" and "clipboard" in features.split(",")

"""A text on the clipboard of this computer, and whether it is sure to be there."""

from __future__ import annotations

import os
import subprocess
import sys

COPIES = "52"
"""How a terminal that takes texts for the clipboard (OSC 52) calls that among its attributes."""
TMUX_SECONDS = 1.0

if sys.platform == "win32":
    OUT_OF_SIGHT = (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    )
    """Marks by which Windows keeps a text out of its history and its cloud; each is four zero bytes."""

    def put_on_clipboard(text: str) -> bool:
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
                    return True
                win32clipboard.SetClipboardText(text, win32clipboard.CF_UNICODETEXT)
                return bool(win32clipboard.GetClipboardData(win32clipboard.CF_UNICODETEXT) == text)
            finally:
                win32clipboard.CloseClipboard()
        except pywintypes.error:
            # another program holds it
            return False

else:

    def put_on_clipboard(text: str) -> bool:
        """Put a text on the clipboard (by pbcopy, wl-copy, xclip, xsel); return whether it is there.

        Only reading it back tells: a program that copies may say nothing when it could not.
        """
        import pyperclip

        try:
            pyperclip.copy(text)
            return bool(pyperclip.paste() == text)
        except (pyperclip.PyperclipException, OSError, UnicodeError, subprocess.SubprocessError):
            return False


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

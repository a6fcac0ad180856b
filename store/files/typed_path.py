"""Paths as people type them, where anything at all may be typed."""

from __future__ import annotations

import os
from pathlib import Path


def typed_path(text: str | Path) -> Path:
    """Return the path that was typed, with `~` for the home folder; an unknown `~name` stays as typed."""
    path = Path(text)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def unquoted(text: str) -> str:
    """Return a path without the spaces and quotation marks around it, as of one dragged to a terminal."""
    return text.strip().strip("\"' ")


def is_file(path: Path) -> bool:
    """Return whether there is such a file; a name that no system takes is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Return whether there is such a folder; a name that no system takes is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_inside(path: Path, folder: Path) -> bool:
    """Return whether a place is this folder or lies in it, whatever links lead there.

    A place that is not there yet counts as well; a name that no system takes lies nowhere.
    """
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
    except ValueError:
        return False

"""Paths as people type them, where anything at all may be typed."""

from __future__ import annotations

from pathlib import Path


def typed_path(text: str | Path) -> Path:
    """The path that was typed, with `~` for the home folder; the home of nobody stays as it was typed."""
    path = Path(text)
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def is_file(path: Path) -> bool:
    """Whether there is such a file; a name that no system takes is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Whether there is such a folder; a name that no system takes is none."""
    try:
        return path.is_dir()
    except OSError:
        return False

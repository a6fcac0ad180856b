"""How large files, folders and functions are."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

from tests.structure.source import Function, sources

MOST_FILES = 20
MANY_FILES = {"store/planline": "the grammar: a file for each thing that can be said of a moment"}
"""Folders that may hold more files, and why."""
MOST_LINES = 40
LONG_FUNCTIONS: dict[str, str] = {}
"""Functions that may be longer, as `file:name`, and why."""


def folders() -> Iterator[tuple[str, int, float, int]]:
    """Yield each folder of the program: how many files, their mean and their largest number of lines."""
    lines: dict[str, list[int]] = defaultdict(list)
    for source in sources():
        if source.path.name != "__init__.py":
            lines[source.name.rpartition("/")[0]].append(len(source.text.splitlines()))
    for folder, found in sorted(lines.items()):
        yield folder, len(found), sum(found) / len(found), max(found)


def crowded_folders() -> list[str]:
    """Return the folders with more files than anybody takes in at one glance."""
    return [
        f"{name}: {count} files"
        for name, count, *_ in folders()
        if count > MOST_FILES and name not in MANY_FILES
    ]


def long_functions() -> list[str]:
    """Return the functions that are too long, with their length; a docstring does not count."""
    found = (
        (f"{source.name}:{function.name}", _length(function))
        for source in sources()
        for function, _ in source.functions
    )
    return [
        f"{name}: {length} lines"
        for name, length in found
        if length > MOST_LINES and name not in LONG_FUNCTIONS
    ]


def _length(function: Function) -> int:
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    ):
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines

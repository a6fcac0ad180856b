"""The files of the repository, read once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = ("tui", "prompts", "store")
NOT_OURS = {".venv", ".git", "__pycache__", "build", "dist"}
TEXT = {".py", ".md", ".toml", ".tcss", ".po", ".txt"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Source:
    """A Python file: where it stands, how it is imported, and what is in it."""

    path: Path
    text: str
    tree: ast.Module
    nodes: tuple[ast.AST, ...]
    functions: tuple[tuple[Function, ast.ClassDef | None], ...]
    """Every function and method, with the class it stands in; of one inside another that is none."""
    outer: frozenset[Function]
    """Those that stand in no other function."""

    @property
    def name(self) -> str:
        """The path as people name it."""
        return str(self.path.relative_to(ROOT))

    @property
    def module(self) -> str:
        """The name it is imported by."""
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _functions(
    node: ast.AST, owner: ast.ClassDef | None, inside: bool
) -> Iterator[tuple[Function, ast.ClassDef | None, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            yield from _functions(child, child, inside)
        elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child, owner, inside
            yield from _functions(child, None, True)
        else:
            yield from _functions(child, owner, inside)


def sources(*packages: str) -> tuple[Source, ...]:
    """Return the Python files of these packages, sorted; of the program without any given."""
    return tuple(each for package in packages or PROGRAM for each in _files(package))


@cache
def _files(package: str) -> tuple[Source, ...]:
    paths = sorted((ROOT / package).rglob("*.py"))
    return tuple(_read(path) for path in paths if not NOT_OURS & set(path.parts))


def _read(path: Path) -> Source:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    found = tuple(_functions(tree, None, inside=False))
    functions = tuple((function, owner) for function, owner, _ in found)
    outer = frozenset(function for function, _, inside in found if not inside)
    return Source(path, text, tree, tuple(ast.walk(tree)), functions, outer)


def texts() -> Iterator[tuple[str, str]]:
    """Yield every text file of the repository with what is in it."""
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT)
        hidden = NOT_OURS & set(inside.parts) or any(
            part.endswith((".egg-info", "_cache")) for part in inside.parts
        )
        # files of schools are in encodings of their own
        if inside.parts[:4] == ("tests", "roster", "data", "schools"):
            continue
        if not hidden and path.suffix in TEXT and path.is_file():
            yield str(inside), path.read_text("utf-8")

"""Textual's private names: they stand in `tui/terminal` only, and are looked for in Textual."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

from tests.structure.source import Source, sources

ROOM = "tui.terminal"
_OF_A_TUPLE = frozenset({"_replace", "_asdict", "_fields", "_make"})
"""The names of a named tuple that are anybody's, though they look private."""
_PRIVATE = re.compile(r"\b_(?!_)\w+")


def private_names(*, inside: bool) -> list[str]:
    """Return where private names of Textual are used: inside the room for it, or anywhere else."""
    return [
        f"{source.name}: {name}"
        for source in sources("tui")
        if source.module.startswith(ROOM) is inside
        for name in sorted({*_imported(source), *_reached(source), *_overridden(source)})
    ]


def gone() -> list[str]:
    """Return the private names in use that Textual no longer has."""
    known = _textual_words()
    return [each for each in private_names(inside=True) if each.rpartition(" ")[2] not in known]


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _imported(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual"):
            yield from (part for part in (node.module or "").split(".") if _is_private(part))
            yield from (each.name for each in node.names if _is_private(each.name))


def _reached(source: Source) -> Iterator[str]:
    """Attributes with a private name of Textual's that nothing of ours defines."""
    foreign = _textual_words() - _our_words() - _OF_A_TUPLE
    for node in source.nodes:
        if isinstance(node, ast.Attribute) and node.attr in foreign:
            yield node.attr


def _overridden(source: Source) -> Iterator[str]:
    """Private names that a class of ours has, and one of Textual's below it too."""
    module = importlib.import_module(source.module)
    for node in source.nodes:
        one = getattr(module, node.name, None) if isinstance(node, ast.ClassDef) else None
        if isinstance(node, ast.ClassDef) and inspect.isclass(one):
            bases = [base for base in one.__mro__[1:] if base.__module__.startswith("textual")]
            for name in _own_names(node):
                if any(name in vars(base) or name in _words_of(base.__module__) for base in bases):
                    yield name


def _own_names(one: ast.ClassDef) -> set[str]:
    """The private names that a class defines, or assigns to itself."""
    found: set[str] = set()
    for node in ast.walk(one):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                found.add(name)
            case ast.Attribute(attr=name, ctx=ast.Store(), value=ast.Name(id="self")):
                found.add(name)
    return {name for name in found if _is_private(name)}


@cache
def _our_words() -> frozenset[str]:
    """Every name that something of ours has: a function, a class, a variable, an attribute or a field."""
    found: set[str] = set()
    for source in sources():
        for node in source.nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                found.add(node.name)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                found.add(node.attr)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                found.add(node.id)
    return frozenset(found)


@cache
def _words_of(module: str) -> frozenset[str]:
    """The attributes that a module of Textual's assigns to `self`."""
    return frozenset(_stored(importlib.import_module(module)))


def _stored(module: ModuleType) -> Iterator[str]:
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _is_private(node.attr):
            yield node.attr


@cache
def _textual_words() -> frozenset[str]:
    """Every word in the source of Textual that looks like a private name."""
    import textual

    paths = Path(str(textual.__file__)).parent.rglob("*.py")
    return frozenset(word for path in paths for word in _PRIVATE.findall(path.read_text("utf-8")))

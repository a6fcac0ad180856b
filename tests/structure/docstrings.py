"""Docstrings that help: a verb at the beginning of each public function, none where the name says it all."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.structure.source import Function, sources

FUNCTION_WORDS = frozenset(
    word
    for line in (
        "a an the this that these those what which who whom whose when where why how whether if as",
        "all any both each every either neither no none nothing nobody some somebody something such",
        "so many much more most few less at by for from in into of off on onto out over to under up",
        "with without and or but not never only also it its he she they there",
    )
    for word in line.split()
)
"""The closed class of words that a verb is never one of."""
SAY_IT_ALL = ("compose", "render", "page", "main")
SAY_IT_ALL_BEGIN = ("on_", "action_", "watch_")


def without_verb() -> list[str]:
    """Return the public functions whose docstring does not begin with a verb."""
    return [
        f"{name}: {text.splitlines()[0]}"
        for name, function in _public()
        if (text := ast.get_docstring(function))
        and text.split()[0].strip(".,;:").casefold() in FUNCTION_WORDS
    ]


def without_docstring() -> list[str]:
    """Return the public functions that say nothing of themselves, and whose name does not say it all."""
    return [
        name
        for name, function in _public()
        if not ast.get_docstring(function)
        and function.name not in SAY_IT_ALL
        and not function.name.startswith(SAY_IT_ALL_BEGIN)
    ]


def _public() -> Iterator[tuple[str, Function]]:
    """Functions and methods that others may call; a property is named, not done."""
    for source in sources():
        for function, owner in source.functions:
            hidden = function.name.startswith("_") or (owner is not None and owner.name.startswith("_"))
            if not hidden and function in source.outer and not _is_property(function):
                yield f"{source.name}:{function.lineno} {function.name}", function


def _is_property(function: Function) -> bool:
    return any(
        "property" in ast.unparse(each) or "setter" in ast.unparse(each) for each in function.decorator_list
    )

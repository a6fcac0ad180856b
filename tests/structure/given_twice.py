"""Names that a module gives twice: the second takes the place of the first unseen, for all that uses it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.structure.source import sources


def names_given_twice() -> list[str]:
    """Return the names that stand for a second value in the same module, with where."""
    return [f"{source.name}:{line}: {name}" for source in sources() for name, line in _again(source.tree)]


def _again(tree: ast.Module) -> Iterator[tuple[str, int]]:
    known: set[str] = set()
    for node in tree.body:
        for name in _given(node):
            if name in known:
                yield name, node.lineno
            known.add(name)


def _given(node: ast.stmt) -> list[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.Assign(targets=targets):
            return [each.id for each in targets if isinstance(each, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
    return []

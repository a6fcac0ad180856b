"""Modules that import each other, directly or around, also inside functions."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.structure.source import Source, sources


def import_cycles() -> list[str]:
    """Return the groups of modules of which each leads to every other one."""
    modules = {source.module: source for source in sources()}
    knows = {name: set(_imported(source, modules)) for name, source in modules.items()}
    return [" → ".join(sorted(group)) for group in _rings(knows) if len(group) > 1]


def _imported(source: Source, modules: dict[str, Source]) -> Iterator[str]:
    for node in _at_run_time(source.tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for each in node.names:
                inside = f"{node.module}.{each.name}"
                target = inside if inside in modules else node.module
                if target in modules and target != source.module:
                    yield target


def _at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    """Everything but what stands below `if TYPE_CHECKING`."""
    for child in ast.iter_child_nodes(node):
        if (
            isinstance(child, ast.If)
            and isinstance(child.test, ast.Name)
            and child.test.id == "TYPE_CHECKING"
        ):
            continue
        yield child
        yield from _at_run_time(child)


def _rings(knows: dict[str, set[str]]) -> Iterator[set[str]]:
    """The strongly connected groups of a graph, by Tarjan's way."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []

    def visit(name: str) -> Iterator[set[str]]:
        index[name] = low[name] = len(index)
        stack.append(name)
        for other in sorted(knows[name]):
            if other not in index:
                yield from visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], index[other])
        if low[name] == index[name]:
            at = stack.index(name)
            group = set(stack[at:])
            del stack[at:]
            yield group

    for name in sorted(knows):
        if name not in index:
            yield from visit(name)

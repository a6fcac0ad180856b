"""Find in the source what is to be translated: `t("…")`, `t.n("…", "…", count)` and `mark("…")`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("tui", "prompts", "store")


@dataclass(frozen=True, slots=True)
class Message:
    """An English message id, with its plural where it has one."""

    id: str
    plural: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a message stands. `message` is None where it is no literal, so that nothing can be found.

    `built` is true where text is put together before it is translated, which no catalogue can follow.
    """

    path: str
    line: int
    message: Message | None
    built: bool = False


@dataclass(frozen=True, slots=True)
class Module:
    """One source file: its uses, whether it marks messages, and the modules it imports from."""

    path: str
    uses: tuple[Use, ...]
    marks: bool
    imports: frozenset[str]


def read_sources(root: Path) -> tuple[Module, ...]:
    """Read all modules of the three packages below `root`, in order of path."""
    paths = sorted(path for package in PACKAGES for path in (root / package).rglob("*.py"))
    return tuple(read_module(path.relative_to(root).as_posix(), path.read_text("utf-8")) for path in paths)


def read_module(path: str, source: str) -> Module:
    """Read what one source file says to its readers."""
    tree = ast.parse(source, filename=path)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    uses = sorted((use for call in calls for use in _uses(path, call)), key=lambda use: use.line)
    marks = any(_called(call) == "mark" and _literal(call.args[:1]) is not None for call in calls)
    return Module(path, tuple(uses), marks, frozenset(_imports(tree)))


def _uses(path: str, call: ast.Call) -> Iterator[Use]:
    """Yield the uses this call makes of the translator; one for each side of a choice between literals."""
    wanted = {"t": 1, "mark": 1, "n": 2}.get(_called(call), 0)
    if not wanted or len(call.args) < wanted:
        return
    arguments = call.args[:wanted]
    choice = arguments[0]
    for each in ([choice.body], [choice.orelse]) if isinstance(choice, ast.IfExp) else (arguments,):
        ids = _literal(each)
        built = any(not _plain(argument) for argument in each)
        yield Use(path, call.lineno, Message(*ids) if ids else None, built)


def _called(call: ast.Call) -> str:
    """Return what is called: t for `t(…)`, also of `self` and as `_t`, n for `t.n(…)`, mark; else nothing."""
    match call.func:
        case ast.Name(id="t") | ast.Attribute(attr="t" | "_t"):
            return "t"
        case ast.Name(id="mark"):
            return "mark"
        case ast.Attribute(value=ast.Name(id="t") | ast.Attribute(attr="t" | "_t"), attr="n"):
            return "n"
    return ""


def _literal(arguments: list[ast.expr]) -> tuple[str, ...] | None:
    """Return the arguments as text, if they all are literals."""
    found = tuple(
        each.value for each in arguments if isinstance(each, ast.Constant) and type(each.value) is str
    )
    return found if arguments and len(found) == len(arguments) else None


def _plain(argument: ast.expr) -> bool:
    """Return whether the text is taken as it is, and not put together on the spot."""
    match argument:
        case ast.JoinedStr() | ast.BinOp():
            return False
        case ast.Call(func=ast.Attribute(attr="format" | "join" | "replace")):
            return False
    return True


def _imports(tree: ast.AST) -> Iterator[str]:
    """Yield the modules a file takes names from, as paths."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            base = node.module.replace(".", "/")
            yield f"{base}.py"
            yield f"{base}/__init__.py"
            yield from (f"{base}/{alias.name}.py" for alias in node.names)

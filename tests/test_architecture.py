"""What is fixed about the source: who may know whom, and what is never written."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = tuple(sorted(path for name in ("tui", "prompts", "store") for path in (ROOT / name).rglob("*.py")))
TESTS = tuple(sorted((ROOT / "tests").rglob("*.py")))


def modules(*packages: str) -> list[str]:
    """Every module of these packages, as it is imported."""
    found = (path for path in SOURCES if path.relative_to(ROOT).parts[0] in packages)
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in found
    ]


def loaded_by(*imports: str) -> set[str]:
    """The top-level packages that importing these loads."""
    return {name.partition(".")[0] for name in modules_loaded_by(*imports)}


def modules_loaded_by(*imports: str) -> set[str]:
    """All of `sys.modules` after importing these, in a process of its own."""
    program = (
        "import importlib, json, sys\n"
        f"for name in {list(imports)!r}: importlib.import_module(name)\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT, timeout=120
    )
    return set(json.loads(done.stdout))


def test_store_loads_neither_screens_nor_textual_nor_prompts() -> None:
    assert not loaded_by(*modules("store")) & {"tui", "prompts", "textual", "rich"}


def test_prompts_load_neither_screens_nor_textual_nor_store() -> None:
    assert not loaded_by(*modules("prompts")) & {"tui", "store", "textual", "rich"}


def test_the_domain_loads_no_database_and_no_heavy_library() -> None:
    domain = [name for name in modules("store") if name.startswith(("store.domain", "store.planline"))]
    assert not loaded_by(*domain) & {"tinydb", "filelock", "platformdirs", "msgspec", "cryptography"}


def test_the_first_screen_loads_no_importer_no_exporter_and_no_reader() -> None:
    heavy = {
        "python_calamine",
        "icalendar",
        "holidays",
        "cryptography",
        "docx",
        "typst",
        "segno",
        "babel",
        "xlsxwriter",
    }
    loaded = modules_loaded_by(
        "tui.commands.open", "tui.app", "tui.screens.curtain", "store.files.repository"
    )
    assert not {name.partition(".")[0] for name in loaded} & heavy
    # a line is typed behind the curtain
    assert not [name for name in loaded if name.startswith("store.planline")]


def test_importing_a_module_writes_and_prints_nothing_and_keeps_no_state() -> None:
    allowed = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Assign)
    others = (ast.AnnAssign, ast.Expr, ast.If, ast.Try)

    def offends(statement: ast.stmt) -> bool:
        called = isinstance(statement, ast.Expr) and not isinstance(statement.value, ast.Constant)
        return called or not isinstance(statement, (*allowed, *others))

    assert offenders(SOURCES, lambda tree: filter(offends, tree.body)) == []


def test_no_cast_no_bare_except_and_no_global_variable() -> None:
    def offends(node: ast.AST) -> bool:
        cast = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "cast"
        bare = isinstance(node, ast.ExceptHandler) and node.type is None
        return cast or bare or isinstance(node, ast.Global)

    assert offenders(SOURCES, lambda tree: filter(offends, ast.walk(tree))) == []


def test_what_is_ours_on_the_disk_is_read_by_one_door() -> None:
    def reads(node: ast.AST) -> bool:
        whole = isinstance(node, ast.Attribute) and node.attr in {"read_bytes", "read_text"}
        opened = isinstance(node, ast.Call) and ast.unparse(node.func) in {"open", "path.open", "io.open"}
        # what the system tells of itself is no file of ours
        return opened or (whole and "/proc/" not in ast.unparse(node))

    ours = [path for path in SOURCES if path.is_relative_to(ROOT / "store" / "files")]
    assert offenders(ours, lambda tree: filter(reads, ast.walk(tree))) == []
    assert any(map(reads, ast.walk(ast.parse("blob = spot.path.read_bytes()"))))


def test_no_test_sleeps_and_none_is_skipped() -> None:
    def offends(node: ast.AST) -> bool:
        return isinstance(node, ast.Attribute) and node.attr in {"sleep", "skip", "xfail"}

    assert offenders(TESTS, lambda tree: filter(offends, ast.walk(tree))) == []


def test_an_offender_is_found_and_named() -> None:
    here = Path(__file__)
    (found,) = offenders([here], lambda tree: tree.body[:1])
    assert found == "tests/test_architecture.py:1"
    assert len(SOURCES) > 200
    assert len(TESTS) > 150


def offenders(paths: Iterable[Path], find: Callable[[ast.Module], Iterable[ast.AST]]) -> list[str]:
    """Return the file and line of everything that is found in these files."""
    return [
        f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
        for path in paths
        for node in find(ast.parse(path.read_text("utf-8")))
    ]


def test_the_test_command_of_the_readme_is_the_one_that_ci_runs() -> None:
    command = fenced("test")
    assert ".venv/bin/python -m pytest" in command
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "README.md" in ci
    assert "pip install" not in ci, "CI has no command of its own"


def test_the_readme_runs_the_main_job_in_one_command() -> None:
    assert "startgesprek" in fenced("run")


def fenced(mark: str) -> str:
    """The one line in the fence behind this mark in the README."""
    readme = (ROOT / "README.md").read_text("utf-8")
    found = re.findall(rf"<!-- {mark} -->\s*```[a-z]*\n(.+)\n```", readme)
    assert len(found) == 1, f"one line behind <!-- {mark} -->, not {len(found)}"
    return str(found[0])


def test_the_constraints_name_exact_versions_of_all_dependencies_and_no_index() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").split("\n")
    lines = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line)] == []
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    names = {re.split(r"[<>=!~\[; ]", each)[0].lower().replace("_", "-") for each in wanted}
    assert names <= {line.partition("==")[0].lower().replace("_", "-") for line in lines}

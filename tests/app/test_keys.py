"""The table of keys: nothing twice on a screen, nothing that some terminal keeps for itself."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

import pytest

from tui import screens
from tui.keys import EVERYWHERE, KEYS, Key
from tui.screens.help import HelpScreen
from tui.screens.modal import Modal
from tui.screens.page import Page

TAKEN = {"f1", "f10", "f11", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket", "ctrl+enter"}
TAKEN_WITH = ("alt+", "super+", "ctrl+shift+")
OF_INPUT = {f"ctrl+{letter}" for letter in "acdefkuvwx"}


Kind = TypeVar("Kind", bound="Page | Modal[object]")


def screens_of(kind: type[Kind]) -> list[type[Kind]]:
    """Every screen of this kind, wherever it stands."""
    found = set()
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        for each in vars(importlib.import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, kind) and each.__module__ == module.name:
                found.add(each)
    return sorted(found, key=str)


PAGES = screens_of(Page)
SHEETS = [
    each for each in screens_of(Modal) if each.__module__ != Modal.__module__ and each is not HelpScreen
]


def reached_by(key: Key) -> list[str]:
    return key.keys.split(",")


def taken(key: str) -> bool:
    return key in TAKEN or key.startswith(TAKEN_WITH)


def test_the_screens_are_found_wherever_they_stand() -> None:
    assert len(PAGES) >= 10
    packages = {page.__module__.removeprefix(f"{screens.__name__}.").split(".")[0] for page in PAGES}
    assert packages >= {module.name for module in pkgutil.iter_modules(screens.__path__) if module.ispkg}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.__name__)
def test_the_help_of_a_sheet_tells_all_its_keys(sheet: type[Modal[object]]) -> None:
    bound = {key for keys in own_keys(sheet) for key in keys.split(",")}
    told = {key for keys, _ in sheet.TOLD for key in keys.split(",")}
    opened_it = {key for each in KEYS.values() for key in reached_by(each) if key[0] == "f" or "+" in key}
    assert bound - told - opened_it - {"space"} == set()
    assert "escape" in told


def own_keys(sheet: type[Modal[object]]) -> Iterator[str]:
    for each in vars(sheet).get("BINDINGS", ()):
        yield each[0] if isinstance(each, tuple) else each.key


def test_no_action_hangs_only_on_a_key_that_a_terminal_may_take() -> None:
    assert [key.id for key in KEYS.values() if all(taken(each) for each in reached_by(key))] == []


def test_no_action_takes_a_key_the_line_needs_itself() -> None:
    assert [key.id for key in KEYS.values() if OF_INPUT & set(reached_by(key))] == []


def test_no_key_does_two_things_on_one_screen() -> None:
    assert [f"{page.__name__}: {key}" for page in PAGES for key in doubled(page)] == []


def doubled(page: type[Page]) -> list[str]:
    ids = dict.fromkeys((*page.HERE, *EVERYWHERE))
    counts = Counter(key for each in ids for key in reached_by(KEYS[each]))
    return [key for key, count in counts.items() if count > 1]


def test_every_key_of_a_screen_has_something_to_do() -> None:
    from tui.app import Startgesprek

    idle = [
        f"{page.__name__}: {each}"
        for page in PAGES
        for each in page.HERE
        if not any(hasattr(owner, f"action_{KEYS[each].action}") for owner in (page, Startgesprek))
    ]
    assert idle == []


def test_what_the_key_line_shows_and_renames_is_in_the_table() -> None:
    named = [(page, each) for page in PAGES for each in (*page.HERE, *page.SHOWN, *page.NAMED)]
    assert [f"{page.__name__}: {each}" for page, each in named if each not in KEYS] == []

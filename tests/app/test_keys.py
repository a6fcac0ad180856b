"""The table of keys: nothing twice on a screen, nothing that some terminal keeps for itself."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator

from tui import screens
from tui.keys import EVERYWHERE, KEYS, Key
from tui.screens.page import Page

TAKEN = {"f1", "f10", "f11", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket", "ctrl+enter"}
TAKEN_WITH = ("alt+", "super+", "ctrl+shift+")
OF_INPUT = {f"ctrl+{letter}" for letter in "acdefkuvwx"}


def pages() -> Iterator[type[Page]]:
    """Every screen with a key line."""
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        for each in vars(importlib.import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, Page) and each.__module__ == module.name:
                yield each


PAGES = sorted(pages(), key=str)


def reached_by(key: Key) -> list[str]:
    return key.keys.split(",")


def taken(key: str) -> bool:
    return key in TAKEN or key.startswith(TAKEN_WITH)


def test_the_screens_are_found_wherever_they_stand() -> None:
    assert len(PAGES) >= 10
    packages = {page.__module__.removeprefix(f"{screens.__name__}.").split(".")[0] for page in PAGES}
    assert packages >= {module.name for module in pkgutil.iter_modules(screens.__path__) if module.ispkg}


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

"""The table of keys: nothing twice on a screen, nothing that some terminal keeps for itself."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator

import pytest

from tui import screens
from tui.keys import EVERYWHERE, KEYS, LINE_KEYS, Key
from tui.screens.page import Page

TAKEN = {"f1", "f10", "f11", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket", "ctrl+enter"}
TAKEN_WITH = ("alt+", "super+", "ctrl+shift+")
OF_INPUT = {f"ctrl+{letter}" for letter in "acdefkuvwx"}


def pages() -> Iterator[type[Page]]:
    """Every screen with a key line."""
    for module in pkgutil.iter_modules(screens.__path__):
        for each in vars(importlib.import_module(f"tui.screens.{module.name}")).values():
            if isinstance(each, type) and issubclass(each, Page) and each.__module__.endswith(module.name):
                yield each


PAGES = sorted(set(pages()), key=str)


def reached_by(key: Key) -> list[str]:
    return key.keys.split(",")


def taken(key: str) -> bool:
    return key in TAKEN or key.startswith(TAKEN_WITH)


@pytest.mark.parametrize("key", KEYS.values(), ids=lambda key: key.id)
def test_no_action_hangs_only_on_a_key_that_a_terminal_may_take(key: Key) -> None:
    assert any(not taken(each) for each in reached_by(key))


@pytest.mark.parametrize("key", KEYS.values(), ids=lambda key: key.id)
def test_no_action_takes_a_key_the_line_needs_itself(key: Key) -> None:
    assert not OF_INPUT & set(reached_by(key))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_no_key_does_two_things_on_one_screen(page: type[Page]) -> None:
    ids = dict.fromkeys((*page.HERE, *EVERYWHERE))
    counts = Counter(key for each in ids for key in reached_by(KEYS[each]))
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_every_key_of_a_screen_has_something_to_do(page: type[Page]) -> None:
    from tui.app import Startgesprek

    for each in page.HERE:
        action = f"action_{KEYS[each].action}"
        assert hasattr(page, action) or hasattr(Startgesprek, action)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_what_the_key_line_shows_and_renames_is_in_the_table(page: type[Page]) -> None:
    assert {*page.HERE, *page.SHOWN, *page.NAMED} <= set(KEYS)


def test_the_keys_of_the_line_are_told_in_the_help() -> None:
    assert {face for face, _ in LINE_KEYS} >= {"⇥", "↵", "↑", "!", "→", "del", "esc"}

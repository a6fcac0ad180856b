"""The commands that the palette offers over a screen: its keys, what it does by name, the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.app import App
from textual.screen import Screen

from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.setup.passphrase import is_sealed
from tui.find_command import Command
from tui.idle_lock import IdleLock
from tui.keys import EVERYWHERE, KEYS
from tui.navigation import Navigator
from tui.screens.page import Page
from tui.way_out import WayOut
from tui.words.other_names import other_names

LOCK = (mark("lock now"), mark("Cover the screen; only the passphrase opens it."))


class OfferedCommands:
    """Knows all that can be done where somebody is."""

    def __init__(self, app: App[WayOut], desk: Desk, navigator: Navigator, idle_lock: IdleLock) -> None:
        """Offer what these parts of the app can do."""
        self._app, self._desk, self._navigator, self._lock = app, desk, navigator, idle_lock

    @property
    def _t(self) -> Translator:
        return self._navigator.t

    def over(self, screen: Screen[object]) -> Iterator[Command]:
        """Yield the commands over a screen, in the order of the table of keys."""
        yield from self._of_keys(screen)
        for only in screen.BY_NAME if isinstance(screen, Page) else ():
            run = partial(screen.run_action, only.action)
            yield Command(self._t(only.label), self._t(only.help), run, also=self._t(only.also))
        if self._lock.can_lock:
            label, told = LOCK
            yield Command(self._t(label), self._t(told), self._lock.lock)
        if isinstance(screen, Page):
            if screen.OFFERS_IMPORT and self._desk.day.running is None:
                yield self._by_key_name("file", self._navigator.show_import)
            yield from self._of_settings("settings" in screen.HERE)

    def _of_keys(self, screen: Screen[object]) -> Iterator[Command]:
        here, named = (screen.HERE, screen.NAMED) if isinstance(screen, Page) else ((), {})
        keys = [each for each in (*here, *EVERYWHERE) if each != "palette"]
        live = [each for each in keys if not isinstance(screen, Page) or screen.is_live(each)]
        # what a letter and another key do is one command
        once = {KEYS[each].action: each for each in reversed(live)}
        for each in dict.fromkeys(each for each in live if each in once.values()):
            key = KEYS[each]
            run = partial(self._app.run_action if key.everywhere else screen.run_action, key.action)
            label = self._t(named.get(each, key.label))
            yield Command(label, self._t(key.help), run, key.shown, other_names(each, self._t))

    def _by_key_name(self, name: str, run: Callable[[], object]) -> Command:
        """What a key of the table does, where no key leads to it."""
        key = KEYS[name]
        return Command(self._t(key.label), self._t(key.help), run, also=other_names(name, self._t))

    def _of_settings(self, listed: bool) -> Iterator[Command]:
        """The settings, and those of its rows that somebody may look for by name."""
        from tui.desk.settings.settings_rows import LISTS, rows_of
        from tui.words.settings import hint_words, label_words

        if not listed:
            yield self._by_key_name("settings", self._navigator.show_settings)
        rows = rows_of(self._desk.year, sealed=is_sealed(self._desk.repository))
        for kind, row in {row.kind: row for row in reversed(rows) if row.kind not in LISTS}.items():
            run = partial(self._navigator.show_settings, kind)
            label, told = label_words(row, self._desk.year, self._t), hint_words(row, self._t)
            yield Command(label, told, run, also=other_names(kind, self._t), listed=False)

"""The command palette: the commands of this screen, and a word when none of them is meant."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette
from textual.content import Content
from textual.widgets.option_list import Option

from store.language import Translator

PATIENCE = 0.5
"""Seconds before it is said that nothing was found; more may be typed."""


class Palette(CommandPalette):
    """Textual's own, which says in English only that nothing was found.

    How that is said can't be told it: https://github.com/Textualize/textual/issues/3278
    """

    def __init__(self, t: Translator) -> None:
        """Speak this language."""
        super().__init__(placeholder=t("What would you like to do?"), id="--command-palette")
        self._nothing = t("Nothing is called that here.")

    def _start_no_matches_countdown(self, search_value: str) -> None:
        self._stop_no_matches_countdown()
        self._no_matches_timer = self.set_timer(PATIENCE, lambda: self._show_nothing(search_value))

    def _show_nothing(self, search_value: str) -> None:
        if search_value:
            nothing = Option(Content(self._nothing), disabled=True, id=self._NO_MATCHES)
            self.query_one(CommandList).add_option(nothing)
        self._list_visible = bool(search_value)

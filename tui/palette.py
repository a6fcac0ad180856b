"""The command palette: the commands of this screen, and a word when none of them is meant."""

from __future__ import annotations

from textual.command import CommandPalette, Hit, Hits
from textual.system_commands import SystemCommandsProvider

from store.language import Translator


def palette(t: Translator) -> CommandPalette:
    """The palette in this language; Textual's own says in English that nothing was found."""

    class Commands(SystemCommandsProvider):
        async def search(self, query: str) -> Hits:
            nothing = True
            async for hit in super().search(query):
                nothing = False
                yield hit
            if nothing:
                yield Hit(1, t("Nothing is called that here."), lambda: None)

    placeholder = t("What would you like to do?")
    return CommandPalette([Commands], placeholder=placeholder, id="--command-palette")

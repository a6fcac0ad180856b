"""The app: colours, keys that work everywhere, the palette, and every way to stop."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from textual.app import SystemCommand
from textual.command import CommandPalette
from textual.events import Event, Key, Paste
from textual.screen import Screen

from store.domain.text import clean
from store.files.errors import Kind
from store.language import Translator
from tui.desk.desk import Desk, Saving
from tui.desk.locked_folder import Door
from tui.idle_lock import LOOK_SECONDS, Guard
from tui.keys import EVERYWHERE, KEYS, bindings
from tui.screens.curtain import CurtainScreen
from tui.screens.page import Page
from tui.terminal.key_queue import OneByOne
from tui.terminal.signals import on_ending
from tui.terminal.window import fits
from tui.theme import CALM, VARIABLES
from tui.widgets.palette import Palette
from tui.widgets.too_small import counts_unseen
from tui.words.saving import saving_words


class Startgesprek(Guard):
    """Shows one day. Gives "demo" when the teacher wants to look around with an invented class."""

    TITLE = "Startgesprek"
    COMMAND_PALETTE_BINDING = "ctrl+p"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings(EVERYWHERE, priority=True)

    def __init__(
        self,
        desk: Desk,
        t: Translator,
        exports: Path,
        damaged: Sequence[tuple[Kind, date]] = (),
        *,
        rehearsal: bool = True,
        door: Door | None = None,
    ) -> None:
        """As for `Guard`."""
        super().__init__(desk, t, exports, damaged, rehearsal=rehearsal, door=door)
        self.register_theme(CALM)
        self.set_reactive(Startgesprek.theme, CALM.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self._warned = False
        self.keys = OneByOne(self, super().on_event)

    async def on_mount(self) -> None:
        """Listen to the system, and put up the first screen."""
        on_ending(self._ended_from_outside)
        # after ctrl+z and fg only part of the screen comes back by itself
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(repaint=True, layout=True))
        self.set_interval(LOOK_SECONDS, self.look_around)
        await self.begin()

    def _ended_from_outside(self) -> None:
        self.desk.close()
        if self.copied:
            # nobody can be asked what is to become of it
            self.parting += (self.t("What you copied is still on the clipboard."),)
        self.exit()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colour of what is there but does not ask for attention."""
        return VARIABLES

    def _print_error_renderables(self) -> None:
        """Print nothing of an unexpected error: its traceback would hold names of children."""

    # -- keys that work everywhere -----------------------------------------------
    async def action_curtain(self) -> None:
        """Cover the screen; what lies under it stays as it is."""
        if not isinstance(self.screen, CurtainScreen):
            curtain = CurtainScreen(self.desk, self.t)
            self.bind_page(curtain)
            await self.push_screen(curtain)

    def action_help(self) -> None:
        """The keys of this screen."""
        from tui.screens.help import HelpScreen

        page = self.screen
        if isinstance(page, Page):
            self.push_screen(HelpScreen((*page.HERE, *EVERYWHERE), page.LINE, self.t))

    def action_kept(self) -> None:
        """Say what is kept."""
        words = saving_words(self.desk.saving, self.t)
        self._say(words if self.desk.saving.behind else self.t("Everything is kept. {words}", words=words))

    def saving_changed(self, saving: Saving) -> None:
        """Show what is kept; once it is, a later quit is warned about anew."""
        super().saving_changed(saving)
        if not saving.reason:
            self._warned = False

    async def action_quit(self) -> None:
        """Stop, with everything kept; when it can't be kept, say so and stop only the second time.

        What was copied is spoken of first: it would outlive the program.
        """
        from tui.screens.clipboard import ClipboardScreen

        if self.copied and not isinstance(self.screen, ClipboardScreen):
            self.push_screen(ClipboardScreen(self.t), self._clipboard_answered)
            return
        await self._stop()

    async def _clipboard_answered(self, clear: bool | None) -> None:
        if clear is None:
            return
        if clear:
            self.copy_to_clipboard("")
        self.copied = False
        await self._stop()

    async def _stop(self) -> None:
        if self._warned or await asyncio.to_thread(self.desk.settle):
            if await asyncio.to_thread(self.desk.close):
                await self.back_up_at_the_end()
            self.exit()
            return
        self._warned = True
        self._say(self.t("Once more stops all the same."))

    async def on_event(self, event: Event) -> None:
        """Keys in their turn; what is pasted is clean before any field, the palette's too, gets to see it."""
        if isinstance(event, Paste):
            event.text = clean(event.text, lines=True)
        if isinstance(event, (Key, Paste)) and not event.is_forwarded:
            if self._counts(event):
                self.keys.take(event)
        else:
            await super().on_event(event)

    def _counts(self, event: Key | Paste) -> bool:
        """Nobody sees what a key does behind the notice that the window is too small."""
        if isinstance(event, Paste) or fits(*self.size) or not isinstance(self.screen, Page):
            return True
        return counts_unseen(event, self.focused)

    def action_command_palette(self) -> None:
        """All commands of this screen, to be typed."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(self.t))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette, made from the table of keys."""
        here, named = (screen.HERE, screen.NAMED) if isinstance(screen, Page) else ((), {})
        for each in dict.fromkeys((*here, *EVERYWHERE)):
            key = KEYS[each]
            run = partial(self.run_action if key.everywhere else screen.run_action, key.action)
            label = self.t(named.get(each, key.label))
            yield SystemCommand(f"{label}  {key.shown}", self.t(key.help), run)
        for wish, label, told in self.wishes(screen):
            yield SystemCommand(self.t(label), self.t(told), partial(self.wish, wish))

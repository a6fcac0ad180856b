"""The recovery key, shown once: to write down, to print, or to keep on something else than this computer."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Static

from store.files.typed_path import is_inside, typed_path, unquoted
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.setup.passphrase import keep_key, lying_open
from tui.keys import KEYS, bindings
from tui.messages import PassphraseLeft
from tui.screens.page import Page
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import literal


class RecoveryKeyScreen(Page):
    """F9 goes on. A path on the line keeps the key there, anywhere but in the data folder."""

    NAMES_NOBODY = True
    HERE = ("onward",)
    SHOWN = ("onward",)
    LINE = (("enter", mark("Keep the key in the file that was typed.")),)
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator, recovery_key: str) -> None:
        """Show this key."""
        super().__init__(desk, t)
        self._recovery_key = recovery_key

    def page(self) -> ComposeResult:
        """Yield the key, what it is for, and the line."""
        t = self.t
        yield Static(literal(t("This is the recovery key:")), classes="dim")
        yield Static(literal(f"\n    {self._recovery_key}\n", "bold"), id="card-name")
        what = t(
            "It opens everything when the passphrase is forgotten, typed in its place. Write it down now and "
            "keep the paper at home or in the school's safe, not with this computer: it is shown only this "
            "once. Capitals and dashes do not matter."
        )
        yield Static(literal(what))
        hint = t("Or type a new file for it, on a stick or a network disk, to print it from there.")
        yield Static(literal(hint), id="choices", classes="dim")
        yield LineInput(placeholder=t("path of a new file"))
        yield Static(id="read", markup=False)
        yield Static(id="sealed", markup=False)

    def on_mount(self) -> None:
        """Ready to type; meanwhile it is looked what the seal does not reach."""
        self.query_one(LineInput).focus()
        self.run_worker(self._look())

    async def _look(self) -> None:
        repository = self.desk.repository
        count = await asyncio.to_thread(lying_open, repository)
        style = "$warning" if count else ""
        self.query_one("#sealed", Static).update(literal(self._sealed(count, repository.folder), style))

    def _sealed(self, count: int, folder: Path) -> str:
        if not count:
            return self.t("Everything in {folder} is sealed.", folder=folder)
        return self.t.n(
            "{count} file in {folder} is not Startgesprek's own and can still be read by anyone: take it "
            "elsewhere or throw it away. 'startgesprek check' names it.",
            "{count} files in {folder} are not Startgesprek's own and can still be read by anyone: take them "
            "elsewhere or throw them away. 'startgesprek check' names them.",
            count,
            folder=folder,
        )

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        """Keep the key in this file."""
        if event.text:
            told = self._kept(typed_path(unquoted(event.text)))
        else:
            told = self.t("Is it on paper? {key} goes on.", key=KEYS["onward"].shown)
        self.query_one("#read", Static).update(literal(told))

    def _kept(self, path: Path) -> str:
        t = self.t
        try:
            if is_inside(path, self.desk.repository.folder):
                return t("That is beside what it opens; choose a place outside the data folder.")
            keep_key(self._recovery_key, path)
        except FileExistsError:
            return t("{path} is there already; choose another name.", path=path)
        except (OSError, ValueError):
            return t("{path} can't be written; choose another place.", path=path)
        return t("Kept: {path}", path=path)

    def action_onward(self) -> None:
        self.post_message(PassphraseLeft(key_shown=True))

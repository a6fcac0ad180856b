"""The read-back: the letter the family gets, read aloud before the talk is finished."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult

from store.domain.siblings import sheets
from store.domain.talk import Talk
from store.domain.undo import StepName
from store.export.telling import COVERED, IN_FULL, SIMPLY, Telling
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.files_out import in_next_language, make_paper
from tui.desk.fresh_press import FreshPress
from tui.desk.printing import Printing
from tui.desk.year.follow_up import plans_so_far
from tui.keys import KEYS, bindings
from tui.messages import ClosingAsked, TalkFinished
from tui.screens.paper_page import PaperPage
from tui.screens.talk.talk_page import TalkPage
from tui.screens.turned_page import TurnedPage
from tui.widgets.letter import Letter
from tui.widgets.talk_head import TalkHead
from tui.words.paper import paper_words, sheet_language_words


class ReadBackScreen(TalkPage, TurnedPage, PaperPage):
    """Finishes the talk, or leads back to the closing. A key that is held on the way here does neither.

    Of a talk about several children each has a letter: onward leads through all of them first.
    """

    HERE = (
        "who", "longer", "next_page", "previous_page", "simple", "say_back", "paper", "sheet_language",
        "to_closing", "aside", "onward",
    )  # fmt: skip
    SHOWN = ("to_closing", "simple", "next_page", "paper", "aside", "onward", "curtain")
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("done")}
    SHORT: ClassVar[dict[str, str]] = {
        **TalkPage.SHORT, "simple": mark("interpreter"), "next_page": mark("more"),
    }  # fmt: skip
    LASTING = ("paper",)
    TURNED = "Letter"
    BINDINGS = bindings(HERE)

    def __init__(
        self,
        desk: Desk,
        t: Translator,
        talk: Talk,
        exports: Path,
        prints: Callable[[Path], Awaitable[Printing]],
    ) -> None:
        """Read this talk back.

        Paper goes to `exports` where no folder was chosen, and `prints` brings it to the printer.
        """
        super().__init__(desk, t, talk)
        self._exports = exports
        self._so_far = plans_so_far(talk, desk)
        self._prints = prints
        self._press = FreshPress(desk.real_now)
        self._at = 0

    def page(self) -> ComposeResult:
        """Yield the head and the letter."""
        yield TalkHead(self.desk, self.t, self.t("read back"))
        yield Letter(self.desk.school, self.t)

    def on_mount(self) -> None:
        self.show()

    def show(self) -> None:
        """Show the letter as it now is."""
        self.query_one(TalkHead).talk = self.talk
        self.query_one(Letter).show(sheets(self.talk_as_it_went)[self._at], self._so_far)
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys, and once more when it is known how long the letter is."""
        super().show_keys()
        self.call_after_refresh(super().show_keys)

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys; told otherwise than in full, the one that leads back stands among them."""
        keys = super().key_labels()
        if self.is_live("next_page"):
            # there is no room for both, and setting aside is one step back
            keys = [(key, label) for key, label in keys if key != KEYS["aside"].shown]
        if following := self.talk.pupils[self._at + 1 :]:
            onward = KEYS["onward"].shown
            keys = [(key, following[0].first_name if key == onward else label) for key, label in keys]
        simple, covered = KEYS["simple"].shown, KEYS["say_back"].shown
        telling = next((letter.telling for letter in self.query(Letter)), IN_FULL)
        if telling is IN_FULL:
            return keys
        # the key that told it so leads back, also where it has no place of its own among the keys
        back = (simple if telling is SIMPLY else covered), self.t("in full")
        return [back if key == simple else (key, label) for key, label in keys]

    def _tell(self, telling: Telling) -> None:
        self.query_one(Letter).tell(telling)
        self.show_keys()

    def way_back(self) -> Callable[[], None]:
        """Return what tells the letter as it is told now."""
        letter = self.query_one(Letter)
        telling = letter.telling

        def go() -> None:
            letter.tell_as(telling)
            self.show_keys()

        return go

    # -- keys ------------------------------------------------------------------
    def action_onward(self) -> None:
        if not self.counts(self._press):
            return
        if self.talk.missing():
            self.post_message(ClosingAsked(self.talk_id))
        elif self._at + 1 < len(self.talk.pupils):
            self._read(self._at + 1)
        else:
            self.post_message(TalkFinished(self.talk_id))

    def _read(self, at: int) -> None:
        """Read the letter of this child, from its top."""
        self._at = at
        self.query_one(Letter).begin(sheets(self.talk_as_it_went)[at], self._so_far)
        self.show_keys()

    def action_to_closing(self) -> None:
        if self._at:
            self._read(self._at - 1)
        else:
            self.post_message(ClosingAsked(self.talk_id))

    def action_simple(self) -> None:
        self._tell(SIMPLY)

    def action_say_back(self) -> None:
        self._tell(COVERED)

    def action_sheet_language(self) -> None:
        self.desk.do(StepName.ARRANGED, in_next_language(self.talk, self.t))
        self.say(sheet_language_words(self.talk, self.t))

    def action_paper(self) -> None:
        self.put_on_paper(self._print, self._exports)

    async def _print(self, folder: Path) -> str:
        """Make the sheets, and bring them to the printer as far as that can be."""
        talk, school, now = self.talk_as_it_went, self.desk.school, self.desk.now()
        paper = await asyncio.to_thread(make_paper, talk, school, self.t, now, folder, self._so_far)
        came = [await self._prints(path) for path in paper.paths]
        return paper_words(paper, self.t, max(came))

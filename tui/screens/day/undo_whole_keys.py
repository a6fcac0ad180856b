"""Undo and redo of what was stored in one go: a file, a timetable, what a colleague has."""

from __future__ import annotations

from store.files.errors import FilesError
from store.files.typed_path import is_file
from store.language import mark
from tui.desk.fresh_press import FreshPress
from tui.keys import KEYS
from tui.screens.day.undo_keys import UndoKeys
from tui.words.file_errors import file_words

GOES_WHOLE = mark(
    "All is as it was read in or made. {key} once more takes that away too, with every talk and name in it."
)


class UndoWholeKeys(UndoKeys):
    """A page on which undo and redo reach as far as what was stored in one go."""

    def on_mount(self) -> None:
        self._fresh = FreshPress(self.desk.real_now, at_once=True)
        self._stepped_back = False

    def action_undo(self) -> None:
        """Take back what was done last: what was stored in one go, when nothing was done with it since.

        Who goes back step by step is told before all of it goes.
        """
        if not self._turned_whole(back=True):
            super().action_undo()
            self._stepped_back = True

    def action_redo(self) -> None:
        """Do once more what was taken back last."""
        if not self._turned_whole(back=False):
            super().action_redo()

    def _turned_whole(self, *, back: bool) -> bool:
        """Take back what was stored in one go, or store it again; False where that was not the last."""
        fresh = self._fresh.counts()
        if not is_file(self.desk.repository.layout.last_import.path):
            return False
        from tui.desk.roster.last_import import do_again, is_next, take_back
        from tui.words.roster.whole import done_again_words, taken_back_words

        try:
            if not is_next(self.desk, back=back):
                return False
            if back and not fresh:
                # a key that came twice took back one thing, and would now take a whole class
                self.rest()
                return True
            if back and self._stepped_back:
                self._stepped_back = False
                key = KEYS["undo_letter"].shown
                self.say(self.t(GOES_WHOLE, key=key))
                return True
            turned = (take_back if back else do_again)(self.desk)
        except FilesError as error:
            self.say(file_words(error, self.t))
            return True
        if turned is not None:
            key = KEYS[self.REDO].shown
            self.say(taken_back_words(turned, key, self.t) if back else done_again_words(turned, self.t))
        return True

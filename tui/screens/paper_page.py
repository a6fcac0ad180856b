"""A page from which paper is made: where that goes, and what is said of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from tui.desk.files_out import paper_place
from tui.screens.page import Page
from tui.words.folder_place import COPIED, inside_words
from tui.words.paper import paper_refused_words

MakePaper = Callable[[Path], Awaitable[str]]
"""Makes paper in a folder, and returns what there is to say of it."""


class PaperPage(Page):
    """A page with a key that makes paper, beside the screen."""

    _told_of_copies = False
    """Whether it was said that something copies the folder elsewhere; asked for again it goes there."""

    def put_on_paper(self, make: MakePaper, exports: Path) -> None:
        """Make paper in the folder chosen for it, else in `exports`; or say why it does not go there yet."""
        place = paper_place(self.desk.repository, exports)
        if refused := inside_words(place.folder, self.desk.repository.folder, self.t):
            self.say(refused)
        elif place.risk and not self._told_of_copies:
            self._told_of_copies = True
            told = self.t(COPIED[place.risk], folder=place.folder)
            self.say(f"{told} {self.t('The same key once more puts the paper there all the same.')}")
        else:
            self.say(self.t("The paper is being made…"))
            self.run_worker(self._put_on_paper(make, place.folder), exclusive=True)

    async def _put_on_paper(self, make: MakePaper, folder: Path) -> None:
        try:
            said = await make(folder)
        except OSError as error:
            said = paper_refused_words(error, self.t)
        self.say(said)

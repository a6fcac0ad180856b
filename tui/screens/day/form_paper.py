"""The form that parents fill in, on paper for every family of the day that is still to come."""

from __future__ import annotations

import asyncio
from pathlib import Path

from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.files_out import make_forms, paper_place
from tui.desk.kinds.forms import has_form
from tui.desk.setup.outside_data_folder import inside_words
from tui.screens.page import Page
from tui.words.folder_place import COPIED
from tui.words.kinds.forms import no_form_words
from tui.words.paper import paper_refused_words, paper_words


class FormPaper(Page):
    """A page on which the forms of a day are printed; they go to `exports` where no folder was chosen."""

    def __init__(self, desk: Desk, t: Translator, exports: Path) -> None:
        """Print for this desk."""
        super().__init__(desk, t)
        self._exports = exports
        self._told_of_copies = False

    def action_print_forms(self) -> None:
        """Make the forms of this day, or say why there are none."""
        coming = [talk for talk in self.desk.day.coming if has_form(talk, self.t)]
        place = paper_place(self.desk.repository, self._exports)
        if not any(has_form(talk, self.t) for talk in self.desk.day.talks):
            self.say(no_form_words(self.t))
        elif not coming:
            self.say(self.t("No family of this day is still to come."))
        elif refused := inside_words(place.folder, self.desk.repository.folder, self.t):
            self.say(refused)
        elif place.risk and not self._told_of_copies:
            self._told_of_copies = True
            told = self.t(COPIED[place.risk], folder=place.folder)
            self.say(f"{told} {self.t('The same key once more puts the paper there all the same.')}")
        else:
            self.say(self.t("The paper is being made…"))
            self.run_worker(self._print(place.folder), exclusive=True)

    async def _print(self, folder: Path) -> None:
        """Make the forms beside the screen."""
        try:
            paper = await asyncio.to_thread(make_forms, self.desk.day, self.t, folder)
        except OSError as error:
            self.say(paper_refused_words(error, self.t))
            return
        self.say(paper_words(paper, self.t))

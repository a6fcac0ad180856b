"""The form that parents fill in, on paper for every family of the day that is still to come."""

from __future__ import annotations

import asyncio
from pathlib import Path

from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.files_out import make_forms
from tui.desk.kinds.forms import has_form
from tui.screens.paper_page import PaperPage
from tui.words.kinds.forms import no_form_words
from tui.words.paper import paper_words


class FormPaper(PaperPage):
    """A page on which the forms of a day are printed; they go to `exports` where no folder was chosen."""

    def __init__(self, desk: Desk, t: Translator, exports: Path) -> None:
        """Print for this desk."""
        super().__init__(desk, t)
        self._exports = exports

    def action_print_forms(self) -> None:
        """Make the forms of this day, or say why there are none."""
        if not any(has_form(talk, self.t) for talk in self.desk.day.talks):
            self.say(no_form_words(self.t))
        elif not any(has_form(talk, self.t) for talk in self.desk.day.coming):
            self.say(self.t("No family of this day is still to come."))
        else:
            self.put_on_paper(self._print, self._exports)

    async def _print(self, folder: Path) -> str:
        paper = await asyncio.to_thread(make_forms, self.desk.day, self.t, folder)
        return paper_words(paper, self.t)

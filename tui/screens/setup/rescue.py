"""A file that can't be read: it is kept aside, and the version before it is offered."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.widgets import Static

from store.domain.day import SchoolDay
from store.domain.talk import TalkState
from store.export.wording.days import day_long
from store.files.errors import FilesError, Kind
from store.language import Translator
from tui.desk.desk import Desk
from tui.keys import bindings
from tui.messages import Rescued
from tui.screens.page import Page
from tui.widgets.safe_text import literal
from tui.words.file_errors import file_words


class RescueScreen(Page):
    """Enter puts the version before in place, or begins anew where there is none. Nothing is thrown away."""

    HERE = ("rescue",)
    SHOWN = ("rescue", "quit")
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator, kind: Kind, day: date) -> None:
        """Rescue the day of this date, or the class list of its year."""
        super().__init__(desk, t)
        self._kind = kind
        self._date = day
        self._found = ""

    def page(self) -> ComposeResult:
        """Yield what is wrong, what is still there, and what Enter does."""
        yield Static(id="rescue-what", markup=False)
        yield Static(id="rescue-how", markup=False)

    def on_mount(self) -> None:
        """Look what is still there."""
        t = self.t
        self._found = self._still_there()
        day = day_long(self._date, t)
        what = (
            t("The talks of {day} can't be read: the file is damaged.", day=day)
            if self._kind is Kind.DAY
            else t("The class list can't be read: the file is damaged.")
        )
        self.query_one("#rescue-what", Static).update(literal(what, "bold"))
        self.query_one("#rescue-how", Static).update(literal("\n" + self._told_how()))
        self.show_keys()

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys; where no version is left Enter begins anew."""
        (face, rescue), *others = super().key_labels()
        return [(face, rescue if self._found else self.t("begin anew")), *others]

    def _still_there(self) -> str:
        """What is in the version before; empty where there is none."""
        t, repository = self.t, self.desk.repository
        try:
            if self._kind is Kind.SCHOOL:
                school = repository.previous_school(self._date)
                found = t.n("{count} pupil", "{count} pupils", len(school.pupils)) if school else ""
            else:
                found = self._told(repository.previous(self._date))
        except FilesError:
            found = ""
        return found

    def _told_how(self) -> str:
        t = self.t
        if self._found:
            return t("The previous version is there: {what}. Enter puts it back.", what=self._found)
        return t(
            "There is no previous version. Stop with ctrl+q and type 'startgesprek restore' to look in the "
            "backups; Enter begins anew."
        )

    def _told(self, day: SchoolDay | None) -> str:
        if day is None:
            return ""
        done = sum(talk.state is TalkState.FINISHED for talk in day.talks)
        talks = self.t.n("{count} talk", "{count} talks", len(day.talks))
        return self.t("{talks}, {done} of them finished", talks=talks, done=done)

    def action_rescue(self) -> None:
        """Put the version before in place; the damaged file is kept beside it."""
        repository = self.desk.repository
        try:
            try:
                restored = repository.restore_previous(self._date, self._kind)
            except FilesError:
                restored = False
            if not restored:
                repository.begin_anew(self._date, self._kind)
        except FilesError as error:
            self.say(file_words(error, self.t))
            return
        self.post_message(Rescued(self._date))

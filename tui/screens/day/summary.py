"""The day on one screen: what is open, what the year brings, each pupil's text for the school's system."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from store.domain.progress import progress
from store.domain.summary import DaySummary
from store.domain.talk import Talk
from store.domain.year.outline import Outlined
from store.domain.year.standing import as_the_year_went, held_in, with_what_was_held
from store.export.pupil_text import pupil_text
from store.export.summary import (
    buddy_items,
    counts_line,
    day_summary,
    open_items,
    topic_words,
    undated_words,
)
from store.export.waiting import without_talk_words
from store.export.wording.days import day_long
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.files_out import keep_day, keep_text
from tui.desk.fresh_press import FreshPress
from tui.desk.setup.passphrase import is_sealed
from tui.desk.talk import course
from tui.desk.year.follow_up import held_moment
from tui.desk.year_days import outlines_of_year
from tui.keys import KEYS, bindings
from tui.messages import DayAsked, InformationAsked
from tui.screens.day.pupil_rows import PupilRows, row_id
from tui.screens.turned_page import TurnedPage
from tui.widgets.hanging_indent import hanging
from tui.widgets.paper import Paper, PaperScroll
from tui.widgets.row_list import width_of
from tui.widgets.safe_text import joined, literal
from tui.widgets.week_bars import week_bars
from tui.words.folder_place import inside_words
from tui.words.saving import refused_words

PADDING = 6
"""Columns beside the text: of the page, and of the scroll bar."""


class SummaryScreen(TurnedPage):
    """Enter copies the chosen pupil's text and goes to the next; F9 keeps the whole day as a file.

    A text counts as copied only where it is sure to be there. Where it is not it becomes a file, and the
    teacher says by a key that it is in the school's own system.
    """

    CSS_PATH = "day.tcss"
    OFFERS_IMPORT = True

    HERE = (
        "preview", "pasted", "information", "undo_letter", "undo", "onward", "back", "next_page",
        "previous_page",
    )  # fmt: skip
    SHOWN = ("copy", "preview", "pasted", "information", "onward", "back")
    LINE = ((KEYS["copy"].keys, KEYS["copy"].help),)
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("keep as a file"), "back": mark("day")}
    SHORT: ClassVar[dict[str, str]] = {"information": mark("info"), "onward": mark("file")}
    TURNED = "#summary-text"
    BINDINGS = bindings(
        ("preview", "pasted", "information", "undo_letter", "undo", "onward", "back")
    ) + bindings(("next_page", "previous_page"), priority=True)

    def __init__(
        self, desk: Desk, t: Translator, folder: Path, copy: Callable[[str], Awaitable[bool]]
    ) -> None:
        """Sum up the day on the desk; files go to `folder`; `copy` says whether it is sure."""
        super().__init__(desk, t)
        self._folder = folder
        self._copy = copy
        self._marked: list[str] = []
        self._so_far: tuple[Outlined, ...] = ()
        self._counts = ""
        self._press = FreshPress(desk.real_now, at_once=True)

    def page(self) -> ComposeResult:
        """Yield head, what is open, the year, the pupils; beside it, where there is room, the chosen text."""
        heading = literal(self.t("Each pupil's text, for the school's own system"))
        yield Static(id="summary-head", markup=False)
        with Horizontal():
            with Vertical(id="summary-day"):
                with VerticalScroll(id="summary-text", can_focus=False):
                    yield Static(id="summary-open", markup=False)
                    yield Static(id="summary-year", markup=False)
                yield Static(heading, classes="heading")
                yield PupilRows(self.desk, self.t)
            yield PaperScroll(id="summary-beside")

    def on_mount(self) -> None:
        self.show()
        self.pupils.focus()
        self.pupils.highlighted = 0

    @property
    def pupils(self) -> PupilRows:
        """The list of pupils."""
        return self.query_one(PupilRows)

    def show(self) -> None:
        """Sum up the day, and list the pupils."""
        day, school, t = self.desk.day, self.desk.school, self.t
        self._so_far = tuple(outlines_of_year(self.desk, day.date))
        summary = day_summary(as_the_year_went(day, self._so_far), school)
        self._counts = counts_line(summary, t)
        led = self.desk.whose.colleagues(day.talks)
        still_open = self.query_one("#summary-open", Static)
        items, width = open_items(summary, school, t, led), width_of(still_open, PADDING)
        without = without_talk_words(progress(school, self._so_far, day.usual_deck).without_talk, t)
        lines = [literal(t("Still to do") if items or without else t("Nothing is left open."), "bold")]
        for item in items:
            lines += hanging("· ", item.text, width)
            lines += [line for each in item.under for line in hanging("    ", each.strip(), width, "$quiet")]
        if without:
            lines += hanging("· ", without, width)
        still_open.update(Content("\n").join(lines))
        self.query_one("#summary-year", Static).update(Content("\n").join(self._year(summary)))
        self.pupils.show()
        # how long it is shows once it is there
        self.call_after_refresh(self.show_keys)

    def show_keys(self) -> None:
        """Show the keys, and at the top the one that shows more: the line has no room for it."""
        super().show_keys()
        t = self.t
        more = "   " + t("pgdn: more") if self.is_live("next_page") else ""
        first = ((t("Summary"), "bold"), f"   {day_long(self.desk.day.date, t)}", (f"{more}\n", "$quiet"))
        for head in self.query("#summary-head").results(Static):
            head.update(joined(*first, (self._counts, "$quiet")))

    def on_resize(self) -> None:
        """Another width, other line breaks, and a text beside the list or none."""
        self.show_soon()
        self.call_after_refresh(self._show_beside)

    def on_option_list_option_highlighted(self) -> None:
        self._show_beside()

    def _show_beside(self) -> None:
        """Show the text of the chosen pupil beside the list, where there is room for it."""
        beside = self.query_one("#summary-beside")
        talk = self.pupils.chosen if beside.display else None
        lines = self._text(talk).splitlines() if talk else []
        # what is drawn under the title is as long as that is on one line
        beside.query_one(Paper).lines = tuple(each for each in lines if not each or each.strip("="))
        beside.scroll_home(animate=False)

    def _year(self, summary: DaySummary) -> list[Content]:
        """What parents want to hear about, who can help whom, and contact moments per week as bars."""
        topics = (joined(f"· {topic_words(topic, self.t)}") for topic in summary.topics)
        lines = (
            [literal(self.t("Information moments"), "bold"), *topics, Content("")] if summary.topics else []
        )
        if buddies := buddy_items(summary, self.t):
            lines += [literal(self.t("Buddies"), "bold"), *(literal(f"· {each.text}") for each in buddies)]
            lines.append(Content(""))
        weeks, undated = [week for week in summary.weeks if week.any], undated_words(summary, self.t)
        if weeks or undated:
            lines.append(literal(self.t("Contact moments per week"), "bold"))
        lines += week_bars(weeks, self.t)
        return [*lines, *(literal(each, "$quiet") for each in undated)]

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        # to the clipboard; where that is not sure, to a file
        talk = self.pupils.sheet(event.option)
        if talk is None or not self.counts(self._press):
            return
        text = self._text(talk)
        if await self._copy(text):
            self.say(self.t("Copied: {name}.", name=talk.pupil.full_name))
            self._mark(talk)
        elif not self._is_refused():
            self._keep(text, talk)

    def _text(self, talk: Talk) -> str:
        """What goes into the school's own system."""
        told = with_what_was_held(talk, held_in(self._so_far))
        return pupil_text(told, self.desk.school, self.t, held_moment(talk, self.desk))

    def _keep(self, text: str, talk: Talk) -> None:
        """Keep a text as a file; what becomes of it the teacher says herself."""
        try:
            path = keep_text(text, talk, self._folder)
        except OSError as error:
            why = refused_words(error, self.t)
            self.say(self.t("The text could not be kept: {why}. See to that and try again.", why=why))
            return
        words = self.t("No clipboard here; kept as {name}, in {folder}.", name=path.name, folder=path.parent)
        self.say(" ".join(filter(None, (words, self._open_words()))))

    def _mark(self, talk: Talk) -> None:
        """Note that the school's own system has it, when it was held, and go to the next."""
        if talk.sittings:
            course.hand_over(talk, self.desk, talk.pupil.id)
            self._marked.append(row_id(talk))
        self.pupils.choose_next(talk)

    def action_pasted(self) -> None:
        talk = self.pupils.chosen
        if talk is not None and self.counts(self._press):
            self._mark(talk)
            if talk.sittings:
                said = self.t("{name}: handed over.", name=talk.pupil.full_name)
                self.say(f"{said} {self.t('u takes that back.')}")
            else:
                self.say(
                    self.t("{name}: no talk was held, so nothing is handed over.", name=talk.pupil.full_name)
                )

    def action_undo(self) -> None:
        talk = self.pupils.sheet(self.pupils.get_option(self._marked.pop())) if self._marked else None
        if talk is None or not talk.is_copied(talk.pupil.id):
            self.say(self.t("There is nothing to undo here."))
            return
        course.take_back(talk, talk.pupil.id, self.desk)
        self.pupils.choose(talk)
        self.say(self.t("{name}: not yet handed over.", name=talk.pupil.full_name))

    def action_preview(self) -> None:
        from tui.screens.preview import PreviewScreen

        talk = self.pupils.chosen
        if talk is not None:
            text = self._text(talk)
            self.app.push_screen(PreviewScreen(text, self.t))

    def action_information(self) -> None:
        self.post_message(InformationAsked())

    def action_onward(self) -> None:
        # the whole day only as a file, never on the clipboard
        if not self.counts(self._press) or self._is_refused():
            return
        try:
            path = keep_day(
                as_the_year_went(self.desk.day, self._so_far),
                self.desk.school,
                self._folder,
                self.t,
                progress(self.desk.school, self._so_far, self.desk.day.usual_deck).without_talk,
            )
        except OSError as error:
            why = refused_words(error, self.t)
            self.say(self.t("The summary could not be kept: {why}. See to that and try again.", why=why))
            return
        words = self.t("Kept: {name}, in {folder}.", name=path.name, folder=path.parent)
        self.say(" ".join(filter(None, (words, self._open_words()))))

    def _is_refused(self) -> bool:
        """Say it when files would come in the data folder, as by a link."""
        refused = inside_words(self._folder, self.desk.repository.folder, self.t)
        if refused:
            self.say(refused)
        return bool(refused)

    def _open_words(self) -> str:
        """A file for the teacher is never sealed; where the rest is, that is worth a word."""
        sealed = is_sealed(self.desk.repository)
        return self.t("This file can be read without the passphrase.") if sealed else ""

    def action_back(self) -> None:
        self.post_message(DayAsked())

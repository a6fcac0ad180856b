"""The day: every slot in order of time, how the group stands, and letters for what changes."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from store.domain.day import Break
from store.domain.talk import Talk, TalkState
from store.export.wording import day_long, day_short, moment_sentence
from store.files.errors import DamagedFile, FilesError
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.year_days import group_progress
from tui.keys import bindings
from tui.messages import CardAsked, CurtainLifted, DamageMet, PurgeAsked, SettingsAsked, SummaryAsked
from tui.screens.day.talk_state_keys import Letters
from tui.widgets.safe_text import joined, literal
from tui.words.day_rows import break_row, expectations, late_words, talk_at, talk_row
from tui.words.file_errors import file_words

PAGING = {"next_day", "previous_day"}
"""Keys that the list of slots would take for itself."""


class DayScreen(Letters):
    """All names are on this screen: it is for the teacher alone, before and after the talks."""

    CSS_PATH = "day.tcss"

    HERE = (
        "private", "not_come", "cancelled", "later", "more", "undo_letter", "undo",
        "next_day", "previous_day", "settings", "purge", "onward",
    )  # fmt: skip
    SHOWN = ("open", "not_come", "more", "onward", "curtain")
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("summary")}
    BINDINGS = bindings(set(HERE) - PAGING) + bindings(PAGING, priority=True)

    def __init__(self, desk: Desk, t: Translator, notices: tuple[str, ...] = ()) -> None:
        """`notices` are sentences for the teacher alone, that wait until there is time for them."""
        super().__init__(desk, t)
        self._notices = notices

    def page(self) -> ComposeResult:
        """Date and clock, progress, the slots, and what is behind one key."""
        yield Static(id="day-head", markup=False)
        yield Static(id="day-progress", classes="dim", markup=False)
        yield OptionList(id="slots", markup=False)
        yield Static(id="day-late", markup=False)
        yield Static(id="day-notices", classes="dim", markup=False)
        yield Static(id="day-private", markup=False)

    def on_mount(self) -> None:
        """The slots, with the next talk chosen."""
        self._private = False
        self.tell(self._notices)
        self.set_interval(20, self._show_time)
        self._show()
        self._choose(self.desk.day.next_up)
        self.query_one(OptionList).focus()

    def tell(self, notices: tuple[str, ...]) -> None:
        """These are what there is to tell now."""
        where = self.query_one("#day-notices", Static)
        where.update(literal("\n".join(notices)))
        where.display = bool(notices)

    def watch_day(self) -> None:
        """Show what changed."""
        if self.is_mounted:
            self._show()

    def chosen(self) -> Talk | None:
        """The talk of the highlighted row."""
        slots = self.query_one(OptionList)
        if slots.highlighted is None:
            return None
        return self.desk.day.talk(slots.get_option_at_index(slots.highlighted).id or "")

    def _choose(self, talk: Talk | None) -> None:
        if talk is not None:
            slots = self.query_one(OptionList)
            slots.highlighted = slots.get_option_index(talk.id)

    def _show(self) -> None:
        """Everything on the screen, from the desk."""
        self.query_one("#day-progress", Static).update(literal(self._progress()))
        self._show_time()

    def _show_time(self) -> None:
        """What time alone changes: the clock, the running talk and what is still to come."""
        day, t = self.desk.day, self.t
        chosen = self.chosen()
        name = day_long(day.date, t)
        self.query_one("#day-head", Static).update(
            joined((t("Start talks"), "bold"), f"   {name}   ", (f"{self.desk.local():%H:%M}", "$quiet"))
        )
        expected = expectations(self.desk)
        slots = self.query_one(OptionList)
        place = slots.highlighted
        slots.clear_options()
        slots.add_options(
            Option(break_row(row, t), disabled=True)
            if isinstance(row, Break)
            else Option(talk_row(row, self.desk, expected, t), id=row.id)
            for row in day.rows
        )
        if not day.talks:
            slots.add_option(Option(Content(t("No talks on this day. + plans one.")), disabled=True))
        self._choose(chosen or (None if place is None else talk_at(day.rows, place)))
        self.query_one("#day-late", Static).update(literal(late_words(self.desk, t)))
        self._show_private()

    def _progress(self) -> str:
        """How far the group is, and by when start talks are done; from then on a talk is about progress."""
        done = group_progress(self.desk)
        deadline = self.desk.year.deadline
        until = (
            self.t("done before {day}", day=day_short(deadline, self.t, year=False))
            if self.desk.day.date < deadline
            else self.t("progress talks")
        )
        words = self.t("{done} of {pupils} pupils talked with", done=done.done, pupils=done.pupils)
        group = next((talk.group for talk in self.desk.day.talks if talk.group), "")
        lead = self.t("Group {group}", group=group) + "  ·  " if group else ""
        return lead + words + "  ·  " + until

    def _show_private(self) -> None:
        """Plan and remark of the chosen talk, when asked for."""
        where = self.query_one("#day-private", Static)
        talk = self.chosen()
        if not self._private or talk is None:
            where.update(literal(""))
            return
        lines = [talk.remark or self.t("no remark")]
        lines += [moment_sentence(m, talk, self.desk.school, self.t) for m in talk.plan.moments]
        where.update(literal("\n".join(lines), "$quiet"))

    def on_option_list_option_highlighted(self) -> None:
        """Another row is chosen."""
        if self._private:
            self._show_private()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the talk: the running one on its board, any other on its card."""
        talk = self.desk.day.talk(event.option.id or "")
        if talk is None:
            return
        if talk.state is TalkState.RUNNING:
            self.post_message(CurtainLifted())
        else:
            self.post_message(CardAsked(talk.id))

    def action_private(self) -> None:
        """Show or hide plan and remark."""
        self._private = not self._private
        self._show_private()

    def action_next_day(self) -> None:
        """The next day with talks."""
        days = [day for day in self.desk.days() if day > self.desk.day.date]
        self._turn_to(min(days, default=None))

    def action_previous_day(self) -> None:
        """The day with talks before this one."""
        days = [day for day in self.desk.days() if day < self.desk.day.date]
        self._turn_to(max(days, default=None))

    def _turn_to(self, day: date | None) -> None:
        if day is None:
            self.say(self.t("There is no other day with talks that way."))
            return
        try:
            self.desk.open(day)
        except DamagedFile:
            self.post_message(DamageMet(day))
            return
        except FilesError as error:
            self.say(file_words(error, self.t))
            return
        self._choose(self.desk.day.next_up)

    def action_purge(self) -> None:
        """What can be emptied."""
        self.post_message(PurgeAsked())

    def action_settings(self) -> None:
        """The settings."""
        self.post_message(SettingsAsked())

    def action_onward(self) -> None:
        """The summary."""
        self.post_message(SummaryAsked())

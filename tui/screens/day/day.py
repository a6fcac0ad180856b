"""The day: every slot in order of time, how the group stands, and keys for what changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from store.domain.progress import Progress, progress
from store.domain.talk import Talk, TalkState
from store.domain.undo import Step
from store.export.called import deck_of_most, talks_called
from store.export.waiting import without_talk_words
from store.export.wording.days import day_long, day_short
from store.export.wording.groups import group_title
from store.export.wording.sentences import moment_sentence
from store.files.errors import DamagedFile, FilesError
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.find_child import likely_sibling
from tui.desk.kinds.occasions import Ground, who_joined
from tui.desk.year_days import days_of_this_year
from tui.keys import BEFOREHAND, KEYS, PRINT_FORMS, bindings
from tui.messages import (
    CardAsked,
    CurtainLifted,
    DamageMet,
    ImportAsked,
    PurgeAsked,
    SummaryAsked,
    TimetableAsked,
    WeekAsked,
)
from tui.screens.day.beforehand_key import BeforehandKey
from tui.screens.day.family_more_key import FamilyMoreKey
from tui.screens.day.form_paper import FormPaper
from tui.screens.day.format_key import FormatKey
from tui.screens.day.move_talk_key import MoveTalkKey
from tui.screens.day.sibling_keys import SiblingKeys
from tui.screens.day.slots import Slots
from tui.screens.day.talk_state_keys import TalkStateKeys
from tui.screens.day.undo_whole_keys import UndoWholeKeys
from tui.widgets.safe_text import joined, literal
from tui.words.day_rows import late_words
from tui.words.file_errors import file_words

PAGING = {"next_day", "previous_day"}
"""Keys that the list of slots would take for itself."""
FILLING = {"file": mark("file"), "timetable": mark("timetable"), "more": mark("one more")}
"""Keys that bring talks on a day, with what they are called beside others."""
OF_A_TALK = {"open", "private", "not_come", "cancelled", "later", "siblings", "format"}


class DayScreen(
    TalkStateKeys, MoveTalkKey, SiblingKeys, FormatKey, FamilyMoreKey, BeforehandKey, UndoWholeKeys, FormPaper
):
    """All names are on this screen: it is for the teacher alone, before and after the talks."""

    CSS_PATH = "day.tcss"
    NAMES_OTHERS = True

    HERE = (
        "private", "not_come", "cancelled", "later", "more", "siblings", "format", "ready",
        "undo_letter", "undo", "redo_letter", "redo",
        "next_day", "previous_day", "week", "file", "timetable", "settings", "purge", "onward",
    )  # fmt: skip
    SHOWN = ("open", "not_come", "more", "week", "onward", "curtain")
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("summary")}
    SHORT: ClassVar[dict[str, str]] = {
        "not_come": mark("no-show"), "more": mark("one more"), "week": mark("week"), "curtain": mark("cover"),
    }  # fmt: skip
    LINE = ((KEYS["open"].keys, KEYS["open"].help),)
    BY_NAME = (BEFOREHAND, PRINT_FORMS)
    BINDINGS = bindings(set(HERE) - PAGING) + bindings(PAGING, priority=True)

    def __init__(
        self,
        desk: Desk,
        t: Translator,
        exports: Path,
        notices: tuple[str, ...] = (),
        *,
        rehearsal: bool = False,
    ) -> None:
        """`notices` are sentences for the teacher alone, that wait until there is time for them.

        Paper goes to `exports` where no folder was chosen. The clock of a `rehearsal` says that it is none to
        go by.
        """
        super().__init__(desk, t, exports)
        self._rehearsal = rehearsal
        self._notices = notices
        self._private = False

    def page(self) -> ComposeResult:
        """Yield date and clock, progress, the slots, and what is behind one key."""
        yield Static(id="day-head", markup=False)
        yield Static(id="day-progress", classes="dim", markup=False)
        yield Slots(self.desk, self.t)
        yield Static(id="day-without", classes="dim", markup=False)
        yield Static(id="day-ready", classes="dim", markup=False)
        yield Static(id="day-late", markup=False)
        yield Static(id="day-notices", classes="dim", markup=False)
        yield Static(id="day-private", markup=False)

    def on_mount(self) -> None:
        self.tell(self._notices)
        self.set_interval(20, self._show_time)
        self.show()
        self.slots.choose(self.desk.whose.own_day.still_open)
        self.slots.focus()

    @property
    def slots(self) -> Slots:
        """The list of slots."""
        return self.query_one(Slots)

    def chosen(self) -> Talk | None:
        """Return the talk of the highlighted row."""
        return next((slots.chosen for slots in self.query(Slots)), None)

    def ground(self, talk: Talk) -> Ground | None:
        """Return by what it is known that the pupil of a talk joined."""
        return self.slots.joined.get(talk.id)

    def show_planned(self, talk: Talk) -> None:
        """Turn to the day of a talk that was planned just now, and choose it there."""
        if (on := talk.slot.start.date()) != self.desk.day.date:
            self.desk.open(on)
        # when the day is listed with it
        self.call_next(lambda: self.slots.choose(self.desk.day.talk(talk.id)))

    def show_step(self, step: Step | None) -> None:
        """Choose the talk that a step was about, so that the next key is not about the one in its place."""
        talk = self.desk.day.talk(step.talk) if step else None
        if talk is not None:
            self.call_next(lambda: self.slots.choose(talk))

    # -- showing -----------------------------------------------------------------
    def tell(self, notices: tuple[str, ...]) -> None:
        """Tell this, and nothing that was told before."""
        where = self.query_one("#day-notices", Static)
        where.update(literal("\n".join(notices)))
        where.display = bool(notices)

    def show(self) -> None:
        """Show how far the group is, and what changes with time."""
        year = days_of_this_year(self.desk)
        self.slots.of_year = tuple(talk for day in year for talk in day.talks)
        self.slots.joined = who_joined(self.desk, year)
        so_far = progress(self.desk.school, self.slots.of_year, self.desk.day.usual_deck)
        self.query_one("#day-progress", Static).update(literal(self._progress_words(so_far)))
        self._show_without(without_talk_words(so_far.without_talk, self.t))
        self._show_ready()
        self._show_time()

    def _show_without(self, who: str) -> None:
        """Show who has no talk yet, and the key that leads to one; a day without talks tells that itself."""
        line, told = self.query_one("#day-without", Static), who
        if self.desk.school.proposal:
            begun = self.t("{key} goes on with the timetable that was begun.", key=KEYS["timetable"].shown)
            told = f"{who} {begun}".lstrip()
        elif who and self.desk.day.talks:
            told = self.t("{who} {key} plans one.", who=who, key=KEYS["more"].shown)
        line.update(literal(told))
        line.display = bool(told)

    def _show_ready(self) -> None:
        """Where to look what is good to see to, until something was, or the first family is in."""
        day = self.desk.day
        line = self.query_one("#day-ready", Static)
        said = self.t(
            "{ready} what to see to beforehand  ·  {kind} another kind of talk, or at home",
            ready=KEYS["ready"].shown,
            kind=KEYS["format"].shown,
        )
        line.update(literal(said))
        over = day.date < self.desk.local().date()
        line.display = bool(day.talks) and not (day.ready or day.has_begun or over)

    def _show_time(self) -> None:
        """What time alone changes: the clock, the running talk and what is still to come."""
        t, name = self.t, day_long(self.desk.day.date, self.t)
        self.query_one("#day-head", Static).update(
            joined(
                (self._kinds(), "bold"),
                f"   {name}   ",
                (self._clock(), "$quiet"),
            )
        )
        self.slots.show()
        self.query_one("#day-late", Static).update(literal(late_words(self.desk, t)))
        self._show_private()

    def _kinds(self) -> str:
        return talks_called(self.desk.day, self.desk.school, self.t, self.slots.joined)

    def _clock(self) -> str:
        time = f"{self.desk.local():%H:%M}"
        return self.t("{time}, rehearsal", time=time) if self._rehearsal else time

    def _progress_words(self, so_far: Progress) -> str:
        """How far the group is, and by when start talks are done."""
        deadline = self.desk.year.deadline
        until = (
            "  ·  " + self.t("done before {day}", day=day_short(deadline, self.t, year=False))
            if self.desk.day.date < deadline
            else ""
        )
        words = self.t("{done} of {pupils} pupils talked with", done=so_far.done, pupils=so_far.pupils)
        groups = {*self.desk.school.groups, *(talk.group for talk in self.desk.day.talks)} - {""}
        lead = group_title(groups.pop(), self.t) + "  ·  " if len(groups) == 1 else ""
        return lead + words + until

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

    # -- choosing ------------------------------------------------------------------
    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys; that siblings may be in one talk is offered where it is likely.

        On a day without talks, those that fill it come first.
        """
        keys, talk = super().key_labels(), self.chosen()
        if not self.desk.day.talks:
            filling = [(KEYS[each].shown, self.t(label)) for each, label in FILLING.items()]
            return [*filling, *(key for key in keys if key[0] not in dict(filling))]
        if talk is None or not likely_sibling(talk, self.desk):
            return keys
        together = (KEYS["siblings"].shown, self.t("in one talk"))
        at = next((at for at, (key, _) in enumerate(keys) if key == KEYS["not_come"].shown), len(keys))
        # what there is no room for beside it stands in the help
        return [*keys[:at], together, *(each for each in keys[at:] if each[0] != KEYS["week"].shown)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse what is about a talk where none is chosen, or where the family was here already."""
        if action in OF_A_TALK and ((talk := self.chosen()) is None or (action == "later" and talk.sitting)):
            return False
        return super().check_action(action, parameters)

    def on_option_list_option_highlighted(self) -> None:
        self.show_keys()
        if self._private:
            self._show_private()

    def on_option_list_option_selected(self, event: Slots.OptionSelected) -> None:
        talk = self.desk.day.talk(event.option.id or "")
        if talk is None:
            return
        if talk.state is TalkState.RUNNING:
            self.post_message(CurtainLifted())
        else:
            self.post_message(CardAsked(talk.id))

    def action_ready(self) -> None:
        from tui.screens.day.readiness import ReadinessScreen

        deck = self.desk.decks.of(self.t.language, deck_of_most(self.desk.day))
        late = self.desk.day.date >= self.desk.year.deadline
        if deck is not None and (to_see_to := deck.to_see_to(late=late)):
            self.app.push_screen(ReadinessScreen(self.desk, self.t, deck, to_see_to, self._kinds()))
        else:
            self.say(self.t("The deck of this kind of talk names nothing to see to."))

    def action_private(self) -> None:
        self._private = not self._private
        self._show_private()

    def way_back(self) -> Callable[[], None]:
        """Return what shows, or hides, the remark as now."""
        private = self._private

        def go() -> None:
            self._private = private
            self._show_private()

        return go

    def action_next_day(self) -> None:
        days = [day for day in self.desk.days.dates() if day > self.desk.day.date]
        self._turn_to(min(days, default=None), mark("This is the last day with talks."))

    def action_previous_day(self) -> None:
        days = [day for day in self.desk.days.dates() if day < self.desk.day.date]
        self._turn_to(max(days, default=None), mark("This is the first day with talks."))

    def _turn_to(self, day: date | None, no_other: str) -> None:
        if day is None:
            self.say(self.t(no_other))
            return
        try:
            self.desk.open(day)
        except DamagedFile:
            self.post_message(DamageMet(day))
        except FilesError as error:
            self.say(file_words(error, self.t))
        else:
            # what was said of one day is not true of another
            self.hush()
            # when the other day is listed
            self.call_next(lambda: self.slots.choose(self.desk.whose.own_day.still_open))

    # -- going elsewhere -------------------------------------------------------------
    def action_import_file(self) -> None:
        self.post_message(ImportAsked())

    def action_timetable(self) -> None:
        self.post_message(TimetableAsked())

    def action_week(self) -> None:
        self.post_message(WeekAsked())

    def action_purge(self) -> None:
        self.post_message(PurgeAsked())

    def action_onward(self) -> None:
        self.post_message(SummaryAsked())

"""This week: what asks for attention in all talks of the year, and one key for what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from store.domain.school_year import monday
from store.domain.talk import Talk
from store.domain.year.due import Due, Standing
from store.domain.year.load import Week
from store.domain.year.sequel import Became
from store.export.summary import phone_lines
from store.export.week import STANDINGS, DueRow, due_row, due_rows, in_no_week_words, week_words
from store.export.wording.days import day_short
from store.files.errors import FilesError
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.typing.half_answer import HalfAnswer
from tui.desk.typing.live_reading import LiveReading
from tui.desk.year.follow_up import follow_up
from tui.desk.year.week import YearWeek
from tui.keys import KEYS, bindings
from tui.messages import CardAsked, DayAsked
from tui.screens.ask import AskScreen
from tui.screens.turned_page import TurnedPage
from tui.screens.year.move_moment import MoveScreen
from tui.screens.year.year_page import YearPage
from tui.widgets.row_list import OptionsInSight, short_name, width_of
from tui.widgets.safe_text import joined, literal
from tui.widgets.week_bars import week_bars
from tui.words.file_errors import file_words
from tui.words.undo import redone_words, undone_words

Found = tuple[tuple[Due[Talk], ...], tuple[Week, ...]]
"""What asks for attention, and how many contact moments each week has."""
NAMES = 22
"""Columns for a name; up to a third of the row where one needs more."""
PADDING = 2
"""Columns that a row of a list leaves free."""


class WeekScreen(YearPage[Found], TurnedPage):
    """All names are on this screen: it is for the teacher alone, and never on the way of a talk."""

    CSS_PATH = "week.tcss"

    HERE = (
        "done", "put_off", "dropped", "hold", "further", "undo_letter", "undo", "redo_letter", "redo", "back",
        "next_page", "previous_page",
    )  # fmt: skip
    SHOWN = ("done", "put_off", "dropped", "hold", "back", "curtain")
    LINE = (("enter", KEYS["done"].help),)
    NAMED: ClassVar[dict[str, str]] = {"back": mark("day")}
    SHORT: ClassVar[dict[str, str]] = {"put_off": mark("postpone"), "curtain": mark("cover")}
    TURNED = "#week-load"
    BINDINGS = bindings(set(HERE) - {"next_page", "previous_page"}) + bindings(
        ("next_page", "previous_page"), priority=True
    )

    def __init__(self, desk: Desk, t: Translator) -> None:
        """List what this week asks for, by the clock of this desk."""
        super().__init__(desk, t)
        self._week = YearWeek(desk)
        self._due: tuple[Due[Talk], ...] = ()
        self._reaches = False

    def page(self) -> ComposeResult:
        """Yield the week, the list, more of the chosen row, and the weeks of the year."""
        yield Static(id="week-head", markup=False)
        yield OptionsInSight(id="due", markup=False)
        yield Static(id="due-more", markup=False)
        with VerticalScroll(id="week-load", can_focus=False):
            yield Static(id="week-bars", markup=False)

    def on_mount(self) -> None:
        self.show()
        self.query_one(OptionList).focus()

    # -- showing -----------------------------------------------------------------
    def look(self) -> Found:
        """Read what asks for attention."""
        return self._week.look()

    def show_found(self, found: Found) -> None:
        """List the week anew; what is chosen stays chosen, or the row that took its place."""
        rows = self.query_one(OptionList)
        at = rows.highlighted
        self._due, weeks = found
        self._show_head()
        rows.clear_options()
        rows.add_options(self._options())
        places = [place for place, option in enumerate(rows.options) if not option.disabled]
        below = (each for each in places if at is None or each >= at)
        rows.highlighted = next(below, places[-1] if places else None)
        if self._reaches:
            self._reaches = False
            self._choose_later(rows)
        self._show_bars(weeks)
        self._show_more()
        self.show_keys()

    def _show_head(self) -> None:
        """Show which week it is, and the key that looks further: the key line has no room for it."""
        t, ahead = self.t, KEYS["further"]
        week = week_words(self._week.today, t)
        head = joined(
            (week[:1].upper() + week[1:], "bold"),
            (f"    {ahead.shown}", "$accent"),
            (f" {t('less') if self._week.far else t(ahead.label)}", "$quiet"),
        )
        self.query_one("#week-head", Static).update(head)

    def _show_bars(self, weeks: tuple[Week, ...]) -> None:
        """Show how full each week is from this one on, and what is in none."""
        t, today = self.t, self._week.today
        to_come = (week for week in weeks if week.monday >= monday(today))
        bars = week_bars(to_come, t, today)
        title = [literal(t("Contact moments per week"), "bold")] if bars else []
        beside = in_no_week_words(self._due, t) if bars else ""
        lines = [*title, *bars, *([literal(beside, "$quiet")] if beside else [])]
        self.query_one("#week-bars", Static).update(Content("\n").join(lines))

    def _choose_later(self, rows: OptionList) -> None:
        """Choose the first of what comes later in the year: it may stand below what is in sight."""
        later = next((at for at, due in enumerate(self._due) if due.standing is Standing.LATER), None)
        if later is None:
            self.say(self.t("Nothing comes later this year."))
        else:
            rows.highlighted = rows.get_option_index(str(later))

    def _options(self) -> list[Option]:
        options: list[Option] = []
        width = width_of(self.query_one(OptionList))
        talks = {due.talk.id: due.talk for due in self._due}
        rows = due_rows(self._due, self.desk.school, self.t, self.desk.whose.colleagues(talks.values()))
        longest = max((cell_len(row.name) for row in rows), default=0)
        names = max(NAMES, min(longest, width // 3))
        for standing, title in STANDINGS.items():
            found = [(at, due) for at, due in enumerate(self._due) if due.standing is standing]
            if found:
                gap = [Option("", disabled=True)] if options else []
                options += [*gap, Option(literal(self.t(title), "bold"), disabled=True)]
            options += [Option(_row(rows[at], names, width), id=str(at)) for at, _ in found]
        if not options:
            options = [Option(literal(self.t("Nothing asks for attention.")), disabled=True)]
        return options

    def _show_more(self) -> None:
        """The line of the chosen row as it was typed, what was kept for it, and how to reach the family."""
        lines: list[str] = []
        if (due := self._chosen()) is not None:
            talk, t = due.talk, self.t
            lines += _as_typed(due, t)
            if moment := talk.plan.moment(due.of):
                kept = (each.text for each in talk.for_later() if talk.moment_for(each) == moment)
                lines += [t("Then we also talk about: {text}", text=each) for each in kept]
            lines += [" · ".join(phone_lines(talk, t))] if talk.audience else []
        self.query_one("#due-more", Static).update(literal("\n".join(lines)))

    def on_option_list_option_highlighted(self) -> None:
        self._show_more()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse what is about a row where there is none."""
        of_a_row = action in {"done", "put_off", "dropped", "hold"}
        return not (of_a_row and self._chosen() is None) and super().check_action(action, parameters)

    def hears(self, key: str) -> bool:
        """Tell of a row only where there is one."""
        return self._chosen() is not None

    def _chosen(self) -> Due[Talk] | None:
        if not self.fresh:
            return None
        option = next((rows.highlighted_option for rows in self.query(OptionList)), None)
        return self._due[int(option.id)] if option is not None and option.id else None

    # -- what came of it ---------------------------------------------------------
    def on_option_list_option_selected(self) -> None:
        self.action_done()

    def action_done(self) -> None:
        if (due := self._chosen()) is None:
            return

        name = self._whose(due)

        def note(answer: str | None) -> None:
            if answer is not None:
                done = self.t("{name}: done. u takes that back.", name=name)
                self._noted(lambda: self._week.done(due, answer), done)

        hint = self.t("a few words, or none; with its day: 10-11: better")
        question = self.t("{name}: what came of it?", name=name)
        half, about = self._half("done", due), due_row(due, self.desk.school, self.t).told
        self.app.push_screen(AskScreen(question, hint, lambda _: "", self.t, half=half, about=about), note)

    def action_dropped(self) -> None:
        if (due := self._chosen()) is None:
            return

        name = self._whose(due)

        def note(answer: str | None) -> None:
            if answer:
                off = self.t("{name}: off the list. u takes that back.", name=name)
                self._noted(lambda: self._week.drop(due, answer), off)

        def wrong(answer: str) -> str:
            return "" if answer.strip() else self.t("Why, in a few words? Esc leaves it on the list.")

        question = self.t("{name}: why will it not happen?", name=name)
        half, about = self._half("dropped", due), due_row(due, self.desk.school, self.t).told
        ask = AskScreen(question, self.t("a few words"), wrong, self.t, half=half, about=about)
        self.app.push_screen(ask, note)

    def action_put_off(self) -> None:
        if (due := self._chosen()) is None:
            return
        if due.of_family:
            self.say(self.t("Calling or visiting has no day; d when you have."))
            return

        def move(line: str) -> str:
            reading = self._week.read(line, due)
            try:
                if not self._week.move(due, reading):
                    return self.t("One day or one week, please: Tue 17-11, or: week after report 1.")
            except FilesError as error:
                return file_words(error, self.t)
            self.say(self.t("{name}: moved. u takes that back.", name=self._whose(due)))
            self.show_soon()
            return ""

        live = LiveReading(self.desk, self._week.today)
        self.app.push_screen(MoveScreen(due, self.desk, self.t, live, move, self._half("put_off", due)))

    def _whose(self, due: Due[Talk]) -> str:
        return due_row(due, self.desk.school, self.t).name

    def _half(self, key: str, due: Due[Talk]) -> HalfAnswer:
        return HalfAnswer(self.desk, f"{key}/{due.of}/{due.due}")

    def _noted(self, note: Callable[[], None], words: str) -> None:
        try:
            note()
        except FilesError as error:
            self.say(file_words(error, self.t))
            return
        self.say(words)
        self.show_soon()

    def action_undo(self) -> None:
        self.say(undone_words(self._week.undo(), KEYS["redo_letter"].shown, self.t))
        self.show_soon()

    def action_redo(self) -> None:
        self.say(redone_words(self._week.redo(), self.t))
        self.show_soon()

    # -- going elsewhere -----------------------------------------------------------
    def action_hold(self) -> None:
        # a talk of today about it; the card greets this family and no other
        if (due := self._chosen()) is None:
            return
        if self.desk.day.running is not None:
            self.say(self.t("A talk is going on; finish it or set it aside first."))
            return
        try:
            talk = follow_up(due, self.desk, self.t)
        except FilesError as error:
            self.say(file_words(error, self.t))
            return
        self.post_message(CardAsked(talk.id))

    def action_further(self) -> None:
        # a moment in May is moved or dropped in February too
        self._week.far = self._reaches = not self._week.far
        self.show_soon()

    def action_back(self) -> None:
        self.post_message(DayAsked())


def _as_typed(due: Due[Talk], t: Translator) -> list[str]:
    """The line as it was agreed on, and that by which it was moved last."""
    was = due.talk.as_agreed(due.of)
    if was is None:
        return []
    moves = [each for each in due.talk.sequels if each.became is Became.MOVED and each.to == due.of]
    typed = " ".join(was.text.split())
    lines = [t("agreed on {day}: {text}", day=day_short(due.talk.slot.start.date(), t), text=typed)]
    for last in moves[-1:]:
        moved = " ".join(last.text.split())
        lines.append(t("moved on {day}: {text}", day=day_short(last.day, t), text=moved))
    return lines


def _row(row: DueRow, names: int, width: int) -> Content:
    """A row of the list, with so many columns for the name."""
    name = literal(short_name(row.name, names)).truncate(names, pad=True)
    return (name + joined("  ", (row.told, "$quiet"))).truncate(max(width - PADDING, names), ellipsis=True)

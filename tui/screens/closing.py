"""The closing: a plan made together, the information moment, what stays; then it is read back."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from store.domain.talk import Talk
from store.export.read_back import read_back
from store.export.wording import missing_words
from store.language import Translator, mark
from store.planline.read import complete
from store.planline.reading import Part, Reading
from tui.closing_work import (
    PLAN,
    Row,
    RowKind,
    arrange,
    change,
    correct,
    drop,
    inform,
    leave,
    plan,
    read,
    replan,
    row_of,
    rows_of,
)  # fmt: skip
from tui.desk import Desk
from tui.keys import bindings
from tui.messages import TalkFinished, TalkResumed
from tui.plan_names import names_of
from tui.reading_words import reading_line
from tui.safe_text import literal
from tui.screens.with_talk import TalkPage
from tui.widgets.capture_line import CaptureLine
from tui.widgets.closing_rows import LABELS, PART_LABELS, ClosingRows, part_after
from tui.widgets.talk_head import TalkHead

BADGES = {
    RowKind.PLAN: mark("contact"),
    RowKind.MOMENT: mark("contact"),
    RowKind.INFORMATION: mark("information moment"),
    RowKind.LEFT: mark("note"),
}


class ClosingScreen(TalkPage):
    """Left by finishing, by setting aside, or back to the board; finished only with a plan."""

    HERE = (
        "who",
        "longer",
        "read_back",
        "last_year",
        "aside",
        "onward",
        "undo",
        "next_page",
        "previous_page",
    )
    SHOWN = ("read_back", "aside", "onward", "curtain")
    NAMED: ClassVar[dict[str, str]] = {"onward": "done"}
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator, talk: Talk) -> None:
        """Close this talk."""
        super().__init__(desk, t, talk)
        self._row = PLAN
        self._part: Part | None = None
        self._changing = ""
        self._refused = ""
        self._read_back = False
        self._page = 0

    def page(self) -> ComposeResult:
        """Head, rows or read-back, what is missing, the live reading, and the line."""
        yield TalkHead(self.desk, self.t, self.t("agreements"))
        with VerticalScroll(id="rows", can_focus=False):
            yield ClosingRows(self.desk, self.t)
            yield Static(id="read-back-here", markup=False)
        yield Static(id="missing", markup=False)
        yield Static(id="reading", markup=False)
        yield CaptureLine()

    def on_mount(self) -> None:
        """The first row that still needs something, with the half-typed line of before."""
        draft = self.desk.draft(self.talk)
        if draft is not None and draft.place.startswith("closing/"):
            self._row = self._row_from(draft.place)
            self.line.text = draft.text
        elif missing := self.talk.missing():
            self._row = row_of(missing[0])
        self._show()

    def watch_day(self) -> None:
        """Show what changed."""
        if self.is_mounted and self.desk.day.talk(self.talk_id) is not None:
            self._show()

    def place(self) -> str:
        """The row, as a draft remembers it."""
        return "/".join(("closing", self._row.kind, self._row.record))

    def _row_from(self, place: str) -> Row:
        _, kind, record = (*place.split("/"), "", "")[:3]
        return next((r for r in rows_of(self.talk) if (r.kind, r.record) == (kind, record)), PLAN)

    def _show(self) -> None:
        talk = self.talk
        if self._row not in rows_of(talk):
            self._row, self._part, self._changing = PLAN, None, ""
        self.query_one(TalkHead).talk = talk
        rows = self.query_one(ClosingRows)
        rows.talk, rows.current, rows.part = talk, self._row, self._part
        rows.display = not self._read_back
        pages = self._pages()
        self._page = min(self._page, len(pages) - 1)
        page = self.query_one("#read-back-here", Static)
        page.display = self._read_back
        page.update(literal("\n".join(pages[self._page])))
        self.query_one("#missing", Static).update(literal(self._standing()))
        self.line.badge = self._badge()
        self._read_live()

    def _pages(self) -> list[tuple[str, ...]]:
        both = read_back(self.talk, self.desk.school, self.t)
        return [page for page in (both.agreed, both.raised) if page] or [("",)]

    def _standing(self) -> str:
        """What is still missing, or that this is all."""
        if missing := self.talk.missing():
            return missing_words(missing, self.t)
        if self._read_back:
            return self.t("That is it. F9 finishes; type on for one more.")
        return self.t("Complete. F9 reads it back.")

    def _badge(self) -> str:
        if self._part is not None:
            return self.t(PART_LABELS[self._part])
        if self._changing:
            return self.t("change")
        return self.t(BADGES.get(self._row.kind) or LABELS[self._row.kind])

    @property
    def _on_plan(self) -> bool:
        """Whether the line is a whole plan line."""
        return self._part is None and (self._row.kind is RowKind.PLAN or bool(self._changing))

    def _read_live(self) -> None:
        """What the half-typed plan line says so far."""
        text = self.line.text.strip() if self._on_plan else ""
        words = (
            reading_line(self._reading(text), self.talk, self.desk.school, self.t) if text else literal("")
        )
        self.query_one("#reading", Static).update(words)

    def _reading(self, text: str) -> Reading:
        return read(" ".join(text.split("\n")), self.talk, self.desk)

    # -- the line --------------------------------------------------------------
    def on_capture_line_typed(self, event: CaptureLine.Typed) -> None:
        """Keep the half-typed line and read it."""
        super().on_capture_line_typed(event)
        self._read_live()

    def on_capture_line_entered(self, event: CaptureLine.Entered) -> None:
        """Enter does what the row is for; a good line goes on to what is still missing."""
        if self._enter(event.text):
            self.line.text = ""
            self._refused = ""
            self._show()

    def _enter(self, text: str) -> bool:
        """Whether the line landed, or there was none; else the reason stands on the screen."""
        row, talk = self._row, self.talk
        match row.kind:
            case RowKind.PLAN:
                return self._plan(text) if text else self._go_on()
            case RowKind.MOMENT:
                return self._moment(text)
            case RowKind.INFORMATION:
                if not text:
                    return self._go_on() if talk.information else True
                inform(text, talk, self.desk)
                return self._go_on()
            case RowKind.LEFT:
                leave(row.record, text, talk, self.desk)
                return True
        if arrange(row.kind, text, talk, self.desk, yes=self.t("yes")):
            return True
        self.say(self.t("That is nobody who is invited here; Enter alone chooses."))
        return False

    def _plan(self, text: str) -> bool:
        reading = self._reading(text)
        if not self._good(reading):
            return False
        plan(reading, self.talk, self.desk, as_typed=not reading.ok)
        return self._go_on()

    def _good(self, reading: Reading) -> bool:
        """Whether the line can be read, or was entered a second time as it is."""
        if reading.ok or self._refused == reading.line:
            return True
        self._refused = reading.line
        self.say(self.t("Enter again keeps it as typed, date to be set."))
        return False

    def _moment(self, text: str) -> bool:
        """A part corrected in place, or the whole line typed anew."""
        moment = next(each for each in self.talk.plan.moments if each.id == self._row.record)
        if not text:
            self._changing = moment.id
            self._part = None
            self._show()
            self.line.text = moment.text
            return False
        if self._part is None:
            reading = self._reading(text)
            if not self._good(reading):
                return False
            replan(reading, moment.id, self.talk, self.desk, as_typed=not reading.ok)
        elif (corrected := correct(self._part, text, moment, self.talk, self.desk)) is not None:
            change(corrected, self.talk, self.desk, text)
        else:
            self.say(self.t("That could not be read as: {part}.", part=self.t(PART_LABELS[self._part])))
            return False
        self._part, self._changing = None, ""
        return True

    def _go_on(self) -> bool:
        """To the first row that still needs something; else the plan line, with the read-back shown."""
        missing = self.talk.missing()
        self._row = row_of(missing[0]) if missing else PLAN
        self._part, self._changing = None, ""
        self._read_back = not missing
        return True

    def on_capture_line_climbed(self, event: CaptureLine.Climbed) -> None:
        """Another row."""
        rows = rows_of(self.talk)
        if self._read_back:
            self._read_back = False
        else:
            at = rows.index(self._row) - event.steps
            self._row = rows[min(max(at, 0), len(rows) - 1)]
        self._part, self._changing = None, ""
        self._show()

    def on_capture_line_sidestepped(self, event: CaptureLine.Sidestepped) -> None:
        """On a contact moment: the part that the next line replaces."""
        if self._row.kind is RowKind.MOMENT:
            self._part = part_after(self._part, event.steps)
            self._show()

    def on_capture_line_turned(self, event: CaptureLine.Turned) -> None:
        """Tab only completes."""
        if event.steps > 0 and self._on_plan:
            names = names_of(self.talk, self.desk.school)
            if more := complete(self.line.text, self.line.cursor, self.desk.year, names):
                self.line.insert(more)

    def on_capture_line_remove_asked(self) -> None:
        """Remove the moment, or take the answer back."""
        if drop(self._row, self.talk, self.desk):
            self._row = PLAN
            self._show()
            self.say(self.t("Removed. ctrl+z brings it back."))

    def on_capture_line_let_go(self) -> None:
        """One layer away: a correction, the read-back; then back to the board. Never text."""
        if self._changing or self._part is not None:
            self._changing, self._part = "", None
        elif self._read_back:
            self._read_back = False
        elif not self.line.text:
            self.post_message(TalkResumed(self.talk_id))
        self._show()

    # -- keys --------------------------------------------------------------------
    def action_onward(self) -> None:
        """Finish; or say what is missing and go there. A half-typed line is taken along."""
        if (text := self.line.text.strip()) and self._enter(text):
            self.line.text = ""
        elif text:
            return
        if missing := self.talk.missing():
            self._row, self._read_back = row_of(missing[0]), False
            self.say(missing_words(missing, self.t))
            self._show()
        elif self._read_back and not text:
            self.post_message(TalkFinished(self.talk_id))
        else:
            self._read_back, self._row = True, PLAN
            self._show()

    def action_last_year(self) -> None:
        """Last year's line, on the line; when there were more, the next one each time."""
        if self.line.text or (found := self.last_year()) is None:
            return
        here = {moment.text for moment in self.talk.plan.moments}
        lines = [moment.text for moment in found.plan.moments if moment.text not in here]
        self._row, self._read_back = PLAN, False
        self._show()
        self.line.text = next(iter(lines), "")

    def action_next_page(self) -> None:
        """The points, behind what was agreed."""
        self._page = (self._page + 1) % len(self._pages())
        self._show()

    def action_previous_page(self) -> None:
        """The page before."""
        self.action_next_page()

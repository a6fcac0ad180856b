"""What the closing shows: the rows or the read-back, what is missing, and the live reading."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from store.domain.talk import Talk
from store.export.read_back import read_back
from store.export.wording import missing_words
from store.language import Translator, mark
from store.planline.reading import Part, Reading
from tui.desk.closing_line import PLAN, Row, RowKind, read, rows_of, where
from tui.desk.desk import Desk
from tui.screens.talk.talk_page import TalkPage
from tui.widgets.capture_line import CaptureLine
from tui.widgets.closing_rows import LABELS, PART_LABELS, ClosingRows, part_after
from tui.widgets.paper import Paper
from tui.widgets.safe_text import literal
from tui.widgets.talk_head import TalkHead
from tui.words.reading import reading_line

BADGES = {
    RowKind.PLAN: mark("contact"),
    RowKind.MOMENT: mark("contact"),
    RowKind.INFORMATION: mark("information moment"),
    RowKind.LEFT: mark("note"),
}


class ClosingView(TalkPage):
    """Paints the closing from the desk and from where the line is to land, and moves about in it."""

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
            yield Paper(id="read-back-here")
        yield Static(id="missing", markup=False)
        yield Static(id="reading", markup=False)
        yield CaptureLine()

    def on_mount(self) -> None:
        """The first row that still needs something, with the half-typed line of before."""
        draft = self.desk.draft(self.talk)
        if draft is not None and draft.place.startswith("closing/"):
            self._row = self._row_from(draft.place)
            self.line.put_back(draft.text)
        elif missing := self.talk.missing():
            self._row, self._part = where(missing[0], self.talk)
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
        page = self.query_one(Paper)
        page.display = self._read_back
        page.lines = pages[self._page]
        self.query_one("#missing", Static).update(literal(self._standing()))
        self.query_one("#missing").set_class(bool(talk.missing()), "-missing")
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
            return self.t("That is it. F9: done. PgDn: the points. Or type one more.")
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
        return self._part is None and self._row.kind in (RowKind.PLAN, RowKind.MOMENT)

    def _read_live(self) -> None:
        """What the half-typed plan line says so far."""
        text = self.line.text.strip() if self._on_plan else ""
        words = (
            reading_line(self._reading(text), self.talk, self.desk.school, self.t) if text else literal("")
        )
        self.query_one("#reading", Static).update(words)

    def _reading(self, text: str) -> Reading:
        return read(" ".join(text.split("\n")), self.talk, self.desk)

    # -- moving about ----------------------------------------------------------
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

    def on_capture_line_paged(self, event: CaptureLine.Paged) -> None:
        """The points are on the next page, behind what was agreed."""
        self._page = (self._page + event.steps) % len(self._pages())
        self._show()

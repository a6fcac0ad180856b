"""The reverse agenda: a column for each child, parents and teacher, and the agreements under them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from store.domain.board import AgendaPoint
from store.domain.people import Speaker, Voice
from store.domain.talk import Talk
from store.export.wording.people import for_whom_words, told_by, voice_words
from store.export.wording.sentences import moment_sentence
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.talk.signs import GOAL, LATER
from tui.widgets.hanging_indent import hanging
from tui.widgets.safe_text import joined, literal

INDENT = 4
ROWS = 4
"""How many lines of agreements the board has room for; the newest stay."""


class VoiceColumn(Widget):
    """What one voice brought. A voice that brought nothing is an empty column, no more."""

    talk: reactive[Talk | None] = reactive[Talk | None](None)
    selected: reactive[str] = reactive("")

    def __init__(self, speaker: Speaker, desk: Desk, t: Translator, *, slip: bool = False) -> None:
        """The column of this voice; with the `slip` also what the teacher prepared."""
        super().__init__()
        self._desk = desk
        self._slip = slip and speaker.voice is Voice.TEACHER
        self._speaker = speaker
        self._t = t

    def render(self) -> Content:
        """Paint the head, and as many points as fit whole; the newest, or the chosen one, stays in sight."""
        if self.talk is None:
            return Content("")
        width = max(self.size.width - 2, 8)
        points, along = self._points(self.talk), self._t("may go along")
        told = [
            _point_lines(each, width, along if each.goes_along else "", chosen=each.id == self.selected)
            for each in points
        ]
        at = next((at for at, each in enumerate(points) if each.id == self.selected), None)
        shown = in_sight(told, at, max(self.size.height - 1, 1))
        called = voice_words(self._speaker, self.talk, self._desk.school, self._t)
        head = literal(called, "$quiet").truncate(width, ellipsis=True)
        return Content("\n").join([head, *shown])

    def _points(self, talk: Talk) -> tuple[AgendaPoint, ...]:
        slip = talk.prepared if self._slip else ()
        return (*talk.raised_by(self._speaker), *slip)


def in_sight(told: Sequence[list[Content]], chosen: int | None, room: int) -> list[Content]:
    """Return the lines of as many points as there is room for, each of them whole; a sign where more are.

    The last ones are in sight, unless the chosen one is before those: then it comes first.
    """
    last = len(told) - 1

    def rows(first: int, end: int) -> int:
        return sum(map(len, told[first : end + 1])) + (first > 0) + (end < last)

    first = end = max(last, 0)
    while first > 0 and rows(first - 1, end) <= room:
        first -= 1
    if chosen is not None and chosen < first:
        first = end = chosen
        while end < last and rows(first, end + 1) <= room:
            end += 1
    more = literal("…", "$quiet")
    above, below = [more] * (first > 0), [more] * (end < last)
    lines = [line for point in told[first : end + 1] for line in point]
    # of one that is longer than the column the end is in sight
    kept = lines[-max(room - len(above) - len(below), 1) :]
    return [*above, *kept, *below][-max(room, 1) :]


def _point_lines(point: AgendaPoint, width: int, along: str, *, chosen: bool) -> list[Content]:
    """A point and its notes, wrapped under themselves; and quietly that it may go along, where it may."""
    style = "$accent bold" if chosen else ""
    lead = "▸ " if chosen else f"{LATER} " if point.kept_for else "· "
    lines = hanging(lead, told_by(point.text, point.by), width, style)
    lines += hanging("  ", along, width, "$quiet") if along else []
    for note in point.notes:
        lines += hanging(" " * INDENT, told_by(note.text, note.by), width, "$quiet")
    return lines


class AgreementList(Widget):
    """Agreements and contact moments made during the talk, each behind its own sign."""

    talk: reactive[Talk | None] = reactive[Talk | None](None, layout=True)
    selected: reactive[str] = reactive("")

    def __init__(self, desk: Desk, t: Translator) -> None:
        """Word them with the school's own words."""
        super().__init__()
        self._desk = desk
        self._t = t

    def render(self) -> Content:
        """Paint one line each, shortened rather than wrapped: the board above needs the room."""
        if self.talk is None:
            return Content("")
        goal = " ".join(self.talk.goal.split())
        rows = [joined((f"{GOAL} ", "$accent"), goal)] if goal else []
        for each in self.talk.agreements:
            style = "$accent bold" if each.id == self.selected else ""
            lead = ("▸ ", style) if style else ("! ", "$accent")
            whom = for_whom_words(each.pupil_ids, self.talk, self._t)
            text = told_by(" · ".join(each.text.split("\n")), each.by)
            rows.append(joined(lead, (text, style), (f"  ·  {whom}" if whom else "", "$quiet")))
        for moment in self.talk.plan.moments:
            sentence = moment_sentence(moment, self.talk, self._desk.school, self._t)
            rows.append(joined(("↔ ", "$accent"), told_by(sentence, moment.by)))
        width = max(self.size.width, 10)
        if len(rows) > ROWS:
            kept = rows[:1] if goal else []
            rows = [*kept, literal("…", "$quiet"), *rows[-ROWS + 1 + len(kept) :]]
        # apart from the columns: it is no more of the first one
        gap = [Content("")] if rows else []
        return Content("\n").join([*gap, *(row.truncate(width, ellipsis=True) for row in rows)])


class AgendaBoard(Vertical):
    """A column a voice over the agreements. `selected` is the id of the chosen point or agreement."""

    talk: reactive[Talk | None] = reactive[Talk | None](None)
    selected: reactive[str] = reactive("")

    def __init__(self, speakers: Sequence[Speaker], desk: Desk, t: Translator, *, slip: bool = False) -> None:
        """A board of these voices; with the `slip` also what the teacher prepared."""
        super().__init__()
        self._speakers = speakers
        self._slip = slip
        self._desk = desk
        self._t = t

    def compose(self) -> ComposeResult:
        with Horizontal(id="columns"):
            for speaker in self._speakers:
                column = VoiceColumn(speaker, self._desk, self._t, slip=self._slip)
                yield column.data_bind(AgendaBoard.talk, AgendaBoard.selected)
        yield AgreementList(self._desk, self._t).data_bind(AgendaBoard.talk, AgendaBoard.selected)

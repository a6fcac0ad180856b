"""The closing as rows: the plan, the information moment, what stays, the rest. One row is the current one."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.widget import Widget

from store.domain.talk import Talk
from store.export.wording import moment_row, outlook_words, voice_words
from store.language import Translator, mark
from store.planline.reading import Part
from tui.desk.closing_line import OTHERS, PARTS, PLAN, Row, RowKind, rows_of
from tui.desk.desk import Desk
from tui.widgets.safe_text import joined, literal

LABELS = {
    RowKind.FIRST_CONTACT: mark("first contact"),
    RowKind.DETAILS: mark("number and mail"),
    RowKind.BUDDY: mark("buddy"),
    RowKind.PUPIL_FILE: mark("pupil file"),
    RowKind.RECEPTION: mark("reception"),
}
PART_LABELS = {
    Part.WHEN: mark("when"),
    Part.CHANNEL: mark("how"),
    Part.WHO: mark("with whom"),
    Part.INITIATIVE: mark("who begins"),
    Part.PURPOSE: mark("what for"),
}
LABEL_WIDTH = 24
INDENT = 5


class ClosingRows(Widget):
    """Paints the rows. `part` is the part of a contact moment that the line would replace."""

    talk: reactive[Talk | None] = reactive[Talk | None](None, layout=True)
    current: reactive[Row] = reactive(PLAN, layout=True)
    part: reactive[Part | None] = reactive[Part | None](None)

    def __init__(self, desk: Desk, t: Translator) -> None:
        """Word the rows with the school's own words."""
        super().__init__()
        self._desk = desk
        self._t = t
        self._current_line = 0

    def watch_current(self) -> None:
        """Keep the current row in sight."""
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        if isinstance(self.parent, Widget):
            around = Region(0, max(0, self._current_line - 1), 1, 3)
            self.parent.scroll_to_region(around, animate=False, force=True)

    def render(self) -> Content:
        """All rows under their headings."""
        if (talk := self.talk) is None:
            return Content("")
        t = self._t
        width = max(self.size.width, 20)
        lines: list[Content] = [literal(t("This is how we keep in touch"), "bold")]
        for row in rows_of(talk):
            if row.kind is RowKind.INFORMATION or row.kind is OTHERS[0]:
                lines.append(Content(""))
            if row == self.current:
                self._current_line = len(lines)
            lines += _hanging(self._row(row, talk), width)
        return Content("\n").join(lines)

    def _row(self, row: Row, talk: Talk) -> Content:
        here = row == self.current
        lead = ("▸ ", "$accent bold") if here else ("  ", "")
        style = "bold" if here else ""
        match row.kind:
            case RowKind.MOMENT:
                return self._moment(row, talk, lead)
            case RowKind.PLAN:
                first = not talk.plan.moments
                text = self._t("type how and when, together") if first else self._t("one more, if you like")
                return joined(lead, ("+  ", "$accent"), (text, "$quiet"))
            case RowKind.LEFT:
                return self._left(row, talk, lead, style)
        return self._labelled(row, talk, lead, style)

    def _moment(self, row: Row, talk: Talk, lead: tuple[str, str]) -> Content:
        moment = next(each for each in talk.plan.moments if each.id == row.record)
        words = moment_row(moment, talk, self._desk.school, self._t)
        texts = {
            Part.WHEN: words.when,
            Part.CHANNEL: words.channel,
            Part.WHO: words.who,
            Part.PURPOSE: words.purpose,
        }
        chosen = self.part if row == self.current else None
        pieces: list[str | tuple[str, str]] = [lead, f"{talk.plan.moments.index(moment) + 1}  "]
        for part, text in texts.items():
            if text or part is chosen:
                pieces += [(text or "…", "reverse" if part is chosen else ""), ("  ·  ", "$quiet")]
        if chosen is Part.INITIATIVE:
            pieces.append((self._t(PART_LABELS[chosen]), "reverse"))
        elif pieces[-1] == ("  ·  ", "$quiet"):
            pieces.pop()
        return joined(*pieces)

    def _left(self, row: Row, talk: Talk, lead: tuple[str, str], style: str) -> Content:
        point = talk.point(row.record)
        if point is None:
            return Content("")
        first = talk.left_over()[0].id == point.id
        label = self._t("Does anything stay?") if first else ""
        outlook = outlook_words(point.outlook, self._t)
        text = " ".join(point.text.split())
        return joined(
            lead,
            (label.ljust(LABEL_WIDTH), "$quiet"),
            (f"{voice_words(point.voice, talk, self._t)}: {text}", style),
            (f"    {outlook}" if outlook else "", "$accent"),
        )

    def _labelled(self, row: Row, talk: Talk, lead: tuple[str, str], style: str) -> Content:
        if row.kind is RowKind.INFORMATION:
            label, value = self._t("Information moment"), self._information(talk)
        else:
            label, value = self._t(LABELS[row.kind]), self._other(row.kind, talk)
        return joined(lead, (label.ljust(LABEL_WIDTH), "$quiet"), (value, style))

    def _information(self, talk: Talk) -> str:
        answer = talk.information
        if answer is None:
            return self._t("would you like one? a topic, when; or - for no")
        if not answer.wanted:
            return self._t("not needed")
        return ", ".join(part for part in (answer.topic, answer.when) if part)

    def _other(self, kind: RowKind, talk: Talk) -> str:
        rest = talk.arrangements
        if kind is RowKind.FIRST_CONTACT:
            return next((carer.name for carer in talk.audience if carer.id == rest.first_contact), "—")
        if kind is RowKind.DETAILS:
            known = "; ".join(
                " ".join(part for part in (carer.name, carer.phone, carer.email) if part)
                for carer in talk.audience
            )
            right = self._t("right: ") if rest.details_right else ""
            return rest.details or (right + known) or "—"
        return str(getattr(rest, kind.value)) or "—"


def _hanging(row: Content, width: int) -> list[Content]:
    """A row wrapped under its own text."""
    first, *rest = row.wrap(width)
    if not rest:
        return [first]
    more = row[len(first.plain) :]
    text = more[len(more.plain) - len(more.plain.lstrip()) :]
    return [first, *(literal(" " * INDENT) + line for line in text.wrap(width - INDENT))]


def part_after(part: Part | None, steps: int) -> Part | None:
    """The next part to correct, going round, with the whole line between last and first."""
    order = (None, *PARTS)
    return order[(order.index(part) + steps) % len(order)]

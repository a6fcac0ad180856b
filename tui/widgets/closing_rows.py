"""The closing as rows: the plan, the information moment, what stays, the rest."""

from __future__ import annotations

from textual.content import Content

from store.domain.talk import Talk
from store.export.wording import moment_row, outlook_words, voice_words
from store.language import Translator
from store.planline.reading import Part
from tui.desk.closing_line import OTHERS, Cursor, Row, RowKind, rows_of
from tui.desk.desk import Desk
from tui.widgets.row_list import RowList, lead
from tui.widgets.safe_text import joined, literal
from tui.words.closing import LABELS, PARTS

LABEL_WIDTH = 24
INDENT = 5


class ClosingRows(RowList[Row]):
    """Paints the rows of a talk, and the part of a contact moment that the line would replace."""

    def __init__(self, desk: Desk, t: Translator) -> None:
        """Word the rows with the school's own words."""
        super().__init__()
        self._desk = desk
        self._t = t
        self._talk: Talk | None = None
        self._part: Part | None = None

    def show(self, talk: Talk, cursor: Cursor) -> None:
        """Show the rows of this talk with the cursor where it is."""
        self._talk, self._part = talk, cursor.part
        self.show_rows(rows_of(talk), cursor.row)

    def heading(self, row: Row) -> list[Content]:
        """Return the title above the plan, and a gap above each further part."""
        first = self._talk is not None and row == rows_of(self._talk)[0]
        title = [literal(self._t("This is how we keep in touch"), "bold")] if first else []
        return [Content("")] if row.kind is RowKind.INFORMATION or row.kind is OTHERS[0] else title

    def painted(self, row: Row, width: int, *, here: bool) -> list[Content]:
        """Return a row, wrapped under its own text."""
        return _hanging(self._row(row, self._talk, here=here), width) if self._talk else []

    def _row(self, row: Row, talk: Talk, *, here: bool) -> Content:
        mark = lead(here=here)
        style = "bold" if here else ""
        match row.kind:
            case RowKind.MOMENT:
                return self._moment(row, talk, mark, here=here)
            case RowKind.PLAN:
                first = not talk.plan.moments
                text = self._t("type how and when, together") if first else self._t("one more, if you like")
                return joined(mark, ("+  ", "$accent"), (text, "$quiet"))
            case RowKind.LEFT:
                return self._left(row, talk, mark, style)
        return self._labelled(row, talk, mark, style)

    def _moment(self, row: Row, talk: Talk, mark: tuple[str, str], *, here: bool) -> Content:
        moment = next(each for each in talk.plan.moments if each.id == row.record)
        words = moment_row(moment, talk, self._desk.school, self._t)
        texts = {
            Part.WHEN: words.when,
            Part.CHANNEL: words.channel,
            Part.WHO: words.who,
            Part.PURPOSE: words.purpose,
        }
        chosen = self._part if here else None
        pieces: list[str | tuple[str, str]] = [mark, f"{talk.plan.moments.index(moment) + 1}  "]
        for part, text in texts.items():
            if text or part is chosen:
                pieces += [(text or "…", "reverse" if part is chosen else ""), ("  ·  ", "$quiet")]
        if chosen is Part.INITIATIVE:
            pieces.append((self._t(PARTS[chosen]), "reverse"))
        elif pieces[-1] == ("  ·  ", "$quiet"):
            pieces.pop()
        return joined(*pieces)

    def _left(self, row: Row, talk: Talk, mark: tuple[str, str], style: str) -> Content:
        point = talk.point(row.record)
        if point is None:
            return Content("")
        first = talk.left_over()[0].id == point.id
        label = self._t("Does anything stay?") if first else ""
        outlook = outlook_words(point.outlook, self._t)
        text = " ".join(point.text.split())
        return joined(
            mark,
            (label.ljust(LABEL_WIDTH), "$quiet"),
            (f"{voice_words(point.voice, talk, self._t)}: {text}", style),
            (f"    {outlook}" if outlook else "", "$accent"),
        )

    def _labelled(self, row: Row, talk: Talk, mark: tuple[str, str], style: str) -> Content:
        if row.kind is RowKind.INFORMATION:
            label, value = self._t("Information moment"), self._information(talk)
        else:
            label, value = self._t(LABELS[row.kind]), self._other(row.kind, talk)
        return joined(mark, (label.ljust(LABEL_WIDTH), "$quiet"), (value, style))

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

"""The closing as rows: how we keep contact, the information moment, what was agreed, and the rest."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from store.domain.board import Agreement
from store.domain.plan import ContactMoment
from store.domain.talk import Talk
from store.export.sequels import came_of
from store.export.wording.moments import moment_row
from store.export.wording.people import carer_words, for_whom_words, told_by, voice_words
from store.language import Translator
from store.planline.reading import Part
from tui.desk.desk import Desk
from tui.desk.talk.closing_cursor import PLAN, Cursor, Row, RowKind, moment_of, rest_of, rows_of
from tui.desk.talk.contact_details import without_details
from tui.desk.talk.contact_moments import without_starter
from tui.widgets.hanging_indent import hanging
from tui.widgets.row_list import RowList, lead
from tui.widgets.safe_text import joined, literal
from tui.words.closing import LABELS, REST, meeting_words, who_starts_words

LABEL_WIDTH = 24
INDENT = 5


class ClosingRows(RowList[Row]):
    """Paints the rows of a talk, and the part of a contact moment that the line would replace."""

    def __init__(self, desk: Desk, t: Translator, unclear: Callable[[ContactMoment], str]) -> None:
        """Word the rows with the school's own words; `unclear` says what is not clear of an open line."""
        super().__init__()
        self._desk = desk
        self._t = t
        self._unclear = unclear
        self._talk: Talk | None = None
        self._cursor = Cursor()

    def show(self, talk: Talk, cursor: Cursor) -> None:
        """Show the rows of this talk with the cursor where it is."""
        self._talk, self._cursor = talk, cursor
        self.show_rows(rows_of(talk, rest_open=cursor.rest_open), cursor.row)

    def heading(self, row: Row) -> list[Content]:
        """Return the title above the plan, and a gap above each further part."""
        if self._talk is None:
            return []
        if row == self._rows[0]:
            return [literal(self._t("This is how we keep in touch"), "bold")]
        below_plan = self._rows[self._rows.index(PLAN) + 1]
        return [Content("")] if row in (below_plan, rest_of(self._talk)[0]) else []

    def painted(self, row: Row, width: int, *, here: bool) -> list[Content]:
        """Return a row, wrapped under its own text."""
        if self._talk is None:
            return []
        moment = moment_of(row, self._talk)
        if moment is not None and moment.to_be_set:
            return self._open(moment, self._talk, width, here=here)
        if moment is not None:
            return _hanging(self._moment(moment, self._talk, here=here), width)
        return self._row(row, self._talk, width, here=here)

    def _row(self, row: Row, talk: Talk, width: int, *, here: bool) -> list[Content]:
        mark = lead(here=here)
        if row.kind is RowKind.PLAN:
            first = not talk.plan.moments
            text = self._t("type how and when, together") if first else self._t("one more, if you like")
            return [joined(mark, ("+  ", "$accent"), (text, "$quiet"))]
        label = self._t(LABELS[row.kind]) if self._is_first(row) else ""
        style = "bold" if here else "$quiet" if row.kind is RowKind.REST else ""
        lines = hanging("", self._value(row, talk, here=here), width - LABEL_WIDTH - 2, style) or [
            Content("")
        ]
        labelled = joined(mark, (label.ljust(LABEL_WIDTH), "$quiet"))
        under = literal(" " * (LABEL_WIDTH + 2))
        return [labelled + lines[0], *(under + line for line in lines[1:])]

    def _is_first(self, row: Row) -> bool:
        """Only the first of the rows of one kind has a label."""
        return next(each for each in self._rows if each.kind is row.kind) == row

    def _moment(self, moment: ContactMoment, talk: Talk, *, here: bool) -> Content:
        words = moment_row(moment, talk, self._desk.school, self._t)
        texts = {
            Part.WHEN: words.when,
            Part.CHANNEL: words.channel,
            Part.WHO: words.who,
            Part.PURPOSE: words.purpose,
        }
        chosen = self._cursor.part if here else None
        pieces: list[str | tuple[str, str]] = [*self._number(moment, talk, here=here)]
        for part, text in texts.items():
            if text or part is chosen:
                pieces += [(text or "…", "reverse" if part is chosen else ""), ("  ·  ", "$quiet")]
        asides = (for_whom_words(moment.pupil_ids, talk, self._t), moment.by, self._came(moment, talk))
        for aside in filter(None, asides):
            pieces += [(aside, "$quiet"), ("  ·  ", "$quiet")]
        if chosen is Part.INITIATIVE:
            pieces.append((who_starts_words(moment, self._t), "reverse"))
        elif without_starter([moment.id], talk):
            pieces.append((who_starts_words(moment, self._t), "$quiet"))
        elif pieces[-1] == ("  ·  ", "$quiet"):
            pieces.pop()
        return joined(*pieces)

    def _open(self, moment: ContactMoment, talk: Talk, width: int, *, here: bool) -> list[Content]:
        """A line that stays as typed, letter for letter; under it what it does say and what is not clear."""
        words = moment_row(moment, talk, self._desk.school, self._t)
        known = (words.channel, words.who if moment.initiative else "")
        chosen = self._cursor.part if here else None
        starts = chosen is Part.INITIATIVE or without_starter([moment.id], talk)
        asked = "…" if chosen is Part.CHANNEL else who_starts_words(moment, self._t) if starts else ""
        whom = for_whom_words(moment.pupil_ids, talk, self._t)
        said = " · ".join(
            part
            for part in (
                self._t("still open"),
                *known,
                asked,
                whom,
                self._unclear(moment),
                self._came(moment, talk),
            )
            if part
        )
        return [
            *_hanging(joined(*self._number(moment, talk, here=here), moment.text), width),
            *hanging(" " * INDENT, said, width, "$warning"),
        ]

    def _came(self, record: ContactMoment | Agreement, talk: Talk) -> str:
        """What became of it last, in a talk that is open again later in the year."""
        return next(reversed(came_of(record, talk, self._t)), "")

    def _number(self, moment: ContactMoment, talk: Talk, *, here: bool) -> tuple[tuple[str, str], str]:
        return lead(here=here), f"{talk.plan.moments.index(moment) + 1}  "

    def _value(self, row: Row, talk: Talk, *, here: bool) -> str:
        shown = here and self._cursor.shown
        match row.kind:
            case RowKind.INFORMATION:
                return self._information(talk)
            case RowKind.AGREEMENT:
                agreement = next(each for each in talk.agreements if each.id == row.record)
                whom = for_whom_words(agreement.pupil_ids, talk, self._t)
                told = " · ".join(filter(None, (agreement.text, whom, self._came(agreement, talk))))
                return told_by(told, agreement.by)
            case RowKind.LATER:
                return self._later(row, talk)
            case RowKind.REST:
                return ", ".join(self._t(label) for label in REST.values())
            case RowKind.FIRST_CONTACT:
                rest = talk.arrangements
                named = (carer for carer in talk.audience if carer.id == rest.first_contact)
                other = rest.other_contact if shown else without_details(rest.other_contact)
                first = next((carer_words(carer, self._t) for carer in named), other)
                return first or self._t("whom do I phone when something is the matter?")
            case RowKind.SUPPORT:
                asked = self._t("who supports a parent in this? name, relation, number")
                said = talk.arrangements.support
                return (said if shown else without_details(said)) or asked
            case RowKind.DETAILS:
                return self._details(row, talk, shown=shown)
            case RowKind.ADDRESSED:
                return self._addressed(row, talk)
            case RowKind.READ_ALONG:
                return self._read_along(row, talk)
            case RowKind.BUDDY_SHARED:
                shared = talk.arrangements.buddy_shared
                return self._t("yes") if shared else self._t("may this be on the list of buddies? yes, or -")
        return str(getattr(talk.arrangements, row.kind.value)) or "—"

    def _read_along(self, row: Row, talk: Talk) -> str:
        """Whether parents of this pupil, who is of age, get letter and sheet too."""
        name = next((each.everyday_name for each in talk.pupils if each.id == row.record), "")
        if row.record in talk.arrangements.read_along:
            return self._t("{name}: yes, they may", name=name)
        if row.record not in {each.id for each in talk.children_in(talk.presence)}:
            return self._t("{name} is not here: not as long as {name} has not said yes", name=name)
        return self._t("{name}: only if you say yes. May your parents read along? yes, or -", name=name)

    def _information(self, talk: Talk) -> str:
        answer = talk.information
        if answer is None:
            return meeting_words(talk, self._t)
        if not answer.wanted:
            return self._t("not needed")
        return ", ".join(part for part in (answer.topic, answer.when) if part)

    def _later(self, row: Row, talk: Talk) -> str:
        point = talk.point(row.record)
        if point is None:
            return ""
        text = " · ".join(
            " ".join(each.split()) for each in (point.text, *(note.text for note in point.notes))
        )
        return f"{voice_words(talk.speaker_of(point), talk, self._desk.school, self._t)}: {text}"

    def _addressed(self, row: Row, talk: Talk) -> str:
        """How one carer wants to be called in the letter; until that is said, the whole name."""
        carer = next(talk.with_new_details(each) for each in talk.audience if each.id == row.record)
        name = carer_words(carer, self._t)
        return f"{name}: {carer.addressed}" if carer.addressed else self._t("{name}, or type how", name=name)

    def _details(self, row: Row, talk: Talk, *, shown: bool) -> str:
        """What one carer said; number and address only while they were asked for, and only this one's."""
        carer = next(each for each in talk.audience if each.id == row.record)
        said, name = talk.arrangements.details_of(carer.id), carer_words(carer, self._t)
        if shown:
            now = talk.with_new_details(carer)
            return f"{name}: {', '.join(each for each in (now.phone, now.email) if each) or '—'}"
        if said.phone or said.email:
            return self._t("{name}: new, thank you", name=name)
        right = self._t("{name}: they are right", name=name)
        return right if said.right else self._t("{name}: are number and mail right?", name=name)


def _hanging(row: Content, width: int) -> list[Content]:
    """A row wrapped under its own text."""
    first, *rest = row.wrap(width)
    if not rest:
        return [first]
    more = row[len(first.plain) :]
    text = more[len(more.plain) - len(more.plain.lstrip()) :]
    return [first, *(literal(" " * INDENT) + line for line in text.wrap(width - INDENT))]

"""What a family may want gone for good: a point, or what stands on a row of the closing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from store.domain.talk import Talk
from tui.desk.desk import Desk
from tui.desk.talk.board_line import text_of
from tui.desk.talk.closing_cursor import Row, RowKind, moment_of
from tui.desk.talk.contact_details import without_details, without_new_details

_ARRANGED = {
    RowKind.GOAL: "goal",
    RowKind.FIRST_CONTACT: "other_contact",
    RowKind.SUPPORT: "support",
    RowKind.BUDDY_OFFERS: "buddy_offers",
    RowKind.BUDDY_NEEDS: "buddy_needs",
    RowKind.BUDDY: "buddy",
    RowKind.PUPIL_FILE: "pupil_file",
    RowKind.RECEPTION: "reception",
}
"""The rows that are text of their own, by the field they are kept in."""


def without_record(talk: Talk, record_id: str) -> Talk:
    """Return a talk without this point, agreement or contact moment."""
    return talk.drop_point(record_id).drop_agreement(record_id).drop_moment(record_id)


def words_on(row: Row, talk: Talk) -> str:
    """Return what was said on a row, numbers and addresses covered; empty where nothing was."""
    return without_details(_words_on(row, talk))


def _words_on(row: Row, talk: Talk) -> str:
    match row.kind:
        case RowKind.MOMENT:
            moment = moment_of(row, talk)
            return moment.text if moment else ""
        case RowKind.AGREEMENT | RowKind.LATER:
            return text_of(row.record, talk)
        case RowKind.INFORMATION:
            answer = talk.information
            return ", ".join(filter(None, (answer.topic, answer.when))) if answer else ""
        case RowKind.DETAILS:
            said = talk.arrangements.details_of(row.record)
            given = tuple(filter(None, (said.phone, said.email)))
            named = (carer.name for carer in talk.audience if carer.id == row.record)
            return ", ".join((*named, *given)) if given else ""
    field = _ARRANGED.get(row.kind)
    return str(getattr(talk.arrangements, field)) if field else ""


def without_row(talk: Talk, row: Row) -> Talk:
    """Return a talk without what was said on a row; an answer that is asked for is asked again."""
    match row.kind:
        case RowKind.MOMENT | RowKind.AGREEMENT | RowKind.LATER:
            return without_record(talk, row.record)
        case RowKind.INFORMATION:
            return talk.answer_information(None)
        case RowKind.DETAILS:
            return without_new_details(row.record, talk)
    emptied: dict[str, Any] = {field: "" for kind, field in _ARRANGED.items() if kind is row.kind}
    return talk.arrange(replace(talk.arrangements, **emptied))


def forget_words(talk: Talk, let_go: Callable[[Talk], Talk], desk: Desk) -> None:
    """Take what a talk lets go of away for good, with its talk's steps and half-typed line.

    Raises:
        FilesError: the disk does not take that.
    """
    from store.files.deletion import erase

    desk.ensure_kept()
    erase.forget_words(desk.repository, desk.day.date, talk.id, let_go)
    desk.erased_from.add(talk.id)
    desk.half_typed.leave(talk.id)
    desk.school = desk.repository.school(desk.day.date)
    desk.take_in_day(desk.repository.day(desk.day.date))

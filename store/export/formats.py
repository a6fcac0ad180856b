"""The formats a day can be exported in, by name. Each is loaded only when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.domain.school import School
from store.domain.siblings import sheets
from store.domain.talk import Talk, TalkState
from store.domain.year.standing import comes_before
from store.export.called import talks_called
from store.export.document import title_of
from store.export.wording.people import carer_words, teacher_words
from store.language import Translator

if TYPE_CHECKING:
    from store.export.paper.form_pages import Forms


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported: a day with its school, in which language, at which instant in UTC.

    `names` puts pupils' first names in the titles of calendars and in the names of families' files; the
    teacher's own calendar has them unless it is to be `nameless`. In
    `language` the families' sheets are told a second time, whatever is spoken at home.
    `forms` are what parents fill in at home, by the kind of talk; `without_talk` are the pupils of the
    class list who have none in this year. `year` are the talks of it, where one of the day is held of an
    earlier plan.
    """

    day: SchoolDay
    school: School
    t: Translator
    now: datetime
    names: bool = False
    nameless: bool = False
    language: str = ""
    forms: Forms | None = None
    without_talk: tuple[Pupil, ...] = ()
    year: tuple[Talk, ...] = ()

    def so_far(self, talk: Talk) -> tuple[Talk, ...]:
        """Return the talks before one that is held of their plans; of any other nothing."""
        held = talk.follows is not None
        return tuple(each for each in self.year if held and comes_before(each, talk))


@dataclass(frozen=True, slots=True)
class File:
    """One file to be: its name in two parts, and what is in it.

    `missing` are signs that no font has; `fits` says whether what is meant to be one page is one.
    """

    stem: str
    suffix: str
    content: bytes
    missing: str = ""
    fits: bool = True


Exporter = Callable[[Order], Iterable[File]]
"""Makes the files of one format, one by one."""


def _whole_day(order: Order, suffix: str, content: bytes, missing: str = "") -> File:
    called = re.findall(r"[^\W_]+", talks_called(order.day, order.school, order.t).casefold())
    return File("-".join((*called, order.day.date.isoformat())), suffix, content, missing)


def _markdown(order: Order) -> Iterator[File]:
    from store.export.summary import summary_markdown

    yield _whole_day(
        order, "md", summary_markdown(order.day, order.school, order.t, order.without_talk).encode()
    )


def _text(order: Order) -> Iterator[File]:
    from store.export.summary import summary_text

    yield _whole_day(
        order, "txt", summary_text(order.day, order.school, order.t, order.without_talk).encode()
    )


def _word(order: Order) -> Iterator[File]:
    from store.export.paper.word import word_document
    from store.export.summary import summary_document

    document = summary_document(order.day, order.school, order.t, order.without_talk)
    yield _whole_day(order, "docx", word_document(document, title_of(document), order.school.teacher))


def _pages(order: Order) -> Iterator[File]:
    from store.export.paper.document_pages import document_data
    from store.export.paper.typeset import Typesetter
    from store.export.summary import summary_document

    document = summary_document(order.day, order.school, order.t, order.without_talk)
    page = Typesetter("document").page(document_data(document, order.school.teacher, order.t))
    yield _whole_day(order, "pdf", page.pdf, page.missing)


def _handouts(order: Order) -> Iterator[File]:
    """For each adult at home a sheet of paper, and the same in Word: one is set beside the other."""
    from concurrent.futures import ThreadPoolExecutor

    from store.export.paper.family_sheet import family_sheets, has_agreements
    from store.export.paper.sheet_pages import sheet_data
    from store.export.paper.typeset import Typesetter
    from store.export.paper.word import word_sheet

    typesetter = Typesetter("sheet")
    with ThreadPoolExecutor(1) as beside:
        for talk in filter(has_agreements, order.day.in_order):
            so_far = order.so_far(talk)
            made = family_sheets(talk, order.school, order.t, order.now, order.language, so_far)
            for at, sheet in enumerate(made, 1):
                adult = carer_words(sheet.carer, order.t) if sheet.carer else ""
                stem = family_stem(sheet.talk, order.t("sheet"), at if len(made) > 1 else 0)
                stem = "-".join(filter(None, (stem, sheet.title, adult))) if order.names else stem
                setting, word = beside.submit(typesetter.page, sheet_data(sheet)), word_sheet(sheet)
                page = setting.result()
                yield File(stem, "pdf", page.pdf, page.missing, page.pages == 1)
                yield File(stem, "docx", word.content, fits=word.fits)


def _letters(order: Order) -> Iterator[File]:
    """For each child the whole letter as it was read back, with what everybody brought up, in Word."""
    from store.export.letter import letter
    from store.export.paper.family_sheet import has_agreements
    from store.export.paper.word import word_document

    for talk in filter(has_agreements, order.day.in_order):
        for at, sheet in enumerate(sheets(talk), 1):
            stem = family_stem(sheet, order.t("letter"), at if talk.siblings else 0)
            stem = f"{stem}-{sheet.pupil.first_name}" if order.names else stem
            title, author = sheet.pupil.first_name, teacher_words(sheet, order.school, order.t)
            told = letter(sheet, order.school, order.t, so_far=order.so_far(talk))
            content = word_document(told, title, author)
            yield File(stem, "docx", content)


def _invitations(order: Order) -> Iterator[File]:
    """For each child a card, and for each adult with an address a mail that a mail program opens."""
    from store.export.paper.invitation import invitation_data, invitation_mail, invitations
    from store.export.paper.typeset import Typesetter

    typesetter = Typesetter("invitation")
    for talk in order.day.in_order:
        form = order.forms is not None and order.forms(order.t.language, talk.deck) is not None
        made = invitations(talk, order.school, order.t, order.language, form=form)
        for at, card in enumerate(made, 1):
            stem = family_stem(card.talk, order.t("invitation"), at if len(made) > 1 else 0)
            stem = f"{stem}-{card.talk.pupil.first_name}" if order.names else stem
            page = typesetter.page(invitation_data(card))
            yield File(stem, "pdf", page.pdf, page.missing, page.pages == 1)
            for carer in filter(lambda each: each.email, card.talk.readers):
                yield File(stem, "eml", invitation_mail(card, carer, order.school, order.now))


def _forms(order: Order) -> Iterator[File]:
    """For each child the page that its parents fill in at home, where the kind of talk has one."""
    from store.export.paper.form_pages import form_pages
    from store.export.paper.typeset import Typesetter

    typesetter = Typesetter("form")
    for talk in order.day.in_order:
        made = form_pages(talk, order.forms, order.t, order.language) if order.forms else ()
        for at, each in enumerate(made, 1):
            stem = family_stem(each.talk, order.t("form"), at if len(made) > 1 else 0)
            stem = f"{stem}-{each.talk.pupil.first_name}" if order.names else stem
            page = typesetter.page(each.data)
            yield File(stem, "pdf", page.pdf, page.missing, page.pages == 1)


def _calendars(order: Order) -> Iterator[File]:
    """The teacher's calendar with every moment once, and for each child with a dated one its own."""
    from store.export.calendar.book import calendar, dated

    day, school, t, names = order.day, order.school, order.t, order.names
    year = school.year_of(day.date)
    talks = [talk for talk in day.in_order if talk.state is not TalkState.CANCELLED]
    yield _whole_day(order, "ics", calendar(talks, school, year, t, order.now, names=not order.nameless))
    for talk in talks:
        for at, sheet in enumerate(sheets(talk), 1):
            if dated(sheet, school, year):
                stem = family_stem(sheet, "", at if talk.siblings else 0)
                stem = f"{stem}-{sheet.pupil.first_name}" if names else stem
                content = calendar([sheet], school, year, t, order.now, family=True, names=names)
                yield File(stem, "ics", content)


def family_stem(talk: Talk, kind: str, number: int) -> str:
    """Name a family's file after its talk, "2026-08-25-1340", so that no file name says who they are.

    More than one of a kind have a number each.
    """
    parts = (f"{talk.slot.start:%Y-%m-%d-%H%M}", kind, str(number or ""))
    return "-".join(filter(None, parts))


EXPORTERS: Mapping[str, Exporter] = {
    "md": _markdown,
    "txt": _text,
    "docx": _word,
    "pdf": _pages,
    "ics": _calendars,
    "handouts": _handouts,
    "forms": _forms,
    "invitations": _invitations,
    "letters": _letters,
}
"""What a day can be exported as: the whole of it for the teacher, or something for each family."""

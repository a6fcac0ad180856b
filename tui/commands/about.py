"""`startgesprek about NAME`: everything about one pupil, as a file for each who may read it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from store.domain import retention
from store.domain.access import Portion, portions
from store.domain.people import Carer, Pupil
from store.domain.school import School
from store.domain.siblings import sheets
from store.domain.talk import Talk
from store.domain.year.standing import days_with_what_was_held
from store.export.document import CHAPTER, Document, Heading, Item, Paragraph, section
from store.export.wording.addressing import as_read_by, told_to
from store.export.wording.days import day_long, time_words
from store.export.wording.people import company_words
from store.files.errors import FilesError
from store.files.repository import Repository
from store.language import Translator
from tui.commands.context import BAD_INPUT, Context, UserError, data_refusals
from tui.commands.output import complain, tell
from tui.commands.passphrase import open_repository
from tui.commands.pupils.backups import still_holding
from tui.commands.pupils.find_pupil import FoundPupil, add_pupil, find, unread_words
from tui.desk.setup.passphrase import is_sealed
from tui.words.kinds.forms import filled_in_words

if TYPE_CHECKING:
    from tui.commands.parser import Commands


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser(
        "about", parents=[shared], help=t("everything about one pupil, as files in --to DIR")
    )
    add_pupil(parser, t)
    parser.add_argument("--to", type=Path, metavar=t("DIR"), help=t("the folder for the files"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Write the files and print for whom each is. Never locks, leaves the data alone.

    Raises:
        UserError: no folder given, no such pupil (2); something can't be read or written (1).
    """
    from store.export.markdown import markdown

    t = context.t
    if options.to is None:
        raise UserError(t("Say which folder the files go to, with --to DIR."), BAD_INPUT)
    to = context.outside(options.to)
    repository = open_repository(context)
    with data_refusals(t):
        found = find(repository, options.pupil, t)
        today = context.today(repository)
        school = repository.school(today)
        backups = tuple(still_holding(repository, found.ids, today, t, deleting=False))
        texts = [(_for(each, t), _document(each, found, repository, school, t)) for each in _portions(found)]
    stem = f"{t('about-one-pupil')}-{today.isoformat()}"
    for people, document in texts:
        path = context.put_file(to, stem, "md", markdown(document).encode())
        tell(t("{path}: for {people}", path=path, people=people))
    if is_sealed(repository):
        complain(t("These files can be read without the passphrase."))
    if len(texts) > 1:
        tell(t("Each file holds only what these people may read; give nobody the file of another."))
    for line in (*backups, *((unread_words(found.unread, t),) if found.unread else ())):
        tell(line)
    return 0


def _portions(found: FoundPupil) -> tuple[Portion, ...]:
    carers = {carer.id: carer for record in reversed(found.records) for carer in record.carers}
    talks = (
        sheet
        for day in days_with_what_was_held(found.days)
        for talk in day.talks
        for sheet in sheets(talk)
        if sheet.pupil.id in found.ids
    )
    return portions(carers.values(), talks)


def _for(portion: Portion, t: Translator) -> str:
    return portion.carer.name if portion.carer else t("the pupil's own file, without a parent")


def _document(
    portion: Portion, found: FoundPupil, repository: Repository, school: School, t: Translator
) -> Document:
    """Everything in words, for this carer only; of who else was there no more than the name."""
    blocks: Document = (
        Heading(t("Everything that is kept about {name}", name=found.pupil.full_name), 1),
        Paragraph(t("For: {people}", people=_for(portion, t))),
        *section(t("Pupil"), _details(found.pupil, t)),
        *section(t("Parents and carers"), tuple(_carers(portion, t))),
    )
    for talk in portion.talks:
        carers = [portion.carer] if portion.carer else []
        half_typed = told_to(talk, carers, school, t)(_half_typed(talk, repository))
        blocks += _talk(as_read_by(talk, carers, school, t), half_typed, school, t)
    if not portion.talks:
        blocks += (Paragraph(t("There is no talk with these people.")),)
    if found.unread:
        blocks += (Paragraph(unread_words(found.unread, t)),)
    return blocks


def _details(pupil: Pupil, t: Translator) -> tuple[Item, ...]:
    lines = (
        t("Name: {text}", text=pupil.full_name),
        t("Group: {text}", text=pupil.group) if pupil.group else "",
        t("Number: {text}", text=pupil.number) if pupil.number else "",
        t("Date of birth: {text}", text=day_long(pupil.birth_date, t)) if pupil.birth_date else "",
        t("Language at home: {text}", text=pupil.home_language) if pupil.home_language else "",
        t("An interpreter is needed.") if pupil.interpreter else "",
    )
    return tuple(Item(line) for line in lines if line)


def _carers(portion: Portion, t: Translator) -> Iterator[Item]:
    if (own := portion.carer) is not None:
        yield _carer(own, t)
        others = {each.id: each.name for talk in portion.talks for each in talk.audience if each.id != own.id}
        yield from map(Item, others.values())


def _carer(carer: Carer, t: Translator) -> Item:
    called = t("Addressed as: {name}", name=carer.addressed) if carer.addressed else ""
    return Item(carer.name, tuple(each for each in (carer.phone, carer.email, called) if each))


def _talk(talk: Talk, half_typed: str, school: School, t: Translator) -> Document:
    """One talk with everything that is stored of it."""
    from store.export.pupil_text import reading_along
    from store.export.talk_text import agreed_and_came, raised, standing

    day, time = day_long(talk.slot.start.date(), t), time_words(talk.slot.start)
    zone = ZoneInfo(school.zone)
    facts = (
        *standing(talk, t),
        t("Remark beforehand: {text}", text=talk.remark) if talk.remark else "",
        company_words(talk, t),
        *reading_along(replace(talk, siblings=()), t),
        *(
            _sitting(each.started.astimezone(zone).date(), each.started.astimezone(zone).strftime("%H:%M"), t)
            for each in talk.sittings
        ),
        t("Handed over to the school's own system on {day}.", day=day_long(talk.handed_over.date(), t))
        if talk.handed_over
        else "",
        t("Half-typed line: {text}", text=half_typed) if half_typed else "",
    )
    return (
        Heading(t("Talk on {day} at {time}", day=day, time=time), 2),
        *(Paragraph(each) for each in facts if each),
        *agreed_and_came(talk, school, t),
        *raised(talk, school, t),
        *section(t("What you filled in at home"), tuple(map(Item, filled_in_words(talk, t))), CHAPTER),
    )


def _sitting(day: date, time: str, t: Translator) -> str:
    return t("Begun on {day} at {time}.", day=day_long(day, t), time=time)


def _half_typed(talk: Talk, repository: Repository) -> str:
    """The line that was never entered; nothing when its file can't be read."""
    try:
        drafts = repository.drafts(talk.slot.start.date())
    except FilesError:
        return ""
    others = {pupil.id for pupil in talk.siblings}
    own = (draft for draft in drafts if draft.talk == talk.id and retention.stays(draft, talk, others))
    return next((draft.text for draft in own), "")

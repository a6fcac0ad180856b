"""From 16 the pupil has the first sheet; from 18 her parents read along only if she said so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from store.domain.access import portions
from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.siblings import joined
from store.domain.talk import Talk
from store.export.formats import EXPORTERS, Order
from store.export.letter import letter_lines
from store.export.paper.family_sheet import family_sheets
from store.export.pupil_text import pupil_text
from store.export.tables.class_tables import TableOrder
from store.export.tables.formats import TABLES
from store.files.repository import Repository
from store.language import Translator
from tests.export.families import SCHOOL, marinka, school_day
from tests.export.paper.readers import read_word, text_of
from tests.export.tables.readers import cells_of
from tests.files.two_families import command
from tests.screens.classroom import family

NL = Translator("nl")
NOW = datetime(2026, 8, 25, 12, tzinfo=UTC)


def born(talk: Talk, day: date | None) -> Talk:
    return replace(talk, pupil=replace(talk.pupil, birth_date=day))


def for_whom(talk: Talk) -> list[str]:
    return [sheet.carer.id if sheet.carer else "own" for sheet in family_sheets(talk, SCHOOL, NL, NOW)]


@pytest.mark.parametrize(
    ("birthday", "sheets"),
    [
        (None, ["anja", "peter"]),
        (date(2010, 8, 26), ["anja", "peter"]),
        (date(2010, 8, 25), ["own", "anja", "peter"]),
        (date(2008, 8, 26), ["own", "anja", "peter"]),
        (date(2008, 8, 25), ["own"]),
    ],
)
def test_who_gets_a_sheet_goes_by_age_on_the_day(birthday: date | None, sheets: list[str]) -> None:
    assert for_whom(born(marinka(), birthday)) == sheets


def test_of_a_pupil_of_age_letters_sheets_and_portions_reach_parents_only_after_her_yes() -> None:
    talk = born(marinka(), date(2008, 1, 1))
    assert talk.readers == ()
    assert letter_lines(talk, SCHOOL, NL)[0].startswith("Beste Marinka,")
    (own,) = [each for each in portions(talk.audience, [talk]) if each.talks]
    assert own.carer is None
    order = Order(school_day(replace(talk, state=type(talk.state).PLANNED)), SCHOOL, NL, NOW)
    assert [file.suffix for file in EXPORTERS["invitations"](order)] == ["pdf"], "no mail to her parents"
    yes = talk.arrange(replace(talk.arrangements, read_along=(talk.pupil.id,)))
    assert for_whom(yes) == ["own", "anja", "peter"]
    assert letter_lines(yes, SCHOOL, NL)[0].startswith("Beste Marinka, Anja de Groot")
    assert [each.carer for each in portions(talk.audience, [yes])] == list(talk.audience)


def spoken(talk: Talk, *, along: bool) -> Talk:
    """A talk that is done, with what she chose."""
    arrangements = replace(talk.arrangements, read_along=(talk.pupil.id,) if along else ())
    return replace(born(talk, date(2008, 1, 1)), arrangements=arrangements)


def tables_of(talk: Talk, kind: str) -> str:
    """All that is written in the tables of a day, with names."""
    order = TableOrder((school_day(talk),), SCHOOL, talk.slot.start.date(), whole_year=False)
    files = list(TABLES[kind](order, NL, NOW))
    cells = [cell.value for file in files if file.suffix == "xlsx" for cell in cells_of(file.content)]
    texts = [file.content.decode() for file in files if file.suffix != "xlsx"]
    return "\n".join(map(str, (*texts, *cells)))


@pytest.mark.parametrize("along", [False, True])
def test_no_output_is_for_a_parent_of_hers_unless_she_said_so(along: bool, tmp_path: Path) -> None:
    talk = spoken(marinka(), along=along)
    parents = [carer.name for carer in talk.audience]
    said = "de ouders lezen mee" if along else "de ouders lezen niet mee"
    order = Order(school_day(talk), SCHOOL, NL, NOW, names=True)
    files = {name: list(make(order)) for name, make in EXPORTERS.items()}

    # what families get: a sheet, a letter, a calendar
    stems = [file.stem for file in files["handouts"]]
    assert [any(name in stem for stem in stems) for name in parents] == [along, along]
    (letter,) = files["letters"]
    greeting = read_word(letter.content).partition(" Dit spraken we af")[0]
    assert [name.split()[0] in greeting for name in parents] == [along, along]
    of_hers = [file for file in files["ics"] if file.stem.endswith("Marinka")]
    assert len(of_hers) == 1
    assert [name.encode() in of_hers[0].content for name in parents] == [False, False]
    assert b"mailto" not in of_hers[0].content

    # what the school keeps says what she chose
    for kind in ("md", "txt", "docx", "pdf"):
        (whole,) = files[kind]
        assert said in " ".join(text_of(whole).split())
    assert said in pupil_text(talk, SCHOOL, NL)

    # who counts reads neither that, nor of her parents, nor what was said
    for kind in TABLES:
        tables, other = tables_of(talk, kind), tables_of(spoken(marinka(), along=not along), kind)
        assert tables == other
        held = [*parents, "lezen mee", "lezen niet mee", *(point.text for point in talk.raised)]
        assert not [text for text in held if text in tables], kind

    # what each may ask for
    with Repository(tmp_path / "data", new_id=str) as repository:
        repository.save_school(talk.slot.start.date(), replace(SCHOOL, pupils=(talk.pupil,), revision=1))
        repository.save(SchoolDay(date=talk.slot.start.date(), talks=(talk,), revision=1))
    to = tmp_path / "to"
    asked = ("about", talk.pupil.full_name, "--to", str(to))
    assert command(tmp_path / "data", *asked, language="nl") == 0
    texts = [path.read_text("utf-8") for path in to.iterdir()]
    for text in texts:
        hers = "de leerling zelf" in text.partition("\n## ")[0]
        assert (said in text) is (hers or along)
        assert all((point.text in text) is (hers or along) for point in talk.raised)
    assert sum(said in text for text in texts) == (len(talk.audience) if along else 1)
    numbers = [each.phone for each in talk.audience]
    assert all(sum(each in text for each in numbers) < 2 for text in texts)


def test_of_twins_of_age_each_says_it_for_herself() -> None:
    one, other = (
        born(family(name, "Mark Bosman", at=at), date(2008, 1, 1))
        for name, at in (("Liv Bosman", "13:00"), ("Fay Bosman", "13:20"))
    )
    both = joined(one, other)
    both = both.arrange(replace(both.arrangements, read_along=(other.pupil.id,), goal="samen"))
    sheets = family_sheets(both, School(), NL, NOW)
    assert [(each.title, each.carer is not None) for each in sheets] == [
        ("Liv", False),
        ("Fay", False),
        ("Fay", True),
    ]


def test_who_reads_alone_is_told_that_it_is_the_parents_who_wish_to_meet() -> None:
    talk = marinka()
    assert talk.information
    assert talk.information.wanted
    grown = born(talk, date(2007, 3, 20))
    assert not grown.readers
    for each, told in ((talk, "Jullie willen er graag een"), (grown, "Je ouders willen er graag een")):
        assert told in "\n".join(letter_lines(each, SCHOOL, NL))

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from string import Formatter

import pytest

from store.domain.plan import When, WhenKind
from store.export.paper.family_sheet import family_sheets
from store.export.paper.languages import family_language, sheet_language, without_catalogue
from store.export.wording.family_dates import family_when
from store.language import FAMILY_LANGUAGES, Translator
from tests.language.extract import read_sources
from tests.language.update import ROOT, catalogue_of, merged, mo_bytes, on_paper, read_po
from tests.letters.plans import NOW, PLANS, SCHOOL

NL = Translator("nl")


def beside(language: str) -> Translator:
    return Translator(language, beside=NL)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Turks", "tr"),
        ("türkçe", "tr"),
        ("Marokkaans-Arabisch", "ar"),
        ("arabic (Syria)", "ar"),
        ("Pools", "pl"),
        ("oekraïens", "uk"),
        ("українська", "uk"),
        ("Frans en Wolof", "fr"),
        ("DE", "de"),
        ("español", "es"),
        ("Engels", "en"),
        ("Tigrinya", ""),
        ("Nederlands", ""),
        ("", ""),
    ],
)
def test_what_is_spoken_at_home_is_known_by_its_name_in_any_of_three_languages(
    text: str, language: str
) -> None:
    assert family_language(text) == language


@pytest.mark.parametrize(
    ("home", "language"),
    [
        ("Tigrinya", "simple"),
        ("Sranan", "simple"),
        ("ትግርኛ", "simple"),
        ("Turks", "tr"),
        ("Nederlands", ""),
        ("Nederlands en Fries", ""),
        ("nl", ""),
        ("Dutch", ""),
        ("-", ""),
        ("", ""),
    ],
)
def test_a_language_without_a_catalogue_gets_the_simplest_of_ours(home: str, language: str) -> None:
    talk = replace(PLANS[0].talk(), pupil=replace(PLANS[0].talk().pupil, home_language=home))
    assert sheet_language(talk, NL) == language
    assert without_catalogue(talk, NL) == (home if language == "simple" else "")
    assert without_catalogue(talk, NL, "simple") == ""


def test_the_simplest_of_our_language_stands_beside_the_letter_one_fact_a_line_in_main_clauses() -> None:
    for plan in PLANS:
        sheet = family_sheets(plan.talk(), SCHOOL, NL, NOW, "simple")[0]
        assert sheet.beside is not None
        for section in sheet.sections:
            assert section.beside == "", "the same title is told once"
            for row in section.rows:
                assert row.beside != row.told, "and so is anything else that reads the same"
                beside = row.beside or row.told
                for line in (beside.text, *beside.under):
                    assert not re.match(r"(Als|Wanneer) (?!.*\?)", line), line
        plan_of = (
            next(each for each in sheet.sections if each.rows[0].told.key)
            if plan.talk().plan.moments
            else None
        )
        if plan_of is not None:
            assert plan_of.rows[0].beside != plan_of.rows[0].told


def test_every_word_on_paper_has_a_translation_with_its_fields() -> None:
    modules = on_paper(read_sources(ROOT))
    for language in FAMILY_LANGUAGES[1:]:
        known = read_po(catalogue_of(language), language)
        assert merged(modules, [known], language) == known, language
        assert catalogue_of(language).with_suffix(".mo").read_bytes() == mo_bytes(known, language), language
        for message, texts in known.items():
            wanted = set(fields(message.plural or message.id))
            for text in texts:
                assert text, (language, message.id)
                given = set(fields(text))
                assert given == wanted or (message.plural and given | {"count"} == wanted), text


def fields(text: str) -> Iterator[str]:
    return (name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.share(of=3)
@pytest.mark.parametrize("language", FAMILY_LANGUAGES[1:])
def test_no_word_of_ours_is_left_on_the_side_of_the_family(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    voice = Translator.__call__

    def heard(self: Translator, message: str, /, **values: object) -> str:
        if self.beside is not None:
            asked.add(message)
        return voice(self, message, **values)

    monkeypatch.setattr(Translator, "__call__", heard)
    for plan in PLANS:
        family_sheets(plan.talk(), SCHOOL, NL, NOW, language)
    known = {message.id for message in read_po(catalogue_of(language), language)}
    assert len(asked) > 25
    assert asked - known - {""} == set()


@pytest.mark.parametrize(
    ("language", "minutes"),
    [
        ("pl", ["1 minutę", "2 minuty", "5 minut", "22 minuty"]),
        ("uk", ["1 хвилину", "2 хвилини", "5 хвилин", "22 хвилини"]),
        ("ar", ["دقيقة واحدة", "دقيقتان", "5 دقائق", "22 دقيقة"]),
        ("tr", ["1 dakika", "2 dakika", "5 dakika", "22 dakika"]),
    ],
)
def test_numbers_bend_the_word_as_each_language_does(language: str, minutes: list[str]) -> None:
    t = beside(language)
    said = [t.n("It takes {count} minute.", "It takes {count} minutes.", count) for count in (1, 2, 5, 22)]
    assert [each for each, wanted in zip(said, minutes, strict=True) if wanted not in each] == []


DAY = When(kind=WhenKind.DATE, date=date(2026, 11, 12))
WEEK = When(kind=WhenKind.RANGE, start=date(2027, 2, 1), end=date(2027, 2, 5))
MONTH = When(kind=WhenKind.RANGE, start=date(2026, 11, 1), end=date(2026, 11, 30))


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("en", "Thursday, 12 November 2026", "November 2026"),
        ("tr", "12 Kasım 2026 Perşembe", "Kasım 2026"),
        ("ar", "الخميس، 12 نوفمبر 2026", "نوفمبر 2026"),
        ("pl", "czwartek, 12 listopada 2026", "listopad 2026"),
        ("fr", "jeudi 12 novembre 2026", "novembre 2026"),
        ("de", "Donnerstag, 12. November 2026", "November 2026"),
        ("es", "jueves, 12 de noviembre de 2026", "noviembre de 2026"),
    ],
)
def test_days_and_months_are_written_as_each_language_does(language: str, day: str, month: str) -> None:
    t = beside(language)
    assert (family_when(DAY, t), family_when(MONTH, t)) == (day, month)
    period = family_when(WEEK, t)
    assert "2027" in period
    assert ("1" in period, "5" in period) == (True, True)


def test_times_rhythms_and_what_is_not_sure_keep_what_they_mean() -> None:
    t = beside("en")
    at = When(kind=WhenKind.DATETIME, datetime=datetime(2026, 11, 12, 15, 30))
    assert family_when(at, t) == "Thursday, 12 November 2026 · 15:30"
    assert family_when(replace(at, daypart="about"), t) == "Thursday, 12 November 2026 · around 15:30"
    assert family_when(replace(DAY, daypart="evening"), t) == "Thursday, 12 November 2026 · in the evening"
    said = family_when(replace(DAY, daypart="na schooltijd"), t)
    assert said == "Thursday, 12 November 2026 · “na schooltijd”"
    assert family_when(replace(DAY, tbd=True), t) == "Thursday, 12 November 2026 · still to be set"
    twice = When(kind=WhenKind.RECURRENCE, times=2, per="schoolyear")
    assert family_when(twice, t) == "2 times a school year"
    fridays = When(kind=WhenKind.RECURRENCE, rrule="FREQ=MONTHLY;BYDAY=-1FR", first=date(2026, 9, 25))
    assert (
        family_when(fridays, t)
        == "monthly · the last in the month: Friday · from Friday, 25 September 2026 on"
    )
    mornings = When(
        kind=WhenKind.RECURRENCE, rrule="FREQ=WEEKLY;BYDAY=TU", time="08:30", start=date(2026, 11, 1)
    )
    assert family_when(mornings, t) == "weekly · Tuesday · 08:30 · from November 2026 on"
    sixth = When(kind=WhenKind.RECURRENCE, rrule="FREQ=WEEKLY;INTERVAL=6", until=date(2027, 6, 1))
    assert family_when(sixth, beside("tr")) == "6 haftada bir · en geç 1 Haziran 2027 Salı"
    less = replace(fridays, first=None, left_out=(replace(DAY, date=date(2026, 12, 25)),))
    assert family_when(less, t).endswith("Friday · but not: Friday, 25 December 2026")
    first = When(kind=WhenKind.RECURRENCE, rrule="FREQ=MONTHLY", nth_school_day=1, start=date(2026, 9, 1))
    assert family_when(first, t) == "monthly · school day 1 of the month · from September 2026 on"
    both = When(kind=WhenKind.MULTIPLE, items=(MONTH, DAY))
    assert family_when(both, t) == "November 2026 · Thursday, 12 November 2026"
    assert (
        family_when(When(kind=WhenKind.RANGE, end=date(2026, 12, 1)), t)
        == "no later than Tuesday, 1 December 2026"
    )
    assert family_when(None, t) == ""

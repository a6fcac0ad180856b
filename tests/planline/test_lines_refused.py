"""Lines that are refused, and where in the line the reason stands; days that are kept with a warning."""

import pytest

from store.export.plan_problems import problem_words
from store.language import Translator
from store.planline.read import read_line
from tests.planline.year import DAY, NAMES, YEAR

REFUSED = [
    ("bellen", "no_when", "bellen"),
    ("met ouders", "no_when", "met ouders"),
    ("bellen met ouders: lezen 12 nov", "no_when", "bellen met ouders"),
    ("blabla", "no_when", "blabla"),
    ("huisbezoek 12 nov", "reason_required", "huisbezoek"),
    ("huisbezoek met Hamit in maart", "reason_required", "huisbezoek"),
    ("bellen 31 feb", "impossible_date", "31 feb"),
    ("bellen 29 februari", "impossible_date", "29 februari"),
    ("bellen 12-13", "impossible_date", "12-13"),
    ("bellen 0-11", "impossible_date", "0-11"),
    ("bellen week 60", "impossible_week", "week 60"),
    ("bellen week 0", "impossible_week", "week 0"),
    ("bellen week 30", "outside_schoolyear", "week 30"),
    ("bellen 12 nov 25:00", "impossible_time", "12 nov 25:00"),
    ("bellen 12 nov 15:75", "impossible_time", "12 nov 15:75"),
    ("bellen gisteren", "past", "gisteren"),
    ("bellen vorige week", "past", "vorige week"),
    ("bellen afgelopen vrijdag", "past", "afgelopen vrijdag"),
    ("bellen 24 aug", "past", "24 aug"),
    ("bellen 12 nov 2025", "past", "12 nov 2025"),
    ("bellen 20 juli", "outside_schoolyear", "20 juli"),
    ("bellen volgend schooljaar", "outside_schoolyear", "volgend schooljaar"),
    ("bellen wo 12 november", "weekday_mismatch", "wo 12 november"),
    ("gesprek ma 9 en wo 10 nov", "weekday_mismatch", "ma 9 en wo 10 nov"),
    ("bellen 2 nov week 46", "week_mismatch", "2 nov week 46"),
    ("bellen na rapport 3", "unknown_anchor", "na rapport 3"),
    ("bellen voor carnaval", "no_when", "bellen voor carnaval"),
    ("bellen 13-9 nov", "reversed_range", "13-9 nov"),
    ("bellen van 20 nov tot 9 nov", "reversed_range", "van 20 nov tot 9 nov"),
    ("bellen tussen maart en november", "reversed_range", "tussen maart en november"),
    ("bellen dinsdag", "ambiguous", "dinsdag"),
    ("bellen volgende vrijdag", "ambiguous", "volgende vrijdag"),
    ("bellen 9 of 10 nov", "ambiguous", "9 of 10 nov"),
    ("bellen di of do", "ambiguous", "di of do"),
    ("bellen na het rapport", "ambiguous", "na het rapport"),
    ("bellen na de vakantie", "ambiguous", "na de vakantie"),
    ("bellen maandag over 2 weken", "ambiguous", "maandag over 2 weken"),
    ("bellen begin november en maart", "ambiguous", "begin november en maart"),
    ("bellen 2 weken na de herfstvakantie", "ambiguous", "2 weken na de herfstvakantie"),
    ("bellen elke tweede vrijdag", "ambiguous", "elke tweede vrijdag"),
    ("bellen dit jaar", "ambiguous", "dit jaar"),
    ("bellen nov 26", "ambiguous", "nov 26"),
    ("bellen okt/nov", "ambiguous", "okt/nov"),
    ("bellen om 15:30", "incomplete", "om 15:30"),
    ("bellen ntb", "incomplete", "ntb"),
    ("bellen, datum volgt", "incomplete", "volgt"),
    ("bellen zo snel mogelijk", "incomplete", "zo snel mogelijk"),
    ("bellen niet in november", "unread", "niet"),
    ("bellen behalve in mei", "unread", "behalve"),
    ("bellen 12 nov of later", "unread", "of"),
    ("bellen zodra rapport 1 binnen is", "unread", "zodra"),
    ("bellen op 06-12345678 in november", "unread", "06"),
    ("bellen 12 nov 9 mrt", "conflict", "9 mrt"),
    ("bellen 12 nov 2030", "ambiguous_year", "12 nov 2030"),
    ("bellen 12 nov half four", "ambiguous_time", "12 nov half four"),
    ("bellen 12 nov, mailen", "two_channels", "bellen 12 nov, mailen"),
    ("bellen of anders mailen op 12 nov", "either_channel", "bellen of anders mailen"),
    ("bellen in de winter", "unread", "winter"),
    ("bellen 12 nov 13", "unread", "13"),
    ("bellen de 12e", "ambiguous", "12e"),
    ("bellen op de 29e om 15:30 met ouders", "ambiguous", "29e om 15:30"),
    ("bellen met Jan in maart", "unread", "Jan"),
    ("bellen ma t/m wo", "unread", "ma t/m wo"),
    ("bellen week 46 vr t/m ma", "unread", "t/m"),
    ("bellen in november ma t/m wo", "unread", "november ma t/m wo"),
    ("bellen dinsdag of in week 46", "conflict", "dinsdag"),
    ("bellen week 46 en dinsdag", "conflict", "dinsdag"),
    ("bellen in de eerste twee weken van november", "unread", "eerste twee weken"),
    ("bellen over een paar weken", "unread", "paar weken"),
    ("bellen 12 jumi", "unread", "12"),
]
WARNED = [
    ("bellen 14 nov", ("weekend",)),
    ("bellen 22 okt", ("vacation:herfstvakantie",)),
    ("bellen week 43", ("vacation:herfstvakantie",)),
    ("bellen 29-3 15:30", ("public_holiday:Tweede paasdag",)),
    ("bellen 25 december", ("vacation:kerstvakantie", "public_holiday:Eerste kerstdag")),
    ("bellen zo 1 nov", ("weekend",)),
    ("bellen dit weekend", ("weekend",)),
    ("bellen op Koningsdag", ("vacation:meivakantie", "public_holiday:Koningsdag")),
    ("bellen week 53", ("vacation:kerstvakantie", "public_holiday:Nieuwjaarsdag")),
]


@pytest.mark.parametrize(("line", "code", "place"), REFUSED)
def test_the_line_is_refused_with_its_reason_and_place(line: str, code: str, place: str) -> None:
    reading = read_line(line, DAY, YEAR, NAMES)
    assert not reading.ok
    problem = reading.errors[0]
    assert problem.code == code
    assert line[problem.at[0] : problem.at[1]] == place


@pytest.mark.parametrize(("line", "warnings"), WARNED)
def test_a_free_day_is_kept_and_warned_about(line: str, warnings: tuple[str, ...]) -> None:
    reading = read_line(line, DAY, YEAR, NAMES)
    assert reading.ok
    when = reading.moments[0].when
    assert when is not None
    assert when.warn == warnings


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "moeder appt elke vr en juf antwoordt op ma",
            "'elke vr' en 'ma' passen niet in één contactmoment; laat er één weg, of maak er twee",
        ),
        (
            "elke maandag bellen behalve 12 jan",
            "'behalve 12 jan' haalt niets weg: dat is geen dag van 'elke maandag'. "
            "Kijk de dag na, of laat het weg.",
        ),
        (
            "elke week appen, daarna elke maand",
            "Tot wanneer gaat 'elke week' door? "
            "Maak er twee regels van, de eerste met een laatste dag: tot …",
        ),
        ("5 okt gesprek, volgende week bellen", "Vanaf wanneer telt 'volgende week'? "),
    ],
)
def test_what_does_not_go_together_is_named_with_what_to_do(line: str, sentence: str) -> None:
    problem = read_line(line, DAY, YEAR, NAMES).errors[0]
    assert problem_words(problem.code, dict(problem.values), Translator("nl")).startswith(sentence)

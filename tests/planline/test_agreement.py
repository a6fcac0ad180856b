"""Who does an agreement and by when, as far as its words tell."""

from datetime import date

import pytest

from store.domain.plan import Initiative
from store.planline.agreement import read_agreement
from tests.planline.year import DAY, NAMES, YEAR


@pytest.mark.parametrize(
    ("text", "who", "side", "day"),
    [
        ("juf vraagt Selma over twee weken", "juf", Initiative.TEACHER, date(2026, 9, 8)),
        ("juf en moeder overleggen 12 nov", "juf en moeder", Initiative.TEACHER, date(2026, 11, 12)),
        ("moeder, vader en juf bellen in nov", "moeder, vader en juf", Initiative.TEACHER, date(2026, 11, 1)),
        ("vader en moeder lezen elke dag voor", "vader en moeder", Initiative.PARENTS, None),
        ("juf belt met vader en moeder in nov", "juf", Initiative.TEACHER, date(2026, 11, 1)),
        ("in mei oefent moeder", "moeder", Initiative.PARENTS, date(2027, 5, 1)),
        ("mei is een fijne maand", "", None, None),
        ("Selma krijgt een plekje vooraan", "", None, None),
        ("na 12 nov mag Selma naast Liv", "", None, date(2026, 11, 13)),
        ("Selma wordt elke dag gebracht door oma", "oma", None, None),
        ("juf heeft 12 nov contact met de logopedist", "juf", Initiative.TEACHER, date(2026, 11, 12)),
        ("mum gets a letter", "", None, None),
        ("november is druk, juf vraagt het aan Selma", "juf", Initiative.TEACHER, None),
    ],
)
def test_an_agreement_says_all_who_do_it_and_the_day_it_is_done_by(
    text: str, who: str, side: Initiative | None, day: date | None
) -> None:
    read = read_agreement(text, DAY, YEAR, NAMES)
    assert (read.who, read.side, read.when.first_day if read.when else None) == (who, side, day)

"""The form that parents fill in: the same in both languages, in words of its own, without school results."""

from __future__ import annotations

import pytest

from prompts.form import Form, PartKind, form
from prompts.loader import names
from tests.prompts.form_texts import texts_of

DECK = "oudervertelgesprek"
OF_SCHOOL = ("cijfer", "toets", "rapport", "niveau", "score", "mark", "test", "grade", "result")


def form_in(language: str) -> Form:
    found = form(language, DECK)
    assert found is not None
    return found


def test_one_kind_of_talk_has_a_form_in_both_languages_and_no_other_has() -> None:
    for language in ("nl", "en"):
        assert [each for each in names(language) if form(language, each)] == [DECK]
    assert form("tr", DECK) is None
    assert form("nl", f"../nl/{DECK}") is None


def test_the_form_asks_the_same_in_both_languages() -> None:
    nl, en = form_in("nl"), form_in("en")
    assert [(part.id, part.kind) for part in nl.parts] == [(part.id, part.kind) for part in en.parts]
    for one, other in zip(nl.parts, en.parts, strict=True):
        assert [(each.id, each.glad) for each in one.entries] == [
            (each.id, each.glad) for each in other.entries
        ]
    assert (nl.weeks_after_autumn, nl.weeks_ahead) == (en.weeks_after_autumn, en.weeks_ahead) == (2, 1)
    ids = [entry.id for part in nl.parts for entry in part.entries]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_form_holds_all_it_should_and_nothing_of_school_results(language: str) -> None:
    found = form_in(language)
    sizes = {part.id: len(part.entries) for part in found.parts}
    assert sizes == {"impression": 30, "well-being": 11, "involvement": 5, "interests": 3, "raise": 0}
    texts = list(texts_of(found))
    assert len(set(texts)) == len(texts), "nothing is asked twice"
    assert not [text for text in texts if any(word in text for word in OF_SCHOOL)]
    letters = [word[0] for word in found.answers]
    assert len(set(letters)) == 3, "one key an answer"
    for part in found.parts:
        glad = {entry.glad for entry in part.entries}
        assert glad <= ({"yes", "no"} if part.kind is PartKind.ANSWERS else {""})

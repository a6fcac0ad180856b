"""Words for an agreement: who does it, and by when."""

from __future__ import annotations

import re

from store.domain.board import Agreement
from store.domain.plan import Initiative
from store.domain.school import School
from store.domain.talk import Talk
from store.export.wording.people import first_names_words, how_many, parents_words, teacher_words
from store.export.wording.roles import is_whole_role, means_pupil, named_child, spoken
from store.export.wording.sentences import written_on
from store.export.wording.when_phrases import when_phrase
from store.language import Translator


def agreement_words(agreement: Agreement, talk: Talk, school: School, t: Translator) -> str:
    """Say who does it and by when, as it was understood; empty where neither was."""
    said = _said(agreement, talk, school, t)
    return said[:1].upper() + said[1:]


def _said(agreement: Agreement, talk: Talk, school: School, t: Translator) -> str:
    who = doer_words(agreement, talk, school, t)
    when = when_phrase(agreement.when, written_on(talk), t)
    count = 2 if _several(who) else how_many(who, t)
    if who and when:
        return t.n("{who} does that, {when}.", "{who} do that, {when}.", count, who=who, when=when)
    if who:
        return t.n("{who} does that.", "{who} do that.", count, who=who)
    return t("That is {when}.", when=when) if when else ""


def _several(typed: str) -> bool:
    """Return whether more than one does it: *juf en moeder*."""
    return bool(re.search(r"\s(?:en|and|&|\+)\s", typed))


def doer_words(agreement: Agreement, talk: Talk, school: School, t: Translator) -> str:
    """Name who does it: a role by the name it has here, anybody else as typed."""
    typed = agreement.who
    match agreement.side:
        case Initiative.TEACHER if not _several(typed):
            return teacher_words(talk, school, t)
        case Initiative.PUPIL if means_pupil(typed, talk):
            meant = named_child(typed, talk) or talk.named_children(agreement.pupil_ids) or talk.pupils
            return first_names_words(meant, t)
        case Initiative.PARENTS if is_whole_role(typed):
            return parents_words(talk, t)
    return spoken(typed, t)

"""What is still to be agreed: who explains why somebody is not there, or a day."""

from __future__ import annotations

import re

from store.domain.board import explains
from store.domain.people import Pupil
from store.domain.plan import ContactMoment
from store.domain.talk import Talk
from store.domain.text import those
from store.export.wording.days import MONTHS, MONTHS_LONG, WEEKDAYS_LONG
from store.export.wording.edges import as_written, capital, full_stop
from store.export.wording.moments import without_names
from store.export.wording.people import first_names_words
from store.language import Translator


def explanation(moment: ContactMoment) -> str:
    """Return the words of the line that say who explains to somebody why that person is not there."""
    parts = re.split(r"[,;:.]", moment.text)
    return next((part.strip() for part in parts if explains(part)), "")


def explained_words(moment: ContactMoment, talk: Talk, t: Translator) -> str:
    """Say who explains to somebody why that person is not there; of the pupil also that nobody said so."""
    without = without_names(moment, talk)
    explained = explanation(moment) if without else ""
    if explained:
        return as_written(full_stop(capital(explained)), t)
    away = _unexplained_in(moment, talk)
    return (
        t("Still to agree on: who explains to {name} why that is.", name=first_names_words(away, t))
        if away
        else ""
    )


def unexplained(talk: Talk) -> tuple[Pupil, ...]:
    """Return the children who are left out of a moment, while nobody said who explains to them why."""
    away = {pupil.id for moment in talk.plan.moments for pupil in _unexplained_in(moment, talk)}
    return tuple(pupil for pupil in talk.pupils if pupil.id in away)


def _unexplained_in(moment: ContactMoment, talk: Talk) -> tuple[Pupil, ...]:
    if explanation(moment) or any(explains(agreement.text) for agreement in talk.agreements):
        return ()
    without = without_names(moment, talk)
    return tuple(pupil for pupil in talk.pupils if pupil.first_name in without)


def what_is_left(moment: ContactMoment, t: Translator) -> str:
    """Say that a day is still to be chosen, unless the line tells one itself or what does not happen."""
    words = set(re.findall(r"[^\W\d]+", moment.text.casefold()))
    typed_in = (Translator("nl"), Translator("en"))
    days = {name(each).casefold() for name in typed_in for each in (*WEEKDAYS_LONG, *MONTHS_LONG, *MONTHS)}
    if words & (days | _DENIED) or re.search(r"\d", moment.text):
        return t("We wrote it down as it was said.")
    return t("We choose a day later.")


_DENIED = those("niet geen nooit zonder not no never without")

"""Who explains to somebody why that person is not there."""

from __future__ import annotations

import re

from store.domain.board import explains
from store.domain.plan import ContactMoment
from store.domain.talk import Talk
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
    away = tuple(pupil for pupil in talk.pupils if pupil.first_name in without)
    if not away or any(explains(agreement.text) for agreement in talk.agreements):
        return ""
    return t("Still to agree on: who explains to {name} why that is.", name=first_names_words(away, t))

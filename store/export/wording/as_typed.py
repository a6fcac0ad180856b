"""What is said behind a line of which nothing was read, so that it stands as it was typed."""

from __future__ import annotations

import re

from store.domain.plan import ContactMoment
from store.domain.text import those
from store.export.wording.days import MONTHS, MONTHS_LONG, WEEKDAYS_LONG
from store.language import Translator


def what_is_left(moment: ContactMoment, t: Translator) -> str:
    """Say that a day is still to be chosen, unless the line tells one itself or what does not happen."""
    words = set(re.findall(r"[^\W\d]+", moment.text.casefold()))
    typed_in = (Translator("nl"), Translator("en"))
    days = {name(each).casefold() for name in typed_in for each in (*WEEKDAYS_LONG, *MONTHS_LONG, *MONTHS)}
    if words & (days | _DENIED) or re.search(r"\d", moment.text):
        return t("We wrote it down as it was said.")
    return t("We choose a day later.")


_DENIED = those("niet geen nooit zonder not no never without")

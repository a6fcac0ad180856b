"""What came of a plan in the course of the year, for the teacher's own copy and the school's system."""

from __future__ import annotations

from store.domain.talk import Talk
from store.domain.year.sequel import Became, Sequel
from store.export.document import Document, Item, section
from store.export.wording import channel_of, day_short, when_words
from store.language import Translator, mark

BECAME = {Became.DONE: mark("carried out"), Became.MOVED: mark("moved"), Became.DROPPED: mark("dropped")}


def sequels(talk: Talk, t: Translator, level: int = 3) -> Document:
    """Tell what came of each contact moment and agreement, in the order in which it was noted."""
    known = sorted(talk.sequels, key=lambda each: each.noted)
    return section(t("What came of it"), tuple(_item(each, talk, t) for each in known), level)


def _item(sequel: Sequel, talk: Talk, t: Translator) -> Item:
    """Say the day, what it was about, what became of it, and the words that were typed."""
    told = f"{_what(sequel, talk, t)}: {t(BECAME[sequel.became])}"
    words = f"{told}, {sequel.text}" if sequel.text else told
    return Item(f"{day_short(sequel.day, t)}: {words}")


def _what(sequel: Sequel, talk: Talk, t: Translator) -> str:
    if sequel.of == talk.id:
        return t("call or visit")
    agreement = sequel.agreement or next((each for each in talk.agreements if each.id == sequel.of), None)
    if agreement is not None:
        return " ".join(agreement.text.split())
    moment = sequel.moment or talk.plan.moment(sequel.of)
    if moment is None:
        return t("contact")
    when = when_words(moment.when, moment.when_text, t)
    if sequel.due is not None and moment.when is not None and (moment.when.rrule or moment.when.items):
        when = day_short(sequel.due, t)
    return " ".join(each for each in (channel_of(moment, t) or t("contact"), when) if each)

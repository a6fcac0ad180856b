"""What came of a plan in the course of the year, for the teacher's own copy and the school's system."""

from __future__ import annotations

from store.domain.board import Agreement
from store.domain.plan import ContactMoment, WhenKind
from store.domain.talk import Talk
from store.domain.year.sequel import Became, Sequel
from store.export.document import CHAPTER, Document, Item, section
from store.export.wording.days import day_short
from store.export.wording.edges import capital
from store.export.wording.moments import when_words
from store.language import Translator, mark

CAME = {
    Became.DONE: mark("done on {day}"),
    Became.MOVED: mark("moved on {day} (it was {when})"),
    Became.DROPPED: mark("dropped on {day}"),
}


def came_of(record: ContactMoment | Agreement, talk: Talk, t: Translator) -> tuple[str, ...]:
    """Tell what came of a contact moment or agreement, in the order in which it was noted.

    Said are the day, what became of it, and the words that were typed; of one time of more, which.
    """
    known = sorted(talk.sequels_of(record.id), key=lambda each: each.noted)
    return tuple(_line(each, record, t) for each in known)


def called(talk: Talk, t: Translator) -> Document:
    """Tell that a family that did not come was called or visited, and what came of that."""
    items = (
        Item(_with_text(t("call or visit: {came}", came=t(CAME[each.became], day=_day(each, t))), each))
        for each in talk.sequels_of(talk.id)
    )
    return section(t("What came of it"), tuple(items), CHAPTER)


def not_any_more(items: tuple[Item, ...], t: Translator) -> Document:
    """Put what was dropped under a heading of its own."""
    return section(t("What will not happen after all"), items, CHAPTER)


def _line(sequel: Sequel, record: ContactMoment | Agreement, t: Translator) -> str:
    was = sequel.moment or sequel.agreement or record
    comes_back = was.when is not None and (was.when.kind is WhenKind.RECURRENCE or bool(was.when.items))
    # of what has no day of its own the first one of a month or a week tells nothing
    own = comes_back and not (was.when and was.when.without_day)
    one = day_short(sequel.due, t) if own and sequel.due else ""
    words = t(CAME[sequel.became], day=_day(sequel, t), when=one or when_words(was.when, was.when_text, t))
    if one and sequel.became is not Became.MOVED:
        words = t("of {day}: {came}", day=one, came=words)
    return _with_text(capital(words), sequel)


def _day(sequel: Sequel, t: Translator) -> str:
    return day_short(sequel.day, t)


def _with_text(words: str, sequel: Sequel) -> str:
    text = " ".join(sequel.text.split())
    return f"{words}: {text}" if text else words

"""Who in a file is whom in the class list, and what it plans beside what is stored, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from store.domain.people import Carer
from store.domain.talk import Talk
from store.export.wording.days import day_short
from store.export.wording.people import pupils_words
from store.language import Translator, mark
from store.roster.clashes import Clash, ClashCode
from store.roster.header_words import Field
from store.roster.merging.likeness import Likeness, Near
from store.roster.merging.talks import NamedInPart
from tui.words.roster.fields import field_words
from tui.words.roster.reading import names_words

MOST_BY_ONE = 3
"""How many talks of which a file names some of the carers are told one by one."""

_PUPILS = {
    Likeness.SPELLING: mark("{new} looks like {known}, who is already in the list. Is this the same pupil?"),
    Likeness.SHORT: mark("{new} may be {known}, who is already in the list. Is this the same pupil?"),
    Likeness.NUMBER: mark(
        "{new} has the number of {known} ({now}). Is this the same pupil, under a new name?"
    ),
    Likeness.NAMESAKE: mark(
        "{new} is called the same as somebody in the list, but has {field} {now} instead of {was}. "
        "Is this the same pupil?"
    ),
}
_CARERS = {
    Likeness.SPELLING: mark("{new} looks like {known}, whom {pupil} already has. Is this the same person?"),
    Likeness.CONTACT: mark(
        "{new} has {field} {now} in common with {known}, whom {pupil} already has. "
        "Is this the same person, under a new name?"
    ),
}
_CLASHES = {
    ClashCode.SAME_TIME: mark(
        "{name} would come on {when}, but {other} is there then ({other_when}). Is that right?"
    ),
    ClashCode.SECOND_TALK: mark(
        "{name} would get a talk on {when} beside the one on {other_when}, which is not in this file. "
        "Is that right?"
    ),
}


def near_words(near: Near, t: Translator) -> str:
    """Ask whether two who look alike are the same, and say why they may or may not be."""
    return t(
        (_CARERS if near.pupil else _PUPILS)[near.likeness],
        new=near.new,
        known=near.known,
        pupil=near.pupil,
        field=_field(near, t),
        was=_value(near.was, t),
        now=_value(near.now, t),
    )


def taken_words(near: Near, t: Translator) -> str:
    """Say who was taken for whom, because nobody else is called so."""
    if near.pupil:
        return t("{new} is taken for {known}, of {pupil}.", new=near.new, known=near.known, pupil=near.pupil)
    return t("{new} is taken for {known}: it can be nobody else.", new=near.new, known=near.known)


def clash_words(clash: Clash, t: Translator) -> str:
    """Ask whether a talk is meant so beside what is stored, or on such a day."""
    start = clash.talk.slot.start
    if clash.other is None:
        day = day_short(start.date(), t)
        if clash.code is ClashCode.PAST_DAY:
            return t(
                "{day} is over, and other talks are still to come; is that right? (talks: {count})",
                day=day,
                count=clash.talks,
            )
        return t(
            "{day} is a free day ({name}); is that right? (talks: {count})",
            day=day,
            name=clash.name,
            count=clash.talks,
        )
    return t(
        _CLASHES[clash.code],
        name=pupils_words(clash.talk, t),
        when=_moment(clash.talk, t),
        other=pupils_words(clash.other, t),
        other_when=_moment(clash.other, t),
    )


def partly_lines(partly: Sequence[NamedInPart], t: Translator) -> Iterator[str]:
    """Say of talks that they stay with all their carers, though the file names some of them."""
    if len(partly) > MOST_BY_ONE:
        names = names_words([pupils_words(each.talk, t) for each in partly], t)
        yield t(
            "The file does not name all parents of {names}; their talks stay with all of them.", names=names
        )
    else:
        yield from (_partly_words(each, t) for each in partly)


def _partly_words(each: NamedInPart, t: Translator) -> str:
    return t(
        "The file names only {named} for {name}; the talk stays with {all}.",
        named=_names(each.named),
        name=pupils_words(each.talk, t),
        all=_names(each.talk.audience),
    )


def _moment(talk: Talk, t: Translator) -> str:
    return f"{day_short(talk.slot.start.date(), t, year=False)} {talk.slot.start:%H:%M}"


def _names(carers: tuple[Carer, ...]) -> str:
    return ", ".join(carer.name for carer in carers)


def _field(near: Near, t: Translator) -> str:
    if near.field is Field.CARER:
        return t("as parents")
    return field_words(near.field, t) if near.field else ""


def _value(text: str, t: Translator) -> str:
    try:
        return day_short(date.fromisoformat(text), t)
    except ValueError:
        return text

"""When, in the middle of a sentence of a letter: "in de week van maandag 1 februari", "altijd"."""

from __future__ import annotations

import re
from datetime import date

from store.domain.plan import Channel, ContactMoment, When, WhenKind
from store.domain.text import those
from store.export.wording.days import (
    LOOSE_TIMES,
    MONTHS_LONG,
    THIRDS,
    Days,
    clock_words,
    loose_time,
    one_week,
    third_of_month,
    time_words,
    whole_month,
)
from store.export.wording.family_dates import family_when
from store.export.wording.people import how_many, listed
from store.export.wording.rules import rule_words
from store.export.wording.spelled_out import condition_words
from store.language import Translator, mark

TO_DO = {
    Channel.VISIT: mark("always come to school"),
    Channel.PHONE: mark("always phone"),
    Channel.VIDEO: mark("always make a video call"),
    Channel.MAIL: mark("always send an e-mail"),
    Channel.MESSAGE: mark("always send a message"),
}
TO_WHOM = {
    Channel.VISIT: mark("always come to school to see {whom}"),
    Channel.PHONE: mark("always phone {whom}"),
    Channel.VIDEO: mark("always make a video call with {whom}"),
    Channel.MAIL: mark("always send an e-mail to {whom}"),
    Channel.MESSAGE: mark("always send a message to {whom}"),
}
_ALWAYS = re.compile(r"\b(altijd|always|any ?time|te allen tijde)\b", re.IGNORECASE)
_FREE = re.compile(rf"{_ALWAYS.pattern}$", re.IGNORECASE)
"""What is no condition: *u mag altijd*."""
_WHOEVER_MAY = re.compile(
    rf"^(\w+ )?(mag|mogen|kan|kun|kunt|kunnen|may|can)( \w+)*? ?{_ALWAYS.pattern}$", re.IGNORECASE
)
"""Half a sentence, of which how they may do so is told beside it."""
_YOU = {"nl": {"u": 1, "jullie": 2, "je": 1, "jij": 1}, "en": {"you": 2}}
"""Who is spoken to in a condition, by the language of the letter, and how many the verb counts."""
_ASKING = those(
    "heeft hebt hebben heb wil wilt willen is zijn ben bent gaat gaan loopt lopen lukt komt komen merkt "
    "merken ziet zien maakt maken zit zitten voelt blijft wordt krijgt mist speelt twijfelt kan kunt kunnen"
)
"""What a condition begins with that is asked: *heeft u vragen, dan …*."""
_LATER = re.compile(
    r"(daarna|daarop|dan|vervolgens|erna|hierna|nadien|then|thereafter|afterwards|after (that|this))\b",
    re.IGNORECASE,
)
"""What stands in front of a condition that holds behind the moment before it."""
_NO_CLAUSE = frozenset(
    ("bij", "op", "in", "na", "voor", "at", "on", "upon", "after", "before", "zo")
) | those("minstens minimaal min maximaal max hooguit hoogstens ongeveer circa ca ten een elke 1 2 3 4 paar")
"""What a condition begins with that has no verb of its own, so that no comma stands behind it."""


def begin_with_when(moment: ContactMoment, written: date, t: Translator) -> str:
    """Begin a sentence with when, and on which condition; with "then" where the day is told beside it.

    Between the verb of a condition and that of the sentence stands a comma.
    """
    if moment.to_be_set:
        return t("Then")
    when = when_as_said(moment, written, t)
    needed = moment.when is not None and moment.when.kind is WhenKind.ON_DEMAND
    free = needed and _FREE.search(moment.condition)
    if not moment.condition or free:
        if free or (needed and _ALWAYS.search(moment.when_text)):
            when = clock_words(moment.when, t("at any time that suits"), t) if moment.when else when
        return f"{when}," if needed else when
    condition = condition_words(moment, t)
    first = _LATER.sub("", condition).split(maxsplit=1)[0].casefold()
    if not needed:
        return f"{_as_long_as_it_may(moment.when, written, t) or when}, {condition},"
    if first in _ASKING:
        return t("{condition}, then", condition=condition)
    return condition if first in _NO_CLAUSE else f"{condition},"


def _as_long_as_it_may(when: When | None, written: date, t: Translator) -> str:
    """Say up to when a condition counts: what it brings comes each time, and not once before that day."""
    if t.beside or when is None or when.kind is not WhenKind.RANGE or when.start is not None or not when.end:
        return ""
    return t("up to and including {day}", day=Days(t, written).day(when.end))


def when_as_said(moment: ContactMoment, written: date, t: Translator) -> str:
    """Say when as it was said - "rond 12 nov" - with the days only as a help; else as `when_phrase` does."""
    when, said = moment.when, moment.when_text.replace(moment.condition, "").strip(" ,")
    if t.beside or when is None or when.start is None or when.end is None or when.time or when.daypart:
        return when_phrase(when, written, t)
    if not _AROUND.match(said):
        return when_phrase(when, written, t)
    return t("{period} ({dates})", period=said, dates=_dates(when.start, when.end, Days(t, written)))


_AROUND = re.compile(
    r"(rond(om)?|omstreeks|tegen|around|about|towards)\b(?!.*(,|\ben\b|\band\b))", re.IGNORECASE
)
"""What stands before one day or feast that is not meant to the day."""


def _dates(first: date, last: date, days: Days) -> str:
    """Return the first and the last day of a period: "1 t/m 10 juni", "28 september t/m 2 oktober"."""
    t, one_month = days.t, (first.year, first.month) == (last.year, last.month)
    begin, end = (f"{day.day} {t(MONTHS_LONG[day.month - 1])}" for day in (first, last))
    return t("{first} up to and including {last}", first=str(first.day) if one_month else begin, last=end)


def when_phrase(when: When | None, written: date, t: Translator) -> str:
    """Say when, as in a letter that is written on this day; empty where no day is set."""
    if t.beside:
        return family_when(when, t)
    days = Days(t, written)
    match when:
        case When(kind=WhenKind.DATE, date=day) if day:
            words = t("on {day}", day=days.day(day))
        case When(kind=WhenKind.DATETIME, datetime=moment) if moment:
            day_words, time = days.day(moment), time_words(moment)
            if when.daypart in LOOSE_TIMES:
                words = f"{t('on {day}', day=day_words)} {loose_time(when, time, t)}"
            else:
                words = t("on {day} at {time}", day=day_words, time=time)
        case When(kind=WhenKind.RANGE):
            words = _period_phrase(when, days)
        case When(kind=WhenKind.MULTIPLE, items=items):
            words = listed([when_phrase(item, written, t) for item in items], t)
        case When(kind=WhenKind.RECURRENCE):
            return rule_words(when, t, written)
        case When(kind=WhenKind.ON_DEMAND):
            words = t("when needed")
        case _:
            return ""
    return clock_words(when, words, t)


def _period_phrase(when: When, days: Days) -> str:
    t, first, last = days.t, when.start, when.end
    if first is None:
        return t("no later than {day}", day=days.day(last)) if last else t("during the school year")
    if last is None:
        return t("from {day} on", day=days.day(first))
    if first == last:
        return t("on {day}", day=days.day(first))
    if whole_month(first, last):
        return t("in {month}", month=days.month(first))
    if third := third_of_month(first, last):
        said = t(THIRDS[third], month=days.month(first))
        return t("{period} ({dates})", period=said, dates=_dates(first, last, days))
    if one_week(first, last):
        return t("in the week of {day}", day=days.day(first))
    start, end = days.ends(first, last)
    return t("between {first} and {last}", first=start, last=end)


def is_free(moment: ContactMoment) -> bool:
    """Return whether the condition is none: *u mag altijd*, *parents can always*, with the way behind it."""
    told = _WHOEVER_MAY.search(moment.condition)
    return told is not None and not _LATER.match(moment.condition)


def may_always(moment: ContactMoment) -> bool:
    """Return whether one side may get in touch whenever it wants, and nothing is arranged."""
    when = moment.when
    if when is None or when.kind is not WhenKind.ON_DEMAND:
        return False
    said = moment.when_text.replace(moment.condition, "") if moment.condition else moment.when_text
    told = moment.channel in TO_DO and not moment.elsewhere and not moment.alone
    return told and bool(_FREE.search(moment.condition) or _ALWAYS.search(said))


def asked_first(moment: ContactMoment, t: Translator) -> str:
    """Return the condition of what may be done: *heeft u vragen*; *daarna* of *daarna mag u altijd*."""
    if _FREE.search(moment.condition):
        return later.group() if (later := _LATER.match(moment.condition)) else ""
    return condition_words(moment, t)


def permission(moment: ContactMoment, who: str, whom: str, t: Translator) -> str:
    """Say who may do what; whoever is spoken to in the condition is spoken to behind it as well."""
    if moment.or_else:
        do = t("always get in touch with {whom}", whom=whom) if whom else t("always get in touch")
    else:
        do = t(TO_WHOM[moment.channel], whom=whom) if whom else t(TO_DO[moment.channel])  # type: ignore[index]
    do = clock_words(moment.when, do, t) if moment.when else do
    asked = asked_first(moment, t)
    if not asked:
        return t.n("{who} may {do}", "{who} may {do}", how_many(who, t), who=who, do=do)
    if _LATER.fullmatch(asked):
        told = {"later": asked, "who": who, "do": do}
        return t.n("{later} {who} may {do}", "{later} {who} may {do}", how_many(who, t), **told)
    spoken = _YOU.get(t.language, {})
    you = next((word for word in re.findall(r"\w+", asked.casefold()) if word in spoken), "")
    count = spoken[you] if you else how_many(who, t)
    said = {"condition": asked, "who": you or who, "do": do}
    return t.n("{condition}, then {who} may {do}", "{condition}, then {who} may {do}", count, **said)

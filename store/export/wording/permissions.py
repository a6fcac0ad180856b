"""What somebody may do whenever they want to: "De ouders mogen altijd bellen"."""

from __future__ import annotations

import re

from store.domain.plan import Channel, ContactMoment, WhenKind
from store.export.wording.people import how_many
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
ALWAYS = re.compile(r"\b(altijd|always|any ?time|te allen tijde)\b", re.IGNORECASE)
FREE = re.compile(rf"{ALWAYS.pattern}$", re.IGNORECASE)
"""What is no condition: *u mag altijd*."""
_YOU = {"nl": {"u": 1, "jullie": 2, "je": 1, "jij": 1}, "en": {"you": 2}}
"""Who is spoken to in a condition, by the language of the letter, and how many the verb counts."""


def may_always(moment: ContactMoment) -> bool:
    """Return whether one side may get in touch whenever it wants, and nothing is arranged."""
    when = moment.when
    if when is None or when.kind is not WhenKind.ON_DEMAND or when.time or when.daypart:
        return False
    said = moment.when_text.replace(moment.condition, "") if moment.condition else moment.when_text
    told = moment.channel in TO_DO and not moment.elsewhere and not moment.alone
    return told and bool(FREE.search(moment.condition) or ALWAYS.search(said))


def asked_first(moment: ContactMoment, t: Translator) -> str:
    """Return the condition of what may be done: *heeft u vragen*; *u mag altijd* is none."""
    return "" if FREE.search(moment.condition) else condition_words(moment, t)


def permission(moment: ContactMoment, who: str, whom: str, t: Translator) -> str:
    """Say who may do what; whoever is spoken to in the condition is spoken to behind it as well."""
    do = t(TO_WHOM[moment.channel], whom=whom) if whom else t(TO_DO[moment.channel])  # type: ignore[index]
    asked = asked_first(moment, t)
    if not asked:
        return t.n("{who} may {do}", "{who} may {do}", how_many(who, t), who=who, do=do)
    spoken = _YOU.get(t.language, {})
    you = next((word for word in re.findall(r"\w+", asked.casefold()) if word in spoken), "")
    count = spoken[you] if you else how_many(who, t)
    said = {"condition": asked, "who": you or who, "do": do}
    return t.n("{condition}, then {who} may {do}", "{condition}, then {who} may {do}", count, **said)

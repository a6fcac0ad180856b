"""Words for how a talk stands."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.people import Pupil
from store.domain.talk import Missing, Talk, TalkState
from store.export.wording.people import first_names_words, listed
from store.language import Translator, mark

STATES = {
    TalkState.PLANNED: mark("planned"),
    TalkState.RUNNING: mark("going on"),
    TalkState.SET_ASIDE: mark("set aside"),
    TalkState.FINISHED: mark("finished"),
    TalkState.NOT_COME: mark("did not come"),
    TalkState.CANCELLED: mark("called off"),
}
MISSING = {
    Missing.PLAN: mark("how you will keep in touch"),
    Missing.CHANNEL: mark("how you reach each other"),
    Missing.STARTER: mark("who starts"),
    Missing.REASON: mark("what the home visit is for"),
    Missing.INFORMATION: mark("the information moment"),
}


def state_words(state: TalkState, t: Translator) -> str:
    """Say how a talk stands, in one or two words."""
    return t(STATES[state])


def not_needed_words(talk: Talk, t: Translator) -> str:
    """Say that a family was asked and wants no information moment; empty when it does, or was not asked."""
    refused = talk.information is not None and not talk.information.wanted
    return t("Information moment: not needed") if refused else ""


def missing_words(missing: Sequence[Missing], t: Translator, unplanned: Sequence[Pupil] = ()) -> str:
    """Say in one friendly line what a talk still needs to be finished; empty when nothing.

    `unplanned` are the children who have no contact moment while a sibling has.
    """
    if not missing:
        return ""
    words = [t(MISSING[each]) for each in missing]
    if unplanned and Missing.PLAN in missing:
        names = first_names_words(unplanned, t)
        words[missing.index(Missing.PLAN)] = t("how you will keep in touch about {names}", names=names)
    return t("Still to talk about: {what}", what=listed(words, t))

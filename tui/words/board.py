"""The board in words: who sits there, where a line lands, the keys for what is chosen, what a sign needs."""

from __future__ import annotations

from collections.abc import Iterator

from store.domain.people import Presence
from store.domain.role_words import role_behind
from store.domain.school import School
from store.domain.talk import Talk
from store.export.called import is_held
from store.export.wording.people import (
    carer_words,
    listed,
    present_names,
    short_present_words,
    voice_words,
)
from store.language import Translator, mark
from tui.desk.setup.coaching import Hint
from tui.desk.talk.board_line import Target
from tui.desk.talk.signs import AGREEMENT, LATER, Sign, Signed

BARE_SIGNS = {
    Sign.AGREEMENT: mark("Type the agreement behind the exclamation mark."),
    Sign.GOAL: mark("Type the goal behind the star."),
    Sign.LATER: mark("Choose a point first, with ↑."),
    Sign.NONE: mark("A sign alone says nothing yet; type a word with it."),
}
"""What is still needed behind a sign that stands alone."""


COACHING = {
    Hint.LINE: mark("Type what is said, then Enter."),
    Hint.VOICE: mark("Tab changes whose line it is, also halfway through."),
    Hint.NOTE: mark("↑ chooses a point: the next line comes under it."),
    Hint.AGREEMENT: mark("An exclamation mark in front makes it an agreement."),
    Hint.ONWARD: mark("F9 leads on, to how you keep contact."),
}
"""What the first talk teaches, one dim line at a time."""


def bare_words(sign: Sign, target: Target, t: Translator) -> str:
    """Say what a sign that stands alone still needs; a point, where something else is chosen."""
    if sign is Sign.LATER and target.chosen:
        return t("> keeps a point for later; an agreement stands already.")
    return t(BARE_SIGNS[sign])


def who_words(talk: Talk, t: Translator) -> str:
    """Ask who is there: at a contact moment, which may be a call, not at a table."""
    return t("Who takes part?") if is_held(talk) else t("Who is at the table?")


def badge_words(
    signed: Signed, target: Target, talk: Talk, school: School, t: Translator, *, offered: bool
) -> str:
    """Return where the next line lands: by its sign, else by what is chosen; a moment is `offered`."""
    if target.changing:
        return t("change")
    match signed.sign:
        case Sign.AGREEMENT:
            return t("contact moment?") if offered else t("agreement")
        case Sign.GOAL:
            return t("goal")
        case Sign.LATER if talk.point(target.chosen):
            return t("for later")
    if target.chosen and signed.speaker is None:
        return t("note")
    return voice_words(signed.speaker or target.speaker, talk, school, t)


def keys_words(chosen: str, slip: str, talk: Talk, t: Translator) -> list[tuple[str, str]]:
    """Return the keys for the chosen point or agreement, or the point of the slip; none without one."""
    if slip:
        return [("↵", t("on the board")), ("↓", t("next one")), ("esc", t("put away"))]
    if not chosen:
        return []
    point = talk.point(chosen)
    if point is None:
        whom = [("⇥", t("for whom"))] if talk.siblings else []
        return [("→", t("change")), *whom, ("del", t("remove"))]
    return [
        ("→", t("change")),
        ("⇥", t("move")),
        (AGREEMENT, t("agreement")),
        (LATER, t("not later") if point.kept_for else t("later on")),
        ("del", t("remove")),
    ]


def ever_shorter(presence: Presence, talk: Talk, t: Translator) -> Iterator[str]:
    """Say who sits at the table ever shorter: by role, by first names, then some and how many more."""
    yield short_present_words(presence, talk, t)
    names = present_names(presence, talk, t)
    carers = [carer_words(carer, t) for carer in talk.audience if not carer.nameless]
    first = {name: name.partition(" ")[0] for name in carers}
    roles = {name: role for name in carers if (role := role_behind(name))}
    if roles and len(set(roles.values())) == len(roles):
        # of two mothers the role would say nothing
        yield listed([(first | roles).get(each, each) for each in names], t)
    called = [first.get(each, each) for each in names]
    yield listed(called, t)
    for count in range(len(called) - 1, 0, -1):
        more = t.n("and {count} more", "and {count} more", len(called) - count)
        yield f"{', '.join(called[:count])} {more}"

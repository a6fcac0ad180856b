"""The board in words: the keys that matter for what is chosen, and what a sign alone still needs."""

from __future__ import annotations

from store.domain.talk import Talk
from store.language import Translator, mark
from tui.desk.setup.coaching import Hint
from tui.desk.signs import AGREEMENT, LATER, Sign

BARE_SIGNS = {
    Sign.AGREEMENT: mark("Type the agreement behind the exclamation mark."),
    Sign.GOAL: mark("Type the goal behind the star."),
    Sign.LATER: mark("Choose a point first, with ↑."),
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


def keys_words(chosen: str, slip: str, talk: Talk, t: Translator) -> list[tuple[str, str]]:
    """Return the keys for the chosen point or agreement, or the point of the slip; none without one."""
    if slip:
        return [("↵", t("on the board")), ("↓", t("next one")), ("esc", t("put away"))]
    if not chosen:
        return []
    point = talk.point(chosen)
    if point is None:
        whom = [("⇥", t("for whom"))] if talk.siblings else []
        return [("→", t("change")), *whom, ("del", t("off"))]
    return [
        ("→", t("change")),
        ("⇥", t("move")),
        (AGREEMENT, t("agreement")),
        (LATER, t("not later") if point.kept_for else t("later on")),
        ("del", t("off")),
    ]

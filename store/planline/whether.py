"""Tell *of Noor met papa gelezen heeft*, which asks something, from *vader of moeder*."""

from __future__ import annotations

from store.planline import contact_words, purpose_words, step_words, words
from store.planline.condition_words import STARTERS
from store.planline.known_names import KnownNames
from store.planline.people import person
from store.planline.tokens import Line
from store.planline.tongue import in_english
from store.planline.typos import is_known
from store.planline.words import those


def asks_whether(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether *of* begins a question about somebody or something there, which has its verb at the end.

    Of *bel vader of moeder komt langs* the verb stands right behind who does so: that is another plan.
    """
    if not line.has(i, {"of"}) or in_english(line):
        return False
    end = next((n for n in range(i + 1, len(line)) if line.has(n, _ENDS)), len(line))
    behind = _behind_subject(line, i + 1, known)
    if behind is None or _is_a_verb(line, behind):
        return False
    return any(_is_a_verb(line, n) and _closes(line, n, end) for n in range(behind + 1, end))


def _behind_subject(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the place behind *mama en Noor*, *de bril*; None where a day or a way stands there."""
    at = line.skip(i, contact_words.POSSESSIVES)
    role, end = person(line, at, known)
    while role and line.has(end, words.AND):
        role, other = person(line, line.skip(end + 1, contact_words.POSSESSIVES), known)
        end = other if role else end
    if end > at + 1 or person(line, at, known)[0]:
        return end
    token = line.token(at)
    thing = token is not None and token.kind == "word" and not is_known(token.word)
    return at + 1 if thing else None


def _is_a_verb(line: Line, n: int) -> bool:
    return line.has(n, _FINITE | step_words.CONTACT_VERBS) or _looks_like_a_verb(line, n)


def _looks_like_a_verb(line: Line, n: int) -> bool:
    """Return whether a word nobody knows ends as *bevalt* does, with no *de*, *uit* before it."""
    token = line.token(n)
    third = (
        token is not None and token.typed.islower() and token.word.endswith("t") and len(token.word) > _FEWEST
    )
    led = line.has(n - 1, words.THE | words.ARTICLES | contact_words.POSSESSIVES | _BEFORE_A_PLACE)
    return third and not led and not is_known(line.word(n))


_FEWEST = 4
"""Letters of a word that is too short to tell a verb by its end."""
_BEFORE_A_PLACE = those("in uit op aan bij van voor met naar over of")


def _closes(line: Line, n: int, end: int) -> bool:
    """Return whether nothing of a clause but its participle, or when that was, stands behind this verb."""
    behind = n + 1 + line.word(n + 1).startswith("ge")
    return behind >= end or line.has(behind, _WHEN) or line.number(behind) is not None


_ENDS = {",", ";", ".", "(", "?", "!"} | STARTERS | purpose_words.SENTENCES | those("die want maar")
_WHEN = (
    words.MONTHS.keys() | words.WEEKDAYS.keys() | words.NEAR_DAYS.keys() | words.DURING | words.EVERY | {"op"}
)
_FINITE = step_words.ATTENDING | step_words.MODALS | those(
    "heeft hebben had hadden was waren wordt worden werd werden blijft blijven ging gingen kwam kwamen kon "
    "konden wilde wilden mocht mochten moest moesten deed deden hoeft hoeven lukt lukte helpt werkt leest "
    "loopt lopen oefent slaapt eet speelt snapt vindt weet ziet krijgt neemt brengt haalt"
)  # fmt: skip
"""Verb forms that a question may end in, apart from those of contact."""

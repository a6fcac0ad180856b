"""The name behind a role, also where it is a word of its own: *oma Zondag*, *juf Mei*, *oom kees*."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain import role_words
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.tokens import Line
from store.planline.tongue import in_english
from store.planline.typos import is_known
from store.planline.words import those

_NAMED_DAYS = words.MONTHS.keys() | words.DAY_NAMES.keys()
_PARTING = words.AND | words.OR | {",", ";", ".", "!"}
_CALLED_BY_NAME = those("juf juffrouw meester mevrouw meneer miss mrs mr teacher")
_SHORT_NAME = 3
_NO_NAMES = (
    words.MONTHS.keys() | words.WEEKDAYS.keys() | words.UNITS.keys() | role_words.ROLES.keys()
    | contact_words.CHANNELS.keys() | purpose_words.FILLERS | purpose_words.SMALL
)  # fmt: skip
"""Words with a capital that no name behind *coach* is: *Mo* and *Bo* are."""


def is_new_name(line: Line, i: int) -> bool:
    """Return whether a word with a capital stands there that is no word of the grammar, or *Jan*."""
    token = line.token(i)
    if token is None or token.kind != "word" or not token.typed[0].isupper() or token.typed.isupper():
        return False
    short = len(token.plain) <= _SHORT_NAME and not line.has(i, _NO_NAMES)
    return not token.slip and (short or not is_known(token.plain) or token.plain == "jan")


INFIXES = those("de den der het 't ten ter van von la le el al ben bint du")
"""What may stand before a last name: *mw de Vries*."""


def end_of_surname(line: Line, first: int, i: int) -> int:
    """Return the place after *de Vries*, *Jansen* behind the first name at `first`; `i` where none is.

    A last name of one word is one only beside a verb of contact: in *met Sam Engels* it may be what for.
    """
    at = line.skip(i, INFIXES)
    token = line.token(at)
    if token is None or line.glued(i) or line.has(at, _NO_NAMES) or not has_capital(line, at):
        return i
    if token.typed.isupper() or token.slip:
        return i
    end = at + 1
    while end < at + _SURNAMES and is_new_name(line, end):
        end += 1
    if line.hyphen(end) and has_capital(line, line.skip(end + 1, INFIXES)):
        end = line.skip(end + 1, INFIXES) + 1
    verbs = step_words.CONTACT_VERBS | step_words.MODALS
    beside = line.has(end, verbs) or line.has(first - 1, step_words.CONTACT_VERBS)
    return end if at > i or (beside and is_new_name(line, at)) else i


_SURNAMES = 3


def month_is_her_name(line: Line, i: int) -> bool:
    """Return whether *April* behind *juf* is her name: she does something, or there is another day."""
    token = line.token(i)
    titled = line.has(i - 1, _CALLED_BY_NAME) and line.has(i, words.MONTHS.keys())
    if token is None or not titled or not token.typed[0].isupper():
        return False
    others = (n for n in range(len(line)) if n != i)
    dated = any(line.has(n, words.MONTHS.keys() | words.EVERY | words.DAY_NAMES.keys()) for n in others)
    return dated or line.has(i + 1, step_words.CONTACT_VERBS | step_words.MODALS)


def word_is_a_surname(line: Line, i: int, role: str) -> bool:
    """Return whether *Zondag* behind *oma*, *Bel* behind *opa* is a name, and no day or way of contact.

    So it is where that part of the line tells another day, or another way.
    """
    token = line.token(i)
    written = token is not None and token.typed[0].isupper() and not token.typed.isupper()
    if token is None or not written or token.slip or role in ("", role_words.PUPIL):
        return False
    begin = next((n for n in range(i, 0, -1) if line.has(n - 1, _PARTING)), 0)
    after = next((n for n in range(i, len(line)) if line.has(n, _PARTING)), len(line))
    others = [n for n in range(begin, after) if n != i]
    if line.has(i, _NAMED_DAYS):
        return _day_is_a_surname(line, i, others, role)
    ways = contact_words.CHANNELS.keys() | contact_words.TALKS
    return line.has(i, contact_words.CHANNELS) and any(line.has(n, ways) for n in others)


def _day_is_a_surname(line: Line, i: int, others: Sequence[int], role: str) -> bool:
    """Return whether *Zondag* or *April* with a capital behind a role is a name, and not that day."""
    has_date = line.has(i, words.DAY_NAMES.keys()) or not line.has(i + 2, words.MONTHS.keys())
    if line.number(i + 1) is not None and has_date:
        return False
    if line.has(i + 1, step_words.CONTACT_VERBS):
        return True
    lead = place_before_role(line, i - 1)
    if line.has(lead, words.AND) and line.has(lead - 1, _NAMED_DAYS):
        return word_is_a_surname(line, lead - 1, role)
    led = line.has(lead, contact_words.WITH | step_words.CONTACT_VERBS) and not in_english(line)
    return led and any(
        line.has(n, words.MONTHS.keys() | words.EVERY | words.DAY_NAMES.keys()) for n in others
    )


def called_in_small_letters(line: Line, i: int) -> bool:
    """Return whether a word nobody knows stands between a role and its verb: *oom kees belt*."""
    token = line.token(i)
    if token is None or not token.typed.islower() or token.slip:
        return False
    noun = line.has(i - 1, role_words.ONE_PARENT) and token.plain.endswith("s")
    if not line.has(i + 1, step_words.CONTACT_VERBS) or noun:
        # *mum needs calls* is no mum called Needs
        return False
    return not is_known(token.plain) or token.plain == "jan"


def has_capital(line: Line, i: int) -> bool:
    """Return whether a word with a capital stands there."""
    token = line.token(i)
    return token is not None and token.kind == "word" and token.typed[0].isupper()


def place_before_role(line: Line, i: int) -> int:
    """Return the place before a role and the small words in front of it: that of *met* in *met haar oma*."""
    lead = i - 1
    while line.has(lead, contact_words.POSSESSIVES):
        lead -= 1
    return lead

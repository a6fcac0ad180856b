"""Keep links, passwords and codes out of what a family can see on the screen, and tell which were there."""

from __future__ import annotations

import re

from store.domain.text import those

_LINK = re.compile(r"<?(?:https?://|www\.)[^\s<>]+>?|\b(?:[\w-]+\.)+[a-z]{2,}/[^\s<>]+", re.IGNORECASE)
_ID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.IGNORECASE)
_OF_A_BOOKING = (
    r"(?:boekings?|booking|reserverings?|reservation|annulerings?|cancellation|bevestigings?|confirmation"
    r"|toegangs?|access|inlog|login|deelname|meeting|vergaderings?|conferentie|conference|event|host|afspraak)"
)
_LABEL = (
    rf"(?:pin(?:[ -]?code)?|wachtwoord(?:code)?|passcode|password|passwort|token|intern(?:e|al)? ?id"
    rf"|{_OF_A_BOOKING}[ -]?(?:code|nummer|number|nr|id|ref(?:erentie|erence)?|sleutel|key|pin))\b"
)
_CODE = re.compile(
    rf"\b{_LABEL}\.?\s*(?:is\s+)?(?:[:=]\s*\S+(?:(?<=\d) \d+)*#?|#?(?=\S*\d)[\w-]{{3,}}(?:(?<=\d) \d+)*#?)",
    re.IGNORECASE,
)
_SAYS_IT = re.compile(_LABEL, re.IGNORECASE)
_AROUND = those(
    "join deelnemen deelname deelnamelink meedoen annuleren afzeggen afmelden cancel reschedule verzetten "
    "wijzigen link meeting vergadering vergaderlink videolink videogesprek videocall zoom teams meet url "
    "klik hier click here to om deel te nemen aan de het the via uw je your beheren manage afspraak "
    "appointment booking boeking bekijken view online gesprek call of or en and"
)
"""Words that stand before a link and say only what it is for."""
_LAST_WORDS = re.compile(r"((?:[^\W\d_]+[ :]+)*[^\W\d_]+)\s*:?\s*$")
_ENDS = " \t\n;,|:-–"


def without_secrets(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without its links, passwords and codes, and those."""
    gone: list[str] = []
    kept = ""
    at = 0
    found = sorted(
        (each.span() for pattern in (_LINK, _CODE, _ID) for each in pattern.finditer(text)),
        key=lambda span: (span[0], -span[1]),
    )
    for start, end in found:
        if start < at:
            continue
        ahead = text[at:start]
        label = _label(ahead) if not _SAYS_IT.match(text, start) else ""
        kept += ahead.removesuffix(label).rstrip(_ENDS if label else "")
        gone.append(" ".join((label + text[start:end]).split()))
        at = end
    if not gone:
        return text, ()
    kept += text[at:]
    return re.sub(r" {2,}", " ", re.sub(r"(?:\s*[;|]\s*){2,}", "; ", kept)).strip(_ENDS), tuple(gone)


def _label(ahead: str) -> str:
    """Return the words right before a link that only say what it is for: "Annuleren: "."""
    if not (found := _LAST_WORDS.search(ahead)):
        return ""
    said = re.split(r"([ :]+)", found[1])
    first = len(said)
    while first > 0 and said[first - 1].casefold() in _AROUND:
        first -= 2
    return ahead[found.start() + len("".join(said[: max(0, first + 1)])) :] if first < len(said) else ""

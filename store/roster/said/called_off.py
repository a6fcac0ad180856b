"""Tell whether a text says that a talk was called off: "afgezegd", "komt niet", "gaat niet door"."""

from __future__ import annotations

import re
from enum import Enum

from store.domain.text import those
from store.roster.header_words import parent_said
from store.roster.names import has_capitals, is_a_name, is_infix, words

_OFF = (
    r"afgemeld|afgezegd|afgelast|afgeblazen|ge(?:annull?eerd|canceld|cancelled|schrapt)|vervalt|vervallen|ingetrokken|"
    r"teruggetrokken|annulering|annulatie|afzegging|afmelding|cancell?ed|cancellation|withdrawn|annulée?|abgesagt|storniert"
)
_NOT_ON = (
    r"(?:gaat|gaan|ging)\s+(?:\w+\s+){0,3}niet\s+(?:\w+\s+)?door|niet\s+door(?:gaan|gegaan)|"
    r"(?:zegt?|zeggen|meldt?|melden)\s+(?:\w+\s+){0,3}af|called\s+off|no[\s-]?show|f[aä]llt\s+aus"
)
_NOT_COMING = (
    r"(?:komt?|komen)\s+(?:(?:helaas|toch|dan|nu|vandaag|morgen|ook|allebei|beiden?)\s+){0,2}niet|"
    r"(?:kan|kunnen|kon|zal|zullen)\s+(?:\w+\s+){0,2}niet\s+komen|niet\s+komen|"
    r"(?:kan|kunnen)\s+(?:(?:helaas|toch|dan|nu)\s+){0,2}niet"
    r"(?=(?:\s+meer)?\s*(?:[,.;]|$|ivm\b|i\.v\.m|door\b|wegens\b))|"
    r"(?:not|won['’]?t|can['’]?t|cannot|doesn['’]?t)\s+(?:be\s+)?(?:come|coming|attend|attending)"
)
_SAID = re.compile(rf"(?<!\w)(?:{_OFF}|{_NOT_ON}|(?P<coming>{_NOT_COMING}))(?!\w)", re.IGNORECASE)
_REFUSED = re.compile(r"declined|rejected|geweigerd|afgewezen|abgelehnt", re.IGNORECASE)
"""What by itself says as much of an invitation."""
_STEM = r"(?:ge)?(?:annul|cancel)|af(?:ge)?(?:zeg|meld)|afgelast|vervallen|withdrawn"
"""What the words of a header begin with that asks whether a talk was called off."""
_STATUS = those(
    "status stand toestand state reactie antwoord response rsvp bevestiging bevestigd confirmed aanwezig "
    "aanwezigheid gesprek startgesprek afspraak deelname boeking booking talk appointment meeting"
)
_COMES = those(
    "komt komen aanwezig aanwezigheid bevestigd bevestiging confirmed attending attends coming deelname rsvp"
)
_COMPANY = those("met mee samen beiden allebei alleen wie with along together both alone who")
"""Words that ask with whom somebody comes, and not whether."""
_ACTIVE = those(
    "actief active ingeschreven enrolled enabled geldig gepland ingepland geboekt planned scheduled booked "
    "akkoord"
)
_CHECKED = "✓✔☑✅"
_GONE = (
    r"(?:in|non)-?(?:actief|active)|uitgeschreven|uitschrij|uitstroom|uitgestroomd|vertrokken|gearchiveerd"
    r"|archived|deleted"
)
"""What the words of a header begin with below which a yes or a date is of somebody who left."""
_STATE = those("status stand toestand state")
_STANDS = those(
    "bevestigd geaccepteerd akkoord gepland ingepland definitief ok ja gereserveerd geboekt vast "
    "vastgelegd bezet ingeschreven aangemeld toegewezen gekozen actief accepted confirmed booked "
    "scheduled planned reserved taken yes final assigned active attending uitgenodigd invited verzonden "
    "sent nieuw new aanwezig present komt komen comes coming"
)
_MOVED = those("verzet verplaatst verschoven verhuisd gewijzigd moved rescheduled postponed uitgesteld")
_NOT = those("niet nooit geen not never no")
_WHEN = those("voor na eerder later om op naar before after until on at to")
"""Words behind it that may be about the talk."""
_BUT = those("maar toch wel but")
"""Words that take it back: "afgezegd maar komt toch"."""
_UNSURE = those(
    "als indien tenzij misschien wellicht mogelijk eventueel evt kan mag moet if maybe might may can when"
)
_DOUBT = those(
    "misschien mss wellicht mogelijk mogelijkerwijs eventueel evt waarschijnlijk wsl vermoedelijk onzeker "
    "twijfel twijfelt voorbehoud denk denkt geloof weet maybe perhaps possibly probably likely unsure think "
    "thinks might"
)
"""Words that leave open, wherever they stand, what else is said of a talk: "zegt misschien af"."""
_SAYS_NOTHING = those(
    "gesprek startgesprek afspraak het dit is zijn was heeft hebben werd wordt helaas ouders beide familie "
    "gezin fam leerling kind ze zij we wij ik de deze die dat toch alsnog inmiddels net al vandaag door er "
    "zich en per mail telefonisch reeds status let op talk meeting appointment the has been have parents "
    "family they tijd tijdstip"
)
"""Words ahead of one that calls off that leave no doubt that it is the talk."""
_OF_SOMETHING = those("voor bij mee uit eerder later na naar met aan for from before after until to with tot")
"""Words behind it that make it another thing: "afgemeld voor gym", "gaat niet door naar groep 4"."""
_WHY = those("ivm i wegens door want vanwege omdat vandaag because due today meer morgen deze dit")
"""Words behind "komt niet" that leave it at that; others say how a child does: "komt niet graag"."""
_TO_A_TIME = re.compile(r"naar \d", re.IGNORECASE)
_CUT = r"\s[-–—|/]\s|[(\[:]"
_SIGNS = " -–—:|,;/()[]*!."
_ARROWS = ">→=⇒"
_ARROW = r"[-–=]*[>→⇒]"
MOVED_TO = "naar "
"""What is said of a talk that an arrow moves, ahead of where to."""


class Off(Enum):
    """How sure a text is that a talk was called off."""

    NO = "no"
    MAYBE = "maybe"
    YES = "yes"


def called_off(text: str, named: str = "") -> Off:
    """Return whether a text says that the talk was called off; `named` is whom the talk is with.

    Who or what else may have been called off (the interpreter, gym), a condition and a question leave it
    open; one who does not come along takes nothing from the talk.
    """
    found = _SAID.search(text)
    if not found:
        return Off.NO
    clause = re.split(r"[,.;\n]", text[: found.start()])[-1]
    ahead, behind = words(clause), words(text[found.end() :])
    if ahead and ahead[-1] in _NOT:
        return Off.NO
    others = {*ahead} - _SAYS_NOTHING - {*words(named)}
    if found["coming"] and (behind[:1] == ("mee",) or (others and parent_said(" ".join(ahead)))):
        return Off.NO
    ends = not text[found.end() :].strip() or text[found.end() :].lstrip()[0] in ",.;:()!-–"
    if found["coming"] and not ends and behind[0] not in _WHY:
        return Off.MAYBE if behind[0] in _WHEN and behind[:2] != ("op", "tijd") else Off.NO
    if not _BUT.isdisjoint(behind):
        return Off.MAYBE
    doubtful = _is_doubtful(text) or "?" in text or _UNSURE & {*ahead}
    if others or (behind[:1] and behind[0] in _OF_SOMETHING) or doubtful:
        return Off.MAYBE
    return Off.YES


def _is_doubtful(text: str) -> bool:
    return not _DOUBT.isdisjoint(words(text))


def moved(text: str) -> bool:
    """Return whether a text begins by saying that a talk came to another time: "afspraak is verzet"."""
    said = [word for word in words(text) if word not in _SAYS_NOTHING]
    return bool(_TO_A_TIME.match(text)) or (bool(said) and said[0] in _MOVED)


def of_the_talk(header: str) -> bool:
    """Return whether a column may be about how it stands with the talk: "Status", or one without header."""
    return not header or not _STATUS.isdisjoint(words(header)) or asks_for_it(header)


def leaves_open(header: str, text: str) -> bool:
    """Return whether a column of how it stands with each talk says something else than that it is on.

    "Wachtlijst", "reserve", "tentative": whatever it is, it is no word for a talk that was agreed.
    """
    said = words(text)
    stands = not _STANDS.isdisjoint(said) and _NOT.isdisjoint(said)
    return not _STATE.isdisjoint(words(header)) and bool(said) and not stands


def says_only_that(text: str) -> bool:
    """Return whether a text says that a talk was called off, and nothing else."""
    bare = text.strip(_SIGNS)
    return not _is_doubtful(bare) and bool(_SAID.fullmatch(bare) or _REFUSED.fullmatch(bare))


def asks_for_it(header: str) -> bool:
    """Return whether a column is about talks that were called off: "Geannuleerd", "Reden van annulering"."""
    return any(re.match(_STEM, word) for word in words(header))


def asks_whether_it_is_on(header: str) -> Off:
    """Return what "no" says below a header such as "Gaat door?", "Komt?", "✅"."""
    said = {*words(header)}
    if not said and not {*header}.isdisjoint(_CHECKED):
        return Off.MAYBE
    if {"gaat", "door"} <= said or not said.isdisjoint({"doorgaan", "doorgang"}):
        return Off.YES
    if not said.isdisjoint(_COMPANY):
        return Off.NO
    return Off.NO if said.isdisjoint(_COMES | _ACTIVE) else Off.MAYBE


def asks_who_left(header: str) -> bool:
    """Return whether a column says who is no longer at the school: "Inactief", "Datum uitschrijving"."""
    return any(re.match(_GONE, word) for word in (*words(header), "".join(words(header))))


def name_called_off(text: str) -> tuple[str, str] | None:
    """Return a name without what says that the talk was called off, and that; None where nothing surely does.

    "Bo Vos (afgemeld)", "GEANNULEERD - Isa Dam", "Milan Kok komt niet".
    """
    found = _SAID.search(text)
    if not found or (words(text[: found.start()])[-1:] or ("",))[0] in _NOT or _is_doubtful(text):
        return None
    ahead, behind = text[: found.start()].strip(_SIGNS), text[found.end() :].strip(_SIGNS)
    if any(map(str.isalpha, ahead)):
        name = re.split(_CUT, ahead)[0]
        kept = name.split()
        while kept and kept[-1].islower() and not is_infix(kept[-1]):
            kept.pop()
        name = " ".join(kept)
    else:
        name = next((part for part in reversed(re.split(_CUT, behind)) if is_a_name(part)), "")
    name = name.strip(_SIGNS)
    if name and not (is_a_name(name) and has_capitals(name)):
        return None
    said = text.replace(name, "", 1) if name else text
    return name, " ".join(said.strip(_SIGNS).split())


def name_doubted(text: str) -> str:
    """Return a name with what leaves open whether they come in brackets; empty where nothing does.

    "Kim Tak misschien af", "Nina Bok komt waarschijnlijk niet".
    """
    parts = text.split()
    at = next((at for at, part in enumerate(parts) if part in _DOUBT), 0)
    while at and parts[at - 1].islower() and not is_infix(parts[at - 1]):
        at -= 1
    name, said = " ".join(parts[:at]).strip(_SIGNS), " ".join(parts[at:]).strip(_SIGNS)
    whole = is_a_name(name) and has_capitals(name) and "(" not in text
    return f"{name} ({said})" if whole else ""


def name_moved(text: str) -> str:
    """Return a name with what says that the talk came to another time in brackets; empty where nothing does.

    "Roos Bakker -> verplaatst naar 3/9", "Roos Bakker => 14:00".
    """
    parts = text.split()
    for at in range(1, len(parts)):
        said = " ".join(parts[at:]).strip(_SIGNS + _ARROWS)
        arrow = bool(re.fullmatch(_ARROW, parts[at])) and any(map(str.isdigit, said))
        if moved(said) or arrow:
            name = " ".join(parts[:at]).strip(_SIGNS + _ARROWS)
            said = f"{MOVED_TO}{said}" if arrow and not moved(said) else said
            whole = is_a_name(name) and has_capitals(name) and "(" not in name
            return f"{name} ({said})" if whole else ""
    return ""

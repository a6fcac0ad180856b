"""Read a way of contact by a name of its own: *in het schriftje*, *op de kijkavond*, *briefje meegeven*."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from store.domain import role_words
from store.domain.plan import BY_SCREEN, Channel
from store.planline import contact_words, step_words, words
from store.planline.known_names import KnownNames
from store.planline.people import person
from store.planline.segment import Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.typos import is_known

_NAMED_FIRST = frozenset(name[0] for name in contact_words.NAMED)
_LONGEST_NAME = max(map(len, contact_words.NAMED))


_SHORT_APP = 4
"""Letters of a word in *-app* that names no app: *knapp*, *snapp* are slips."""

_WRITTEN_IN = words.those("schrift boek boekje map mapje agenda notebook diary planner")


def _is_written_in(line: Line, i: int) -> bool:
    """Return whether somebody writes in it: *schrijft in haar schrift*."""
    return any(line.has(n, step_words.WRITING) for n in range(len(line))) and _is_into(line, i)


def carrier_of_somebody(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *schriftje van Vera*, *in Vera's agenda*, *briefje in de tas van Vera*: whose it is joins nobody.

    What a note is sent by, as in *briefje van oma*, is no book and stands behind no *in*.
    """
    role, owner = person(line, i, known)
    if role == role_words.PUPIL and line.word(owner - 1).endswith(("'s", "s'")):
        carrier = _carrier(line, owner)
        return replace(carrier, at=i, name=line.between(i, carrier.end)) if carrier is not None else None
    carrier = _carrier(line, i)
    if carrier is None:
        return None
    begin = line.skip(carrier.end, {"van", "v", "of"} | contact_words.POSSESSIVES)
    role, end = person(line, begin, known)
    book = _is_into(line, i) or line.word(carrier.end - 1).endswith(_BOOK_ENDS)
    told = begin > carrier.end or (book and not line.has(end, contact_words.ALONG))
    if role != role_words.PUPIL or not told:
        return None
    return replace(carrier, end=end, name=line.between(i, end))


def _carrier(line: Line, i: int) -> Segment | None:
    """Return the book or the bag that something for home stands in."""
    if line.has(i, _WRITTEN_IN) and (_is_into(line, i) or not line.has(i, {"map", "mapje"})):
        return Segment(SegmentKind.CHANNEL, i, i + 1, channel=Channel.MESSAGE)
    if line.word(i) not in _NAMED_FIRST:
        return None
    named = named_channel(line, i)
    if named is None or named.channel is not Channel.MESSAGE:
        return None
    book = line.word(named.end - 1).endswith(_BOOK_ENDS)
    return named if book or _is_into(line, i) or line.has(named.end - 1, _BAGS) else None


_BOOK_ENDS = ("schrift", "schriftje", "boek", "boekje", "map", "mapje", "agenda")


def _is_into(line: Line, i: int) -> bool:
    lead = i - 1
    while line.has(lead, contact_words.POSSESSIVES):
        lead -= 1
    return line.has(lead, {"in", "into", "via"})


def _noted_in(line: Line, i: int) -> Segment | None:
    """Read *note in the reading diary*, *schrijf in het schriftje*: what somebody writes in, by its verb."""
    at = line.skip(i + 1, _SOMETHING)
    if not line.has(i, _NOTING) or not line.has(at, {"in", "into", "via"}):
        return None
    book = line.skip(at + 1, contact_words.POSSESSIVES)
    into = named_channel(line, book)
    if into is None and line.has(book, _WRITTEN_IN):
        name = line.between(book, book + 1)
        return Segment(SegmentKind.CHANNEL, i, book + 1, channel=Channel.MESSAGE, name=name)
    return replace(into, at=i) if into is not None and into.channel is Channel.MESSAGE else None


def _book(line: Line, i: int) -> int | None:
    """Return the place after *reading diary*, *home-school planner*, where the line names no other way."""
    at = i + 1
    if line.has(i, {"home"}):
        at = line.maybe(line.maybe(at, words.DASH), {"school"})
    said = line.has(i, _WHICH_BOOK) and line.has(at, _BOOKS)
    others = contact_words.CHANNELS.keys() - {"message"}
    return at + 1 if said and not any(line.has(n, others) for n in range(len(line))) else None


_WHICH_BOOK = words.those("reading homework home school communication link contact message daily")
_BOOKS = words.those("diary book notebook planner journal record log")
_NOTING = words.those("note notes write put schrijf schrijven noteer noteren briefje")
_SOMETHING = words.those("it something a line message note het iets een berichtje even dan")


def named_channel(line: Line, i: int) -> Segment | None:
    """Read a channel that keeps its own name: Parro, heen-en-weerschrift, bij het ophalen, inloopochtend."""
    if (noted := _noted_in(line, i)) is not None:
        return noted
    if (book := _book(line, i)) is not None:
        return Segment(SegmentKind.CHANNEL, i, book, channel=Channel.MESSAGE, name=line.between(i, book))
    meets = named_channel(line, i + 1) if line.has(i, BY_SCREEN) else None
    if meets is not None and meets.channel is Channel.VISIT:
        return replace(meets, at=i, channel=Channel.VIDEO, name=line.between(i, meets.end))
    if (gathering := _gathering(line, i)) is not None:
        name = line.between(i, gathering)
        return Segment(SegmentKind.CHANNEL, i, gathering, channel=Channel.VISIT, name=name)
    if (app := line.word(i)).endswith("app") and len(app) > _SHORT_APP and app not in contact_words.CHANNELS:
        name = line.between(i, i + 1)
        return Segment(SegmentKind.CHANNEL, i, i + 1, channel=Channel.MESSAGE, name=name)
    if line.has(i, _WRITTEN_IN) and _is_written_in(line, i):
        name = line.between(i, i + 1)
        return Segment(SegmentKind.CHANNEL, i, i + 1, channel=Channel.MESSAGE, name=name)
    if (meeting := _met_at_a_moment(line, i)) is not None:
        return Segment(SegmentKind.CHANNEL, i, meeting, channel=Channel.VISIT, name=line.between(i, meeting))
    if line.word(i) not in _NAMED_FIRST:
        return None
    for size in range(_LONGEST_NAME, 0, -1):
        phrase = tuple(line.word(i + n) for n in range(size))
        if (channel := contact_words.NAMED.get(phrase)) is not None:
            if _tells_of_something_else(line, phrase, i + size):
                return None
            end = _given_along(line, i + size) if channel is Channel.MESSAGE else i + size
            end = line.maybe(end, _WITH_OTHERS if phrase[0] in contact_words.APPS else frozenset())
            return Segment(SegmentKind.CHANNEL, i, end, channel=channel, name=line.between(i, end))
    return None


_WITH_OTHERS = words.those("group groep groepje thread")
"""Behind an app by its name: those who are named write there."""


def _tells_of_something_else(line: Line, phrase: tuple[str, ...], end: int) -> bool:
    """Return whether *brief van jeugdzorg*, *after pick-up he goes to bso* stands there."""
    if phrase[0] in words.BEFORE | words.AFTER and line.has(end, _SUBJECTS):
        return True
    if not phrase[-1].endswith("brief"):
        return False
    return _is_somebody_elses(line, end) or _is_told_of_by_another_way(line, end - len(phrase))


def _is_told_of_by_another_way(line: Line, i: int) -> bool:
    """Return whether another way of contact stands before a letter: *appje 3 nov brief kwijt*."""
    before = [*takewhile(lambda n: not line.has(n, words.AND | {",", ";", "."}), range(i - 1, -1, -1))]
    return any(line.has(n, contact_words.CHANNELS.keys()) for n in before)


_SUBJECTS = step_words.HE_OR_SHE | role_words.ROLES.keys() | words.those("gaat goes komt comes is")


def _met_at_a_moment(line: Line, i: int) -> int | None:
    """Return the place after *drop-off* in *drop-off chat*, *haalmoment* in *haalmoment praten*."""
    if not line.has(i, _MOMENTS_FIRST):
        return None
    for size in (3, 2, 1):
        told = "".join(line.word(n) for n in range(i, i + size))
        if told.replace("-", "") in _MOMENTS and line.has(i + size, contact_words.TALKS | {"word"}):
            return i + size
    return None


_MOMENTS_FIRST = words.those(
    "drop dropoff pick pickup gate school home hometime door haalmoment brengmoment ophaalmoment"
)
_MOMENTS = words.those("dropoff pickup gate schoolgate hometime door haalmoment brengmoment ophaalmoment")
"""When and where people meet at school anyway."""


def _gathering(line: Line, i: int) -> int | None:
    """Return the place after *inloopochtend*, *koffie-inloop*, *thema-avond*: parents come to the school.

    Where another way of contact is named, that is what it is about.
    """
    word = line.word(i)
    if word.startswith("inloop") and word not in contact_words.CHANNELS:
        return i + 1
    whole, end = (f"{word}{line.word(i + 2)}", i + 3) if line.hyphen(i + 1) else (word, i + 1)
    last = next((each for each in _GATHERED if whole.endswith(each)), "")
    front = whole.removesuffix(last).removesuffix("s")
    if not last or not {front, front.removeprefix("ouder")} & _WITH_PARENTS or is_known(whole):
        return None
    ways = contact_words.TALKS | contact_words.CHANNELS.keys()
    return None if any(line.has(n, ways) for n in range(len(line)) if not i <= n < end) else end


_GATHERED = ("ochtend", "middag", "avond", "inloop")
_WITH_PARENTS = words.those(
    "koffie thee ouder ouders gezin familie kijk info informatie thema praat contact ontmoeting kennismaking "
    "start klassen groep groeps presentatie rapport rapporten gesprek gesprekken gespreks spreek advies "
    "tienminuten terugkom"
)
"""What a gathering at the school with parents is called after; a *meeloopochtend* or *filmavond* is none."""


def _given_along(line: Line, i: int) -> int:
    """Return the place behind *mee in de tas*, *mee naar huis*: how what is written gets home."""
    into = line.skip(line.maybe(i, {"mee", "meegeven"}), {"in", "naar"})
    bag = line.skip(into, contact_words.POSSESSIVES)
    home = line.has(into, {"huis"}) and line.has(into - 1, {"naar"})
    if into > i and (home or (line.has(into - 1, {"in"}) and line.has(bag, _BAGS))):
        return line.maybe((into if home else bag) + 1, {"mee", "meegeven"})
    return line.maybe(i, {"meegeven"})


_BAGS = words.those("tas schooltas rugzak rugtas tasje bag luizenzak gymtas")


def _is_somebody_elses(line: Line, i: int) -> bool:
    """Return whether a letter is no way of contact: *brief van jeugdzorg*, *brief call*."""
    sender = line.skip(i + 1, contact_words.POSSESSIVES)
    sent = line.has(i, {"van", "from"}) and line.look(sender, role_words.ROLES) != role_words.TEACHER
    return sent or line.has(i, contact_words.CHANNELS.keys() | contact_words.TALKS)

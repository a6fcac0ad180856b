"""Tell a talk from words that only sound like one: *ik spreek moeder*, *zitten we samen*."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import MANNERS
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.known_names import KnownNames
from store.planline.people import person
from store.planline.segment import Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.way_in_a_word import behind_a_particle, not_small


def _between_people(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether people stand right before and behind: *ik spreek moeder*."""
    near = (person(line, at, known) for at in range(max(0, i - 3), i))
    before = line.has(i - 1, {"wij", "we"}) or any(role and end == i for role, end in near)
    behind = line.skip(i + 1, contact_words.POSSESSIVES | contact_words.WITH)
    role, end = person(line, i + 1, known)
    if role and _somebody(line, end, known):
        # *zie ik jullie op school*
        return True
    # *I'd like to see gran*
    wished = line.has(i, {"see"}) and line.has(i - 1, {"to"}) and line.has(i - 2, _WISHED)
    return (before or wished) and _somebody(line, behind, known)


_WISHED = words.those("like love want wants need needs")


def _somebody(line: Line, at: int, known: KnownNames) -> bool:
    """Return whether a person stands there, or *him*, which ends what is said of people."""
    behind = line.token(at + 1)
    ends = behind is None or behind.kind != "word" or line.has(at + 1, _BEFORE_WHEN | PARTING | {"in", "at"})
    return bool(person(line, at, known)[0]) or (line.has(at, role_words.HIM_OR_HER) and ends)


def _together_with_us(line: Line, i: int) -> bool:
    """Return whether *we* and *elkaar* or *samen* stand beside it: *zitten we samen*, *we zien elkaar*."""
    ours = {"wij", "we"}
    beside = line.has(i + 1, ours) or line.has(i - 1, ours)
    return beside and any(line.has(n, {"elkaar", "samen", "together"}) for n in range(i + 1, i + 4))


def talk_at(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *gesprek*, *meet up*, *we zien elkaar*: people talk, and where is not said."""
    if (of_three := three_way(line, i)) > i and line.has(of_three, contact_words.TALKS):
        return Segment(SegmentKind.TALK, i, of_three + 1)
    return None if _is_agreed(line, i) or _is_beside(line, i) else _talk(line, i, known)


def _talk(line: Line, i: int, known: KnownNames) -> Segment | None:
    if line.has(i, {"meet", "meeting"}) and line.has(up := i + 1 + line.hyphen(i + 1), {"up"}):
        return Segment(SegmentKind.TALK, i, up + 1)
    dated = line.has(i - 1, words.THE) and line.has(i + 2, words.MONTHS.keys())
    if line.has(i + 1, _BY_CHECKING.get(line.word(i), ())) and not dated:
        return Segment(SegmentKind.TALK, i, i + 2)
    counted = line.number(i - 1) is not None or line.has(i - 1, words.NUMBERS.keys())
    meets = line.has(i, {"meets"}) and (line.token(i + 1) is None or line.has(i + 1, _BEHIND_MEETING))
    if meets or (counted and line.has(i, {"visits"})):
        return Segment(SegmentKind.TALK, i, i + 1)
    if line.has(i, words.WITHIN) and _comes_in(line, i, known):
        return Segment(SegmentKind.TALK, i, i + 1)
    towards = line.maybe(i + 1, {"to"})
    led = line.maybe(line.skip(i + 1, _JUST), {"to", "with", "met"})
    whom = line.skip(led, contact_words.POSSESSIVES)
    if line.has(i, _SPEAKING) and whom > i + 1 and _somebody(line, whom, known):
        return Segment(SegmentKind.TALK, i, towards)
    meets = line.has(i, step_words.MEETING_VERBS)
    if meets and (_between_people(line, i, known) or _together_with_us(line, i)):
        return Segment(SegmentKind.TALK, i, i + 1)
    if line.has(i, step_words.COMING_VERBS) and any(
        line.phrase(i + 1, where) for where in contact_words.PLACES
    ):
        return None
    comes = meets or line.has(i, {"come", "comes"})
    if comes and (end := _is_all_that_is_said(line, i, known)) is not None:
        return Segment(SegmentKind.TALK, i, end)
    if line.has(i, {"word"}) and _is_had(line, i, known):
        return Segment(SegmentKind.TALK, i, i + 1)
    numbered = line.number(i) is not None and line.has(i + 1, words.DASH)
    j = i + 2 if numbered else i
    if line.hyphen(i + 1) and f"{line.word(i)}-{line.word(i + 2)}" in contact_words.TALKS:
        return Segment(SegmentKind.TALK, i, i + 3)
    small = not_small(line.word(j)) in contact_words.TALKS
    talk = line.has(j, contact_words.TALKS) or small or behind_a_particle(line.word(j)) in _TALKING
    talk = talk and j == i
    if talk or line.word(j).endswith(contact_words.TALK_END):
        return Segment(SegmentKind.TALK, i, j + 1)
    return None


def three_way(line: Line, i: int) -> int:
    """Return the place after *three-way*: pupil, parents and teacher; the same place where it isn't there."""
    way = line.maybe(i + 1, {"-"})
    three = line.number(i) == _THREE or line.look(i, words.NUMBERS) == _THREE
    return way + 1 if three and line.has(way, {"way"}) else i


_THREE = 3


def _comes_in(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether *moeder loopt maandag even binnen* ends there; *binnen een week* tells when."""
    counts = line.number(i + 1) is not None or line.has(i + 1, words.NUMBERS.keys() | words.ARTICLES)
    verb = next(
        (n for n in range(i - 1, max(-1, i - _FAR), -1) if line.has(n, step_words.COMING_VERBS)), None
    )
    if verb is None or counts or line.has(i + 1, words.THE):
        return False
    ends = (person(line, n, known) for n in range(max(0, verb - 3), verb))
    behind = line.skip(verb + 1, contact_words.POSSESSIVES)
    return any(role and end == verb for role, end in ends) or bool(person(line, behind, known)[0])


_FAR = 9
"""Words between a verb and the end of it."""


def _is_agreed(line: Line, i: int) -> bool:
    """Return whether *spreken ze zelf af* stands there: they agree on something, and that is no talk."""
    end = next((n for n in range(i, len(line)) if line.has(n, {",", ";", "."})), len(line))
    return line.has(i, words.those("spreek spreekt spreken")) and line.has(end - 1, {"af"})


def _is_beside(line: Line, i: int) -> bool:
    """Return whether *langs de lijn* stands there, which is where people are; *langs de klas* is a visit."""
    return line.has(i, {"langs"}) and line.has(i + 1, words.THE) and not line.has(i + 2, {"school", "klas"})


def _is_had(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether *a word*, *a quick word* stands there, which people have with somebody."""
    whom = line.skip(i + 2, contact_words.POSSESSIVES)
    if not line.has(i + 1, contact_words.WITH) or not person(line, whom, known)[0]:
        return False
    at = i - 1
    while line.has(at, MANNERS):
        at -= 1
    return at < i - 1 or line.has(at, words.ARTICLES | {"few"})


_SPEAKING = words.those(
    "speak speaks talk talks chat chats spreek spreekt praat praten spreken overleg overlegt"
)
"""With somebody behind it this is a talk: *speak to mum*, *praat met vader*."""
_JUST = words.those("even eventjes kort dan wel nog just briefly")
_BY_CHECKING = {
    **dict.fromkeys(step_words.CHECKING, ("in", "up")),
    **dict.fromkeys(("catch", "catches"), ("up",)),
}
"""*Checks in with mum*, *catch up with dad*: to hear how it goes."""


def _is_all_that_is_said(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the place after *zien*, *see you*, where a clause says no more besides who and when.

    In *kamer zien 2 feb* and *zien hoe het gaat* it is what for.
    """
    begin = next((n for n in range(i, 0, -1) if line.has(n - 1, PARTING)), 0)
    after = next((n for n in range(i, len(line)) if line.has(n, PARTING)), len(line))
    if line.has(i, step_words.COMING_VERBS) and not any(line.has(n, _NAMING_A_WAY) for n in range(len(line))):
        # *moeder komt, de week na rapport 1*
        after = len(line)
    dated = any(line.number(n) is not None or line.has(n, _WHEN_WORDS) for n in range(begin, after))
    if not dated or not _tells_who_and_when(line, begin, i, known):
        return None
    end = line.skip(i + 1, _EACH_OTHER)
    if line.has(end, _MET_AT) and line.has(end - 1, {"op", "at", "in", "naar", "to"}):
        # *komt op school* tells where
        end -= 1
    role, behind = person(line, line.skip(end, contact_words.POSSESSIVES | contact_words.WITH), known)
    at = _behind_own(line, behind) if role else line.maybe(end, role_words.HIM_OR_HER)
    ends = line.token(at) is None or line.has(at, PARTING)
    place = line.has(at, {"op", "at", "bij", "in", "naar", "to"}) and line.has(
        line.skip(at + 1, words.THE), _MET_AT
    )
    at = line.skip(at, _BEFORE_WHEN)
    day = line.token(at)
    timed = (day is not None and day.value >= 0) or line.has(at, _WHEN_WORDS | words.ORDINALS.keys())
    counted = line.has(at, words.ARTICLES | words.NUMBERS.keys())
    timed = timed or (counted and line.has(at + 1, words.UNITS.keys() | {"fortnight"}))
    return end if ends or place or timed else None


def _behind_own(line: Line, at: int) -> int:
    """Return the place after *alone*, *on her own* behind somebody."""
    own = line.skip(at + 1, contact_words.POSSESSIVES)
    if line.has(at, {"on"}) and line.has(own, {"own"}):
        return own + 1
    by = line.has(at, {"by"}) and line.has(at + 1, step_words.SELF)
    return at + 2 if by else line.maybe(at, {"alone"})


def _tells_who_and_when(line: Line, begin: int, end: int, known: KnownNames) -> bool:
    """Return whether only people and days stand there."""
    at = begin
    while at < end:
        role, behind = person(line, at, known)
        small = line.number(at) is not None or line.has(at, _AROUND_A_MEETING | contact_words.POSSESSIVES)
        if not role and not small:
            return False
        at = behind if role else at + 1
    return True


PARTING = words.AND | {",", ";", ".", "!"}
_NAMING_A_WAY = contact_words.CHANNELS.keys() | contact_words.TALKS | {"school", "thuis", "home"}
_EACH_OTHER = words.those("elkaar each other you je jullie u we wij again weer them") | (
    purpose_words.FILLERS - {"her", "haar"}
)
_BEFORE_WHEN = (
    words.DURING | words.BEFORE | words.AFTER | words.AROUND | words.AT | words.THE | words.WHICH.keys()
    | words.EVERY | words.DIRECTLY | {"op", "on", "over"}
)  # fmt: skip
_WHEN_WORDS = (
    words.MONTHS.keys() | words.WEEKDAYS.keys() | words.UNITS.keys() | words.PERIODS.keys() | words.REPORT
    | words.NEAR_DAYS.keys() | words.HOLIDAYS.keys() | words.HOLIDAY_WORDS | words.WEEK_WORDS | {"fortnight"}
)  # fmt: skip
_AROUND_A_MEETING = _EACH_OTHER | _BEFORE_WHEN | _WHEN_WORDS | words.those("dan then van of or either ik i")
_MET_AT = words.those("school class klas hen ons")


_BEHIND_MEETING = (
    words.WEEKDAYS.keys() | words.DURING | words.AT | words.EVERY | words.BEFORE | words.AFTER
    | contact_words.WITH | {"on", ",", "early", "late", "next", "this"}
)  # fmt: skip


_TALKING = words.those("praten kletsen babbelen")
"""To sit together and talk, behind a particle too; *bespreken* says what for."""

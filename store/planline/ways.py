"""Read the ways of contact in a line: by a word, a place, a talk, or a name of their own."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from store.domain import role_words
from store.domain.plan import BY_SCREEN, MANNERS, Channel
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.people import KnownNames, person
from store.planline.segment import Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.typos import is_known


def _between_people(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether people stand right before and behind: *ik spreek moeder*."""
    near = (person(line, at, known) for at in range(max(0, i - 3), i))
    before = line.has(i - 1, {"wij", "we"}) or any(role and end == i for role, end in near)
    behind = line.skip(i + 1, contact_words.POSSESSIVES | contact_words.WITH)
    role, end = person(line, i + 1, known)
    if role and person(line, end, known)[0]:
        # *zie ik jullie op school*
        return True
    return before and bool(person(line, behind, known)[0])


def _together_with_us(line: Line, i: int) -> bool:
    """Return whether *we* and *elkaar* or *samen* stand beside it: *zitten we samen*, *we zien elkaar*."""
    ours = {"wij", "we"}
    beside = line.has(i + 1, ours) or line.has(i - 1, ours)
    return beside and any(line.has(n, {"elkaar", "samen", "together"}) for n in range(i + 1, i + 4))


def way_of_contact(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read a way of contact, with *voor* before it: *langskomen voor een praatje*, *nodigt uit voor*."""
    meeting = line.skip(i + 1, words.ARTICLES)
    ends = line.token(meeting + 1) is None or line.has(meeting + 1, {",", ";"})
    invited = line.has(i - 1, {"uit"}) and any(line.has(n, {"nodigt", "nodigen"}) for n in range(i))
    if line.has(i, {"voor", "for"}) and (meeting > i + 1 or ends or invited):
        said = _way(line, meeting, known)
        return replace(said, at=i) if said and said.kind is not SegmentKind.PLACE else None
    return _way(line, i, known)


def other_way(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the place after *niet appen maar*, *geen mail*: ways that are not taken, beside one that is."""
    deny = line.maybe(i, {"stuur", "send"})
    instead = next((phrase for phrase in _INSTEAD if line.phrase(i, phrase)), ())
    deny += max(0, len(instead) - 1)
    if not instead and not line.has(deny, {"niet", "geen", "not", "no"}):
        return None
    denied, end, at = [], i, line.skip(deny + 1, words.ARTICLES)
    while (way := way_of_contact(line, at, known)) is not None and way.kind in _WAYS:
        denied.append((way.kind, way.channel))
        end, at = way.end, line.skip(way.end, words.OR | words.AND | {"niet", "geen"})
        if instead and at == end:
            break
    but = line.skip(end, {",", "maar", "but", "wel"})
    if line.has(but, {"anders", "otherwise"}) and any(line.has(n, _CONDITIONS) for n in range(i)):
        # *als het goed gaat geen mail, anders bellen*: what follows is on another condition
        return None
    last = line.token(end) is None and line.has(i - 1, {",", ";"} | words.AND)
    taken = range(but, len(line)) if but > end else range(i) if last else ()
    if instead:
        # the way that is taken may stand on either side
        taken = (*range(i), *range(end, len(line)))
    others = (n for n in taken if line.has(n, contact_words.CHANNELS.keys() | contact_words.TALKS))
    other = next((found for n in others if (found := way_of_contact(line, n, known)) is not None), None)
    differs = denied and other is not None and (other.kind, other.channel) not in denied
    return but if differs and not _for_somebody_else(line, i, but, known) else None


_CONDITIONS = words.those("als indien wanneer wnr if when")


_INSTEAD = (("instead", "of"), ("in", "plaats", "van"), ("ipv",), ("i.p.v",), ("rather", "than"))
"""Before a way of contact: another one is taken."""


def _for_somebody_else(line: Line, i: int, behind: int, known: KnownNames) -> bool:
    """Return whether *vader niet mailen, moeder bellen* stands there: the one way is for one of two."""
    before = any(role and end == i for role, end in (person(line, n, known) for n in range(max(0, i - 3), i)))
    return before and bool(person(line, line.skip(behind, contact_words.POSSESSIVES), known)[0])


_WAYS = (SegmentKind.CHANNEL, SegmentKind.TALK)


def _way(line: Line, i: int, known: KnownNames) -> Segment | None:
    found = _hyphenated(line, i) or _by_a_phrase(line, i, known) or _given(line, i) or _fronted_talk(line, i)
    found = found or _given_to_somebody(line, i, known)
    if found is not None:
        return found
    if not _is_told_about(line, i) and (channel := _by_a_word(line, i)) is not None:
        return Segment(SegmentKind.CHANNEL, i, line.maybe(i + 1, {"."}), channel=channel)
    if (parted := _parted(line, i)) is not None:
        return parted
    return _talk(line, i, known)


def _by_a_phrase(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *home visit*, *op school*: a way or a place by up to three words."""
    for size in (3, 2, 1):
        phrase, behind = _words_joined(line, i, size)
        if (channel := contact_words.PHRASES.get(phrase)) is not None:
            end = _into_school(line, behind) if channel is Channel.VISIT else behind
            return Segment(SegmentKind.CHANNEL, i, end, channel=channel)
        alone = line.has(i - 1, {"zelf"}) or line.has(behind, {"zelf"})
        told = phrase == ("online",) and _of_a_thing(line, i)
        told = told or (phrase in _AT_HOME and _is_done_there(line, i, behind, known))
        noun = line.token(behind)
        told = told or (
            size > _TWO
            and phrase[0] == "in"
            and noun is not None
            and noun.kind == "word"
            and not is_known(noun.word)
        )
        if not alone and not told and (channel := contact_words.PLACES.get(phrase)) is not None:
            return Segment(SegmentKind.PLACE, i, behind, channel=channel)
    return None


def _words_joined(line: Line, i: int, size: int) -> tuple[tuple[str, ...], int]:
    """Return so many words from this place, a hyphen between them left out, and the place after them."""
    found, at = [line.word(i)], i + 1
    while len(found) < size:
        at += line.hyphen(at)
        found.append(line.word(at))
        at += 1
    return tuple(found), at


_TWO = 2
_AT_HOME = (("thuis",), ("at", "home"))


def _is_done_there(line: Line, i: int, end: int, known: KnownNames) -> bool:
    """Return whether *thuis* tells where something is done, and not where people meet: *lezen thuis*.

    So it is beside a word that nobody knows, where no talk and no other way is named, and in a sentence
    about what somebody does: *Bas leest elke avond thuis*.
    """
    if _somebody_does(line, i, known):
        return True
    ways = contact_words.TALKS | contact_words.CHANNELS.keys()
    if any(line.has(n, ways) or line.word(n).endswith(contact_words.TALK_END) for n in range(len(line))):
        return False
    return any(_is_a_thing(line, n, known) for n in (i - 1, end))


def _somebody_does(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether somebody and a verb of no contact stand in the part of the line around this place."""
    begin = next((n for n in range(i, 0, -1) if line.has(n - 1, _PARTING)), 0)
    after = next((n for n in range(i, len(line)) if line.has(n, _PARTING)), len(line))
    ways = contact_words.TALKS | contact_words.CHANNELS.keys() | step_words.COMING_VERBS
    if any(line.has(n, ways) for n in range(begin, after)):
        return False
    often = any(line.has(n, words.EVERY | words.FREQUENCIES.keys()) for n in range(begin, after))
    for n in range(begin, after):
        role, end = person(line, n, known)
        if role and (_does(line, end) or (n > begin and _does(line, n - 1))):
            return True
        if often and line.word(n).endswith("en") and not is_known(line.word(n)):
            # *elke avond thuis lezen*
            return True
    return False


def _does(line: Line, i: int) -> bool:
    """Return whether a verb of no contact stands there: *leest*, *oefenen*, *is*."""
    word = line.word(i)
    return line.has(i, _STAYING) or (word.endswith(("t", "en", "s")) and not is_known(word))


_STAYING = words.those("is zijn blijft blijven woont slaapt are stays lives")


def _is_a_thing(line: Line, n: int, known: KnownNames) -> bool:
    token = line.token(n)
    if token is None or token.kind != "word" or is_known(token.word):
        return False
    return not any(role and at <= n < stop for at in (n - 1, n) for role, stop in [person(line, at, known)])


def _into_school(line: Line, i: int) -> int:
    """Return the place after *to class*, *school* behind *pop in*, *drop by*: where they come to."""
    at = line.skip(line.maybe(i, {"to", "at", "in", "into"}), words.THE)
    ends = line.token(at + 1) is None or not line.has(at + 1, contact_words.CHANNELS.keys() | {"'s"})
    return at + 1 if line.has(at, {"school", "class", "classroom"}) and ends else i


def _hyphenated(line: Line, i: int) -> Segment | None:
    """Read *drop-in*, *WhatsApp-belletje*: what a hyphen joins is one word, and its last part says what."""
    if not (line.has(i + 1, words.DASH) and line.glued(i + 1) and line.glued(i + 2)):
        return None
    channel = contact_words.PHRASES.get((line.word(i), line.word(i + 2)))
    channel = channel or _by_a_word_of(f"{line.word(i)}{line.word(i + 2)}")
    if channel is None and line.has(i, contact_words.CHANNELS.keys()):
        channel = _by_a_word(line, i + 2)
    return Segment(SegmentKind.CHANNEL, i, i + 3, channel=channel) if channel else None


def _given(line: Line, i: int) -> Segment | None:
    """Read *give them a ring*, *give us a shout*: a call by its noun."""
    if not line.has(i, {"give", "gives", "drop", "drops"}):
        return None
    whom = line.skip(i + 1, _THEM)
    noun = line.skip(whom, words.ARTICLES | MANNERS)
    if whom == i + 1 or noun == whom:
        return None
    channel = line.look(noun, _GIVEN) or line.look(noun, contact_words.CHANNELS)
    return Segment(SegmentKind.CHANNEL, i, noun + 1, channel=channel) if channel else None


def _given_to_somebody(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *a bell* in *give mum a bell*, *a line* in *drop mum and dad a line*: a call by its noun."""
    channel, at = line.look(i, _GIVEN), i - 1
    while line.has(at, MANNERS):
        at -= 1
    if channel is None or not line.has(at, words.ARTICLES):
        return None
    verb = next((n for n in range(at - 1, max(-1, at - 8), -1) if line.has(n, step_words.GIVING)), at)
    n = verb + 1
    while n < at:
        role, end = person(line, n, known)
        if not role and not line.has(n, _PARTING | contact_words.POSSESSIVES):
            return None
        n = end if role else n + 1
    return Segment(SegmentKind.CHANNEL, i, i + 1, channel=channel) if verb + 1 < at else None


_THEM = words.those("them him her us me you")
_GIVEN = {**dict.fromkeys(words.those("ring bell buzz shout tinkle"), Channel.PHONE), "line": Channel.MESSAGE}


def _parted(line: Line, i: int) -> Segment | None:
    """Read *face time*, *whats app*, *tele foon*: one word that was typed as two."""
    if line.number(i) is not None or not line.word(i + 1) or line.glued(i + 1) or line.has(i, _NO_FRONTS):
        return None
    channel = contact_words.CHANNELS.get(f"{line.word(i)}{line.word(i + 1)}")
    return Segment(SegmentKind.CHANNEL, i, i + 2, channel=channel) if channel else None


def _by_a_word(line: Line, i: int) -> Channel | None:
    plain = line.word(i).replace("'", "")
    return line.look(i, contact_words.CHANNELS) or contact_words.CHANNELS.get(plain) or _by_its_ending(plain)


def _by_a_word_of(whole: str) -> Channel | None:
    return contact_words.CHANNELS.get(whole) or (_by_its_ending(whole) if not is_known(whole) else None)


def _is_told_about(line: Line, i: int) -> bool:
    """Return whether a word for a way of contact is none here: *digitaal portfolio*, *app installeren*."""
    thing = _of_a_thing(line, i)
    if line.has(i, {"digitaal", "video"}) and thing:
        return True
    if line.has(i, {"app"}) and (_is_put_to_use(line, i) or (thing and _of_a_thing(line, i - 2))):
        return True
    if _is_an_idiom(line, i):
        return True
    bell = line.has(i, {"bel"}) and line.has(i - 1, {"de", "een"})
    return bell or calls_in(line, i) or _fronts_a_word(line, i)


def _is_an_idiom(line: Line, i: int) -> bool:
    """Return whether *call it a check-in*, *ring the alarm bell* stands there, which are no calls."""
    if line.has(i, {"call", "calls", "calling"}):
        return line.has(i + 1, {"it", "that"})
    at = line.maybe(line.skip(i + 1, words.THE | words.ARTICLES), {"alarm"})
    return line.has(i, {"ring", "rings"}) and line.has(at, {"bell", "bells"})


def _talk(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *gesprek*, *meet up*, *we zien elkaar*: people talk, and where is not said."""
    if line.has(i, {"meet", "meeting"}) and line.has(up := i + 1 + line.hyphen(i + 1), {"up"}):
        return Segment(SegmentKind.TALK, i, up + 1)
    dated = line.has(i - 1, words.THE) and line.has(i + 2, words.MONTHS.keys())
    if line.has(i + 1, _BY_CHECKING.get(line.word(i), ())) and not dated:
        return Segment(SegmentKind.TALK, i, i + 2)
    if line.has(i, {"meets"}) and (line.token(i + 1) is None or line.has(i + 1, _BEHIND_MEETING)):
        return Segment(SegmentKind.TALK, i, i + 1)
    towards = line.maybe(i + 1, {"to"})
    led = line.maybe(line.skip(i + 1, _JUST), {"to", "with", "met"})
    whom = line.skip(led, contact_words.POSSESSIVES)
    if line.has(i, _SPEAKING) and whom > i + 1 and person(line, whom, known)[0]:
        return Segment(SegmentKind.TALK, i, towards)
    meets = line.has(i, step_words.MEETING_VERBS)
    if meets and (_between_people(line, i, known) or _together_with_us(line, i)):
        return Segment(SegmentKind.TALK, i, i + 1)
    if line.has(i, step_words.COMING_VERBS) and any(
        line.phrase(i + 1, where) for where in contact_words.PLACES
    ):
        return None
    if meets and (end := _is_all_that_is_said(line, i, known)) is not None:
        return Segment(SegmentKind.TALK, i, end)
    if line.has(i, {"word"}) and _is_had(line, i, known):
        return Segment(SegmentKind.TALK, i, i + 1)
    numbered = line.number(i) is not None and line.has(i + 1, words.DASH)
    j = i + 2 if numbered else i
    if line.hyphen(i + 1) and f"{line.word(i)}-{line.word(i + 2)}" in contact_words.TALKS:
        return Segment(SegmentKind.TALK, i, i + 3)
    small = _not_small(line.word(j)) in contact_words.TALKS
    talk = line.has(j, contact_words.TALKS) or small or _behind_a_particle(line.word(j)) in _TALKING
    talk = talk and j == i
    if talk or line.word(j).endswith(contact_words.TALK_END):
        return Segment(SegmentKind.TALK, i, j + 1)
    return None


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
    begin = next((n for n in range(i, 0, -1) if line.has(n - 1, _PARTING)), 0)
    after = next((n for n in range(i, len(line)) if line.has(n, _PARTING)), len(line))
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
    at = _behind_own(line, behind) if role else end
    ends = line.token(at) is None or line.has(at, _PARTING)
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


_PARTING = words.AND | {",", ";", ".", "!"}
_NAMING_A_WAY = contact_words.CHANNELS.keys() | contact_words.TALKS | {"school", "thuis", "home"}
_EACH_OTHER = words.those("elkaar each other you je jullie u we wij again weer them") | purpose_words.FILLERS
_BEFORE_WHEN = (
    words.DURING | words.BEFORE | words.AFTER | words.AROUND | words.AT | words.THE | words.WHICH.keys()
    | words.EVERY | words.DIRECTLY | {"op", "on", "over"}
)  # fmt: skip
_WHEN_WORDS = (
    words.MONTHS.keys() | words.WEEKDAYS.keys() | words.UNITS.keys() | words.PERIODS.keys() | words.REPORT
    | words.NEAR_DAYS.keys() | words.HOLIDAYS.keys() | words.HOLIDAY_WORDS | words.WEEK_WORDS | {"fortnight"}
)  # fmt: skip
_AROUND_A_MEETING = _EACH_OTHER | _BEFORE_WHEN | _WHEN_WORDS | words.those("dan then van of ik i")
_MET_AT = words.those("school class klas hen ons")


_BEHIND_MEETING = (
    words.WEEKDAYS.keys() | words.DURING | words.AT | words.EVERY | words.BEFORE | words.AFTER
    | contact_words.WITH | {"on", ",", "early", "late", "next", "this"}
)  # fmt: skip
_MADE = words.those("van voor maken maakt kijken bekijken opnemen of for make")


def _of_a_thing(line: Line, i: int) -> bool:
    """Return whether the word behind says what is digital: *digitaal portfolio*, *video van de les*."""
    token = line.token(i + 1)
    unknown = token is not None and token.kind == "word" and not is_known(token.word)
    return unknown or line.has(i + 1, _MADE)


def _is_put_to_use(line: Line, i: int) -> bool:
    """Return whether what is done with an app ends the clause: *app installeren*, *app uitleggen 12 nov*."""
    word, ends = line.word(i + 1), line.token(i + 2) is None or line.has(i + 2, {",", ";", "."})
    ends = (
        ends
        or line.number(i + 2) is not None
        or line.has(i + 2, words.DAY_NAMES.keys() | words.NEAR_DAYS.keys() | words.BEFORE | words.AFTER)
    )
    done = word.endswith("eren") or word.startswith(contact_words.VERB_FRONTS)
    return ends and done and word.endswith("en") and not is_known(word)


def _fronted_talk(line: Line, i: int) -> Segment | None:
    """Read *tele gesprek*, *beeld overleg*: the front of a way of contact, apart from its talk."""
    word = line.word(i)
    if is_known(word) or word in MANNERS or not line.has(i + 1, contact_words.TALKS):
        return None
    if len(word) <= _SHORT_FRONT:
        return None
    channel = _shortened(word)
    return Segment(SegmentKind.CHANNEL, i, i + 2, channel=channel) if channel else None


def _fronts_a_word(line: Line, i: int) -> bool:
    """Return whether it is the front of another word: *mail-adres*, and no *bel-afspraak*."""
    joined = line.glued(i + 1) and line.glued(i + 2) and line.has(i + 1, {"-"})
    whole = f"{line.word(i)}{line.word(i + 2)}"
    meeting = whole in contact_words.CHANNELS or whole.endswith(contact_words.MEETING_ENDS)
    return joined and bool(line.word(i + 2)) and not meeting and line.word(i) != "e"


def calls_in(line: Line, i: int) -> bool:
    """Return whether *belt in* tells how somebody joins a talk that has a place of its own."""
    ends = line.token(i + 2) is None or line.has(i + 2, {",", ";", "."} | {"vanuit", "from", "via", "per"})
    before = contact_words.CHANNELS.keys() - step_words.CONTACT_VERBS
    talk = any(line.has(n, contact_words.TALKS) or (n < i and line.has(n, before)) for n in range(len(line)))
    return talk and ends and line.has(i, {"belt", "bellen", "calls", "dials"}) and line.has(i + 1, {"in"})


def means_a_way(word: str) -> bool:
    """Return whether one word names a way of contact, known or put together: *videobellen*, *weekmail*."""
    return word in contact_words.CHANNELS or _by_its_ending(word) is not None


def _by_its_ending(word: str) -> Channel | None:
    """Return the channel of a compound: *spraakberichtje*, *weekmail*."""
    if (whole := _not_small(word)) and (channel := contact_words.CHANNELS.get(whole)) is not None:
        return channel
    if (stem := word.removesuffix("en")) != word and stem in _ENGLISH_VERBS:
        # *callen*, *texten*
        return contact_words.CHANNELS[stem]
    for end in contact_words.MEETING_ENDS:
        if (channel := contact_words.CHANNELS.get(word.removesuffix(end))) is not None and word.endswith(end):
            return channel
    if word.startswith("langs") and word.endswith("en") and len(word) > len("langsen"):
        # *langswippen*, *langsfietsen*: to drop in, by whatever verb
        return Channel.VISIT
    if (verb := _behind_a_particle(word)) in step_words.CONTACT_VERBS | step_words.INFINITIVES:
        return contact_words.CHANNELS.get(verb)
    if (verb := next((each for each in _CALLS if word.endswith(each)), "")) and (
        fronted := _shortened(word.removesuffix(verb))
    ):
        # *facebellen*, *appbellen*: a call by whatever its front is short for
        return fronted if fronted is Channel.VIDEO else Channel.PHONE
    if len(word) >= _FRONT_ALONE and not is_known(word) and (cut_off := _shortened(word)):
        # *beeldbel*, *videob*: broken off in haste
        return cut_off
    if word.endswith(_SMALL_CALLS) and _shortened(word[: -len(_SMALL_CALLS)]) is Channel.VIDEO:
        # *beeldbelletje*
        return Channel.VIDEO
    return next(
        (found for end, found in contact_words.ENDINGS.items() if word.endswith(end) and word != end), None
    )


_ENGLISH_VERBS = words.those("call text phone message")


_NO_FRONTS = (
    purpose_words.SMALL | purpose_words.FILLERS | contact_words.PARTICLES | contact_words.CHANNELS.keys()
)
"""Words that say something of their own before a way of contact."""


def _not_small(word: str) -> str:
    """Return the word that *belmomentje*, *huisbezoekjes* is small for; empty when it is not small."""
    small = word.removesuffix("s").removesuffix("je")
    return small if small != word and word.removesuffix("s").endswith("je") else ""


_CALLS = ("bellen", "belt")
_SMALL_CALLS = "belletje"


@cache
def _shortened(front: str) -> Channel | None:
    """Return the way of contact that a front of three letters or more is short for: *tele*, *face*, *app*."""
    meant = {way for word, way in contact_words.CHANNELS.items() if word.startswith(front)}
    return meant.pop() if len(front) >= _SHORT_FRONT and len(meant) == 1 else None


_SHORT_FRONT = 3
_FRONT_ALONE = 6
"""Letters of a front that can stand alone: *beeld* and *video* are words of their own."""


def _behind_a_particle(word: str) -> str:
    """Return the verb of *nabellen*, *bijpraten*; empty when it begins with no particle."""
    begun = next((each for each in contact_words.PARTICLES if word.startswith(each)), None)
    return word.removeprefix(begun) if begun else ""


_TALKING = words.those("praten kletsen babbelen")
"""To sit together and talk, behind a particle too; *bespreken* says what for."""

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
    into = named_channel(line, line.skip(at + 1, contact_words.POSSESSIVES))
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
            return Segment(SegmentKind.CHANNEL, i, end, channel=channel, name=line.between(i, end))
    return None


def _tells_of_something_else(line: Line, phrase: tuple[str, ...], end: int) -> bool:
    """Return whether *brief van jeugdzorg*, *after pick-up he goes to bso* stands there."""
    if phrase[0] in words.BEFORE | words.AFTER and line.has(end, _SUBJECTS):
        return True
    return phrase[-1].endswith("brief") and _is_somebody_elses(line, end)


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

"""Read the ways of contact in a line: by a word, a phrase, a place or a talk."""

from __future__ import annotations

from dataclasses import replace

from store.domain.plan import BY_SCREEN, MANNERS, Channel
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.attendance import WAYS_ALONE, calls_in
from store.planline.known_names import KnownNames
from store.planline.people import person
from store.planline.segment import Segment, SegmentKind
from store.planline.talks import PARTING, talk_at
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.way_in_a_word import SHORT_FRONT, by_its_ending, shortened


def way_of_contact(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read a way of contact, with *voor* before it: *langskomen voor een praatje*, *nodigt uit voor*."""
    meeting = line.skip(i + 1, words.ARTICLES)
    ends = line.token(meeting + 1) is None or line.has(meeting + 1, {",", ";"})
    invited = line.has(i - 1, {"uit"}) and any(line.has(n, {"nodigt", "nodigen"}) for n in range(i))
    if line.has(i, {"voor", "for"}) and (meeting > i + 1 or ends or invited):
        said = _way(line, meeting, known)
        return replace(said, at=i) if said and said.kind is not SegmentKind.PLACE else None
    there = line.skip(i + 1, {"er"} | words.ARTICLES)
    turned = line.has(i + 1, {"er"}) and there > i + 2
    if line.has(i, step_words.COMING_VERBS) and (turned or (line.has(i - 1, {"er"}) and meeting > i + 1)):
        # *er komt een gesprek*, *komt er een gesprek*
        meeting = there if turned else meeting
        said = _way(line, meeting, known)
        return replace(said, at=i) if said else None
    return _way(line, i, known)


def other_way(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the place after *niet appen maar*, *geen mail*: ways that are not taken, beside one that is."""
    deny = line.maybe(i, {"stuur", "send"})
    instead = next((phrase for phrase in _INSTEAD if line.phrase(i, phrase)), ())
    deny += max(0, len(instead) - 1)
    if not instead and not line.has(deny, {"niet", "geen", "not", "no", "neither"}):
        return None
    denied, end, at = [], i, line.skip(deny + 1, words.ARTICLES)
    joints = words.OR | words.AND | words.ARTICLES | {"niet", "geen", "nor"}
    while (way := way_of_contact(line, at, known)) is not None and way.kind in _WAYS:
        denied.append((way.kind, way.channel))
        end, at = way.end, line.skip(way.end, joints)
        if instead and at == end:
            break
    but = line.skip(end, {",", "maar", "but", "wel", "just", "only"})
    if line.has(but, {"anders", "otherwise"}) and any(line.has(n, _CONDITIONS) for n in range(i)):
        # *als het goed gaat geen mail, anders bellen*: what follows is on another condition
        return None
    apart = line.has(i - 1, {",", ";"} | words.AND)
    # *text, not call*, *called, not mailed, in nov*; a day right behind it may be when it is not so
    last = apart and (line.token(end) is None or line.has(end, {","}))
    last = last or line.has(i - 1, contact_words.CHANNELS.keys())
    taken = (*(range(i) if last else ()), *(range(but, len(line)) if but > end else ()))
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
        end = line.maybe(i + 1, _TOGETHER if channel is Channel.MESSAGE else {"."})
        return Segment(SegmentKind.CHANNEL, i, end, channel=channel)
    if line.has(i, {"group"}) and line.has(i + 1, _WRITTEN_BY_ALL):
        return Segment(SegmentKind.CHANNEL, i, i + 2, channel=Channel.MESSAGE)
    if (parted := _parted(line, i)) is not None:
        return parted
    return talk_at(line, i, known)


_TOGETHER = words.those(". group groups thread threads")
"""Behind an app: what those who are named there write in."""
_WRITTEN_BY_ALL = words.those("chat chats text texts whatsapp message messages")


def _by_a_phrase(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *home visit*, *op school*: a way or a place by up to three words."""
    for size in (3, 2, 1):
        phrase, behind = _words_joined(line, i, size)
        if (channel := contact_words.PHRASES.get(phrase)) is not None:
            if channel is Channel.VISIT and (house := _into_their_house(line, behind)) is not None:
                return Segment(SegmentKind.CHANNEL, i, house, channel=Channel.HOME_VISIT)
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
    # *Sem leest en oefent elke avond thuis*
    begin = next((n for n in range(i, 0, -1) if line.has(n - 1, PARTING - words.AND)), 0)
    after = next((n for n in range(i, len(line)) if line.has(n, PARTING)), len(line))
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
    return line.has(i, _STAYING | step_words.STEP_VERBS) or (
        word.endswith(("t", "en", "s")) and not is_known(word)
    )


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


def _into_their_house(line: Line, i: int) -> int | None:
    """Return the place after *to the house*, *their place* behind *pop round*: the school comes to them."""
    at = line.skip(line.maybe(i, {"to", "at"}), contact_words.POSSESSIVES)
    if at == i or not line.has(at, _HOUSES | {"theirs"}):
        return None
    return (
        at + 1 if line.has(at, {"theirs"}) or at > i + 1 or line.has(i, contact_words.POSSESSIVES) else None
    )


_HOUSES = words.those("house home place flat")


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
        if not role and not line.has(n, PARTING | contact_words.POSSESSIVES):
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
    return line.look(i, contact_words.CHANNELS) or contact_words.CHANNELS.get(plain) or by_its_ending(plain)


def _by_a_word_of(whole: str) -> Channel | None:
    return contact_words.CHANNELS.get(whole) or (by_its_ending(whole) if not is_known(whole) else None)


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
    joins = (
        line.has(i, WAYS_ALONE)
        and line.has(i - 1, step_words.ATTENDING)
        and line.has(i + 1, step_words.PARTICLES)
    )
    return bell or joins or bool(calls_in(line, i)) or _fronts_a_word(line, i)


def _is_an_idiom(line: Line, i: int) -> bool:
    """Return whether *call it a check-in*, *ring the alarm bell* stands there, which are no calls."""
    if line.has(i, {"call", "calls", "calling"}):
        return line.has(i + 1, {"it", "that"})
    at = line.maybe(line.skip(i + 1, words.THE | words.ARTICLES), {"alarm"})
    return line.has(i, {"ring", "rings"}) and line.has(at, {"bell", "bells"})


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
    if word in BY_SCREEN and line.has(i + 1, contact_words.TALKS):
        # *virtual meeting*
        return Segment(SegmentKind.CHANNEL, i, i + 2, channel=Channel.VIDEO)
    if is_known(word) or word in MANNERS or not line.has(i + 1, contact_words.TALKS):
        return None
    if len(word) <= SHORT_FRONT:
        return None
    channel = shortened(word)
    return Segment(SegmentKind.CHANNEL, i, i + 2, channel=channel) if channel else None


def _fronts_a_word(line: Line, i: int) -> bool:
    """Return whether it is the front of another word: *mail-adres*, and no *bel-afspraak*."""
    joined = line.glued(i + 1) and line.glued(i + 2) and line.has(i + 1, {"-"})
    whole = f"{line.word(i)}{line.word(i + 2)}"
    meeting = whole in contact_words.CHANNELS or whole.endswith(contact_words.MEETING_ENDS)
    return joined and bool(line.word(i + 2)) and not meeting and line.word(i) != "e"


_NO_FRONTS = (
    purpose_words.SMALL | purpose_words.FILLERS | contact_words.PARTICLES | contact_words.CHANNELS.keys()
)
"""Words that say something of their own before a way of contact."""

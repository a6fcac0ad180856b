"""Tell the words that answer no question: joints, fillers, how the contact is, and what is not known."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import APART, MANNER_PHRASES, MANNERS, TURNS
from store.planline import contact_verbs, contact_words, purpose_words, step_words, words
from store.planline.condition_words import STARTERS
from store.planline.occasions import counts_one
from store.planline.role_at import is_no_day
from store.planline.segment import APART_NAME, TURNS_NAME, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.tongue import may_be_a_day
from store.planline.words import those

_WHETHER = those("het hij zij ze er dat alles hem haar we")
"""Behind *of* these make a question that is the purpose: *bellen 3 feb of het beter gaat*."""


def _asks_of_somebody(line: Line, i: int) -> bool:
    """Return whether *of opa het heeft opgehaald* stands behind a day: a question, and no other day."""
    dated = line.has(i - 1, words.MONTHS.keys() | words.WEEKDAYS.keys()) or line.number(i - 1) is not None
    dated = dated and not (line.has(i - 1, role_words.AFTER_WITH) and is_no_day(line, i - 1))
    dated = dated or line.has(i - 1, {"weten"})
    who = line.skip(i + 1, contact_words.POSSESSIVES)
    behind = line.token(who + 1)
    somebody = line.has(who, role_words.ROLES.keys()) and behind is not None and behind.kind == "word"
    return dated and somebody and not line.has(who + 1, step_words.CONTACT_VERBS)


def _called_before(line: Line, i: int) -> bool:
    """Return whether only small words part this place from a call: *bel me even terug*."""
    at = i - 1
    between = purpose_words.FILLERS | role_words.TEACHER_WORDS | role_words.ROLES.keys() | _ON_A_DAY
    while line.has(at, between) or line.number(at) is not None:
        at -= 1
    while line.has(at, {"maar", "dan"}):
        at -= 1
    return line.has(at, step_words.CONTACT_VERBS | step_words.PARENTS_AND_OBJECT | contact_verbs.ALL.keys())


_ON_A_DAY = (
    words.MONTHS.keys()
    | words.WEEKDAYS.keys()
    | words.TODAY_PARTS.keys()
    | those("in op on vandaag morgen today tomorrow")
)
_AS_AGREED = words.those("agreed discussed said afgesproken besproken gezegd")
_BEHIND_AGREEING = (
    {",", "dan", "then", "en", "we", "op", "in", "doe", "let's", "lets", "just", "so"}
    | purpose_words.PUTTING_DOWN_TOGETHER | purpose_words.AGREEING
    | contact_words.CHANNELS.keys() | contact_words.TALKS | words.MONTHS.keys() | words.WEEKDAYS.keys()
)  # fmt: skip


def says_all_is_well(line: Line, i: int) -> int | None:
    """Return the place after *geen bericht is goed bericht*, which takes nothing away."""
    for no, good, tidings in (("no", "good", {"news"}), ("geen", "goed", {"nieuws", "bericht"})):
        behind = line.maybe(i + 2, {"is", ",", "=", "betekent", "means"})
        if line.has(i, {no}) and line.has(i + 1, tidings) and line.has(behind, {good}):
            return behind + 2 if line.word(behind + 1) == line.word(i + 1) else None
    return None


def says_see_you(line: Line, i: int) -> bool:
    """Return whether *tot* stands there as it is said on parting: *top, tot 12 nov op school!*.

    That is a day on which people meet, and no last day for anything.
    """
    if not line.has(i, words.UNTIL) or line.has(i + 1, words.AND):
        return False
    before = range(i)
    agreed = any(line.has(n, purpose_words.AGREEING) for n in before)
    parting = agreed or line.has(len(line) - 1, {"!"})
    begins = all(
        line.has(n, purpose_words.AGREEING | purpose_words.FILLERS | {",", "!", "."}) for n in before
    )
    ways = contact_words.CHANNELS.keys() | step_words.CONTACT_VERBS | words.EVERY
    return parting and begins and not any(line.has(n, ways) for n in range(i, len(line)))


def takes_leave(line: Line, i: int) -> int | None:
    """Return the place after *tot dan* where it is only said on parting: *gesprek 12 nov, tot dan!*."""
    if i == 0 or not line.has(i, words.UNTIL) or not line.has(i + 1, {"dan", "then"}):
        return None
    end = line.skip(i + 2, {"!", "."})
    lasting = words.EVERY | words.FREQUENCIES.keys() | words.HABITS.keys() | words.TIMES
    dated = line.number(i - 1) is not None or line.has(i - 1, {",", ";", ".", "!"} | words.MONTHS.keys())
    lasts = any(line.has(n, lasting) for n in range(i))
    return end if end == len(line) and dated and not lasts else None


def _is_put_down(line: Line, i: int) -> bool:
    """Return whether it belongs to *zet maar neer dat we*, *schrijf even op dat* at the beginning."""
    begun = line.has(0, purpose_words.PUTTING_DOWN) and line.has(1, {"maar", "even"})
    return begun and i < line.skip(1, _ORDERED) and line.has(i, _ORDERED | purpose_words.PUTTING_DOWN)


_NEAR = 5
"""Words from *either* up to *or*."""
_PROPOSING = (
    ("how", "about"), ("what", "about"), ("what", "if"), ("why", "don't", "we"),
    *((may, "we") for may in ("shall", "can", "could", "may", "might", "mogen", "kunnen")),
    *((can, "je") for can in ("kun", "kan", "wil", "zou")),
)  # fmt: skip
"""What a proposal begins with."""
_YES = those("ja oja ok oke okee yes yeah yep okay")
_THINKING_ALOUD = those("eh ehm uh uhm er erm um")
_ORDERED = words.those("maar even neer op erbij dat we wij")


def _asks_to_agree(line: Line, i: int) -> bool:
    """Return whether *okee?*, *ja toch?* at the end asks whether a day suits: *bellen in jan, goed?*."""
    asked = purpose_words.AGREEING | {"toch", ","}
    first = i
    while line.has(first - 1, asked | {"?"}):
        first -= 1
    dated = (
        line.has(first - 1, words.MONTHS.keys() | words.WEEKDAYS.keys()) or line.number(first - 1) is not None
    )
    last = line.skip(first, asked | {"?", "!", "."})
    return (
        dated
        and last == len(line)
        and line.has(i, asked)
        and any(line.has(n, {"?"}) for n in range(first, last))
    )


def _is_one_like_it(line: Line, i: int) -> bool:
    """Return whether *one* in *a 30-minute one* stands for the contact that was named before."""
    return line.has(i, {"one"}) and line.has(i - 1, words.MINUTES | words.HOUR_UNITS)


def _we_wish(line: Line, i: int) -> bool:
    """Return whether *we want to*, *we'd like to*, *we willen graag* leads to a contact both sides wish."""
    wish = i - 1 if line.has(i, {"like", "love"}) else i
    if not line.has(wish - 1, {"we", "wij"}) or not line.has(wish, {"want", "would", "willen"}):
        return False
    wanted = line.skip(wish + 1, {"like", "love", "to", "graag", "wel", "have"} | words.ARTICLES)
    return line.has(wanted, contact_words.TALKS | contact_words.CHANNELS.keys() | {"see"})


def _is_to_be_done(line: Line, i: int) -> bool:
    """Return whether *need to*, *must* orders a contact, at the beginning or behind *we*."""
    begins = i == 0 or line.has(i - 1, {"we", "i", ",", ";"})
    verb = line.maybe(i + 1, {"to"})
    order = line.has(i, {"need", "have", "gotta"}) if verb > i + 1 else line.has(i, {"must", "gotta"})
    return begins and order and line.has(verb, step_words.INFINITIVES)


def _opens_or_asks(line: Line, i: int) -> bool:
    """Return whether *ja*, *ehm* stands at the beginning there, or *goed?* at the end."""
    return (i == 0 and line.has(i, _THINKING_ALOUD | _YES)) or _asks_to_agree(line, i)


def _says_nothing(line: Line, i: int) -> bool:
    """Return whether *doe maar*, *we zeggen*, *hè* stands there."""
    agreed, as_said = line.has(i, _AS_AGREED), line.has(i, {"as", "zoals"})
    if (agreed and line.has(i - 1, {"as", "zoals"})) or (as_said and line.has(i + 1, _AS_AGREED)):
        return True
    if line.has(i, {"o", "oh", "ah", "ach"}) and line.has(i + 1, {"ja"}) and i == 0:
        return True
    if _is_put_down(line, i) or any(i < len(each) and line.phrase(0, each) for each in _PROPOSING):
        return True
    if line.has(i, {"he", "hoor"}):
        return line.token(i + 1) is None or line.has(i + 1, {",", ".", "?"})
    small = purpose_words.AGREEING | purpose_words.FILLERS | {",", "o", "ah"}
    begun = all(line.has(n, small) for n in range(i))
    if line.has(i, purpose_words.AGREEING) and begun:
        behind = (
            line.has(line.skip(i + 1, _ONCE), contact_words.CHANNELS)
            or line.number(i + 1) is not None
            or line.has(i + 1, _BEHIND_AGREEING)
        )
        return behind or says_see_you(line, i + 1)
    awaited = line.has(i, {"expect", "verwacht"}) and begun
    if awaited and line.has(line.skip(i + 1, words.ARTICLES | MANNERS), contact_words.CHANNELS):
        # *expect a call from us*
        return True
    way = line.skip(i + 1, words.ARTICLES | {"by", "via"})
    if line.has(i, {"either"}) and line.has(way, contact_words.CHANNELS.keys() | contact_words.TALKS):
        return True
    if line.has(i, {"either"}) and any(line.has(n, {"or"}) for n in range(i + 2, i + _NEAR)):
        # *either dad or nan*
        return True
    if _we_wish(line, i) or _is_to_be_done(line, i) or _is_one_like_it(line, i):
        return True
    together = line.has(i + 1, {"we", "wij"}) or (i == 1 and line.has(0, {"we", "wij"}))
    if line.has(i, purpose_words.PUTTING_DOWN_TOGETHER) and together:
        return True
    if line.has(i, purpose_words.PUTTING_DOWN) or line.has(i, {"maar"}):
        verb = i - 1 if line.has(i, {"maar"}) else i
        begins = verb == 0 or line.has(verb - 1, {",", ";"} | purpose_words.AGREEING)
        just = line.has(line.skip(verb + 1, {"toch", "dan", "nou"}), {"maar"})
        return begins and line.has(verb, purpose_words.PUTTING_DOWN) and just
    return line.has(i, {"zeggen", "say"}) and line.has(i - 1, {"we", "wij", "let's", "lets", "us"})


_BY_NAME = tuple(
    (sorted(phrases, key=len, reverse=True), frozenset(phrase[0] for phrase in phrases), name)
    for phrases, name in ((APART, APART_NAME), (TURNS, TURNS_NAME))
)
"""Manners that are told apart from others, with the words that they begin with."""


def manner(line: Line, i: int) -> Segment | None:
    """Read *kort*, *los van elkaar*, *om en om*: how the contact is."""
    # *de brief* is a letter, and *brief* short in English alone
    letter = line.has(i, {"brief"}) and (line.has(i - 1, {"de", "een"}) or line.has(i + 1, {"van"}))
    if line.has(i, MANNERS) and not letter:
        return Segment(SegmentKind.MANNER, i, i + 1)
    said = next((phrase for phrase in MANNER_PHRASES if line.phrase(i, phrase)), None)
    if said is not None:
        return Segment(SegmentKind.MANNER, i, i + len(said))
    for phrases, begins, name in _BY_NAME:
        told = next((each for each in phrases if line.phrase(i, each)), None) if line.has(i, begins) else None
        if told is not None:
            return Segment(SegmentKind.MANNER, i, i + len(told), name=name)
    return None


_ANDS = words.AND | words.AFTERWARDS | those("verder daarnaast ook")


def _joins(line: Line, i: int) -> bool:
    """Return whether *en*, *verder*, *maar wel met* or *regelt alles zelf maar …* stands there."""
    if line.has(i, _ANDS) or (line.has(i, {"maar", "wel", "but"}) and line.has(i + 1, contact_words.WITH)):
        return True
    return line.has(i, {"maar", "but"}) and line.has(i - 1, step_words.SELF | step_words.THE_REST)


def _fills(line: Line, i: int) -> bool:
    """Return whether a word says nothing here: *wel*, *1x*, *terug* behind a call."""
    if (line.has(i, {"wel"}) and line.has(i - 1, {"maar"})) or _says_every_time(line, i):
        return True
    only = line.has(i, {"maar", "but"}) and line.has(i + 1, contact_words.ALONE)
    if only and line.has(i + 2, STARTERS):
        return True
    if line.has(i, {"them", "hen"}) and line.has(i - 1, _REACHING):
        # the parents, where nobody else was named
        return not any(line.has(n, role_words.ROLES.keys() | contact_words.ALONE) for n in range(i))
    way = line.skip(i + 1, words.ARTICLES)
    if line.has(i, {"first"}) and line.has(way, contact_words.CHANNELS.keys() | contact_words.TALKS):
        return True
    if line.has(i, {"maar"}) and line.has(i - 1, contact_words.CHANNELS.keys() | {"dan", "we", "wij"}):
        return True
    if _only_softens(line, i):
        return True
    short = line.has(i, {"n", "'n"}) and line.has(i + 1, contact_words.CHANNELS.keys() | contact_words.TALKS)
    if short or (
        line.has(i, {"maar"}) and line.has(i - 1, {"toch", "wel", "dan", "ook"}) and line.has(i + 1, _ONCE)
    ):
        return True
    if (
        _hedges_what_is_loose(line, i) == i + 1
        or _between_people(line, i)
        or (line.has(i, {"do"}) and not may_be_a_day(line, i))
    ):
        return True
    not_before = line.has(i + 1, words.FROM) or (
        line.has(i + 1, {"in", "op"}) and line.has(i + 2, words.MONTHS.keys() | words.DAY_NAMES.keys())
    )
    contact = i == 0 and line.has(i + 1, contact_words.CHANNELS.keys() | contact_words.TALKS)
    if line.has(i, {"pas", "only"}) and (not_before or contact):
        return True
    if line.has(i, {"together", "along"}) and line.has(i + 1, contact_words.WITH):
        return True
    if _says_that_all_are_there(line, i) or _we_have_a_talk(line, i):
        return True
    back = line.has(i, {"terug", "back"}) and _called_before(line, i)
    talking = line.has(i, {"komen", "come", "maken", "voeren"}) and line.has(i - 1, contact_words.TALKS)
    return back or talking or _is_here(line, i) or _is_one_contact(line, i)


def _only_softens(line: Line, i: int) -> bool:
    """Return whether *maar* of *u belt mij maar*, *kom maar langs*, *bel me maar even* stands there.

    Before what denies or leaves out it says what does not hold, and before another contact it parts two.
    """
    verb = line.maybe_before(i, step_words.ME | role_words.HIM_OR_HER | {"u", "jullie", "gerust"}) - 1
    told = line.has(verb, step_words.CONTACT_VERBS | step_words.FIRST_PERSON | contact_words.CHANNELS.keys())
    told = told or (line.has(i + 1, _ONCE) and _called_before(line, i))
    if line.has(i, {"maar"}) and line.has(i - 1, {"kom", "komt", "loop"}):
        return line.has(line.skip(i + 1, _ONCE), {"langs", "binnen", "op", "naar"})
    parts = words.NEGATIONS | contact_words.WITHOUT | contact_words.WITH | contact_words.ALONE
    parts |= contact_words.CHANNELS.keys() | contact_words.TALKS | step_words.CONTACT_VERBS
    return line.has(i, {"maar"}) and told and not line.has(line.maybe(i + 1, {"wel"}), parts)


def _is_here(line: Line, i: int) -> bool:
    """Return whether *hier* of *gesprek hier met moeder* stands there: where people talk anyhow."""
    talks = contact_words.TALKS | words.those("inloop langskomen")
    return line.has(i, {"hier", "here"}) and line.has(i - 1, talks) and line.has(i + 1, contact_words.WITH)


def _says_every_time(line: Line, i: int) -> bool:
    """Return whether *alle keren*, *beide keren* leads to who is there, which is so each time anyhow."""
    first = i - 1 if line.has(i, {"keren"}) else i
    return (
        line.has(first, {"alle", "beide"})
        and line.has(first + 1, {"keren"})
        and line.has(first + 2, contact_words.WITH)
    )


def _is_one_contact(line: Line, i: int) -> bool:
    """Return whether *one*, *one more*, *another* stands before a contact: *one more phone call*."""
    meeting = contact_words.CHANNELS.keys() | contact_words.TALKS
    if line.number(i) == 1:
        return line.has(i + 1, meeting) and not counts_one(line, i)
    more = line.has(i, {"more"}) and line.has(i - 1, {"one"})
    if not more and not line.has(i, {"one", "another"}):
        return False
    at = line.skip(line.maybe(i + 1, {"more"}), MANNERS | {"home", "school"})
    return line.has(at, meeting) and not line.has(i - 1, words.AND | words.OR | words.DURING)


def _we_have_a_talk(line: Line, i: int) -> bool:
    """Return whether the verb of *we hebben een kort gesprek*, *let's have a chat* stands there."""
    ours = line.has(i - 1, step_words.OURS) or line.has(i + 1, step_words.OURS)
    talk = line.skip(i + 1, words.ARTICLES | MANNERS | step_words.OURS)
    return ours and line.has(i, step_words.HAVING) and line.has(talk, contact_words.TALKS)


_REACHING = contact_words.CHANNELS.keys() | contact_words.TALKS | {"see"}


def _says_that_all_are_there(line: Line, i: int) -> bool:
    """Return whether *allebei*, *together* is said of those beside it: *ouders komen allebei*."""
    before = i - 2 if line.has(i - 1, step_words.COMING_VERBS) else i - 1
    behind = line.token(i + 1)
    ends = behind is None or behind.kind != "word" or line.has(i + 1, _BEHIND_ALL)
    parted = line.has(i - 1, {",", ";"} | words.MONTHS.keys()) or line.number(i - 1) is not None
    named = line.has(before, role_words.ONE_PARENT | step_words.SEVERAL) or _ends_a_pair(line, before)
    if line.has(i, {"together"}):
        return ends and (named or parted or line.has(i - 1, contact_words.TALKS))
    pair = line.has(i + 1, role_words.ONE_PARENT) and line.has(i + 2, words.AND)
    # *mam en pap bellen allebei de juf*
    calls = line.has(i - 1, step_words.REACHING | contact_verbs.TO_REACH_IN_ENGLISH)
    both = calls and (line.has(i - 2, role_words.ONE_PARENT) or _ends_a_pair(line, i - 2))
    return line.has(i, step_words.ALL_OF_TWO - {"each"}) and ((named and ends) or pair or both)


def _ends_a_pair(line: Line, i: int) -> bool:
    """Return whether *mum and I* ends there."""
    return line.has(i, role_words.TEACHER_WORDS) and line.has(i - 1, words.AND)


_BEHIND_ALL = (
    words.MONTHS.keys() | words.WEEKDAYS.keys() | words.DURING | words.EVERY | step_words.CONTACT_VERBS
    | step_words.INFINITIVES | step_words.COMING_VERBS | contact_words.ALONG | {"op", "on", "om", "at"}
)  # fmt: skip


def _between_people(line: Line, i: int) -> bool:
    """Return whether *tussen* of *bellen tussen ouders en coach*, *tussen Ilse en mij* stands there."""
    way = line.has(i - 1, contact_words.CHANNELS.keys() | contact_words.TALKS)
    one = line.skip(i + 1, contact_words.POSSESSIVES)
    sides = line.has(one, role_words.ROLES.keys()) or line.has(one + 2, role_words.TEACHER_WORDS)
    both = sides and line.has(one + 1, words.AND)
    return way and both and line.has(i, words.BETWEEN)


_ONCE = purpose_words.FILLERS & words.those(
    "eens even weer es ns 'ns gewoon ff eff effe effen eventjes efkes een"
)
_IN_ANY_CASE = (("in", "elk", "geval"), ("in", "ieder", "geval"), ("in", "any", "case"))
_CASES = frozenset(phrase[0] for phrase in _IN_ANY_CASE)


def _hedges_what_is_loose(line: Line, i: int) -> int:
    """Return the place after *ofzo*, *of zo*, *ongeveer* behind *eind april*, *rond 4 uur*: loose anyhow."""
    end = i + 2 if line.phrase(i, ("of", "zo")) else i + line.has(i, _HEDGING)
    month = i - 1 if line.has(i - 1, words.MONTHS.keys()) else i
    part = month < i and line.has(month - 1, words.PERIODS.keys())
    counted = line.has(i - 1, words.UNITS.keys()) and any(line.has(n, words.EVERY | {"om"}) for n in range(i))
    front = i - 1
    while line.has(front, words.MONTHS.keys() | words.HOUR_UNITS) or line.number(front) is not None:
        front -= 1
    about = front < i - 1 and line.has(front, words.AROUND | words.CLOCK_ABOUT)
    behind = line.token(end)
    parted = end < i + 2 or behind is None or behind.kind == "sign" or line.has(end, contact_verbs.ALL)
    return end if parted and (part or counted or about) else i


_HEDGING = those("ofzo zoiets ongeveer")


def _but_with_somebody(line: Line, i: int) -> bool:
    """Return whether *maar* of *zonder Bas maar wel met oma* stands there."""
    led = line.has(i, {"maar", "but"}) and line.has(line.maybe(i + 1, {"wel"}), contact_words.WITH)
    return led and any(line.has(n, contact_words.WITHOUT) for n in range(i))


def _is_with_there(line: Line, i: int) -> bool:
    """Return whether *there* of *with both parents there* stands here: they come; elsewhere it is a place."""
    return line.has(i, {"there"}) and any(line.has(n, contact_words.WITH) for n in range(max(0, i - 4), i))


def rest(line: Line, i: int) -> Segment:
    """Return what none of the others reads: a joint, a sign, a filler, or a word that is not known."""
    if _joins(line, i):
        return Segment(SegmentKind.AND, i, i + 1)
    if line.phrase(i, ("at", "the", "latest")):
        return Segment(SegmentKind.FILLER, i, i + 3)
    if line.phrase(i, ("or", "so")) and line.has(i - 1, words.UNITS.keys()):
        return Segment(SegmentKind.FILLER, i, i + 2)
    if (hedged := _hedges_what_is_loose(line, i)) > i + 1:
        return Segment(SegmentKind.FILLER, i, hedged)
    asks = line.has(i, {"of"}) and (line.has(i + 1, _WHETHER) or _asks_of_somebody(line, i))
    if not asks and line.has(i, words.OR):
        return Segment(SegmentKind.OR, i, i + 1, name=line.word(i))
    said = _IN_ANY_CASE if line.has(i, _CASES) else ()
    if (case := next((phrase for phrase in said if line.phrase(i, phrase)), None)) is not None:
        return Segment(SegmentKind.FILLER, i, i + len(case))
    if (line.number(i) == 1 or line.has(i, {"n", "'n"})) and line.has(i + 1, words.TIMES):
        return Segment(SegmentKind.FILLER, i, i + 2)
    token = line.tokens[i]
    filler = token.word in purpose_words.FILLERS and not line.phrase(i, ("instead", "of"))
    small = _but_with_somebody(line, i)
    small = small or (
        not asks
        and (
            _opens_or_asks(line, i)
            or _says_nothing(line, i)
            or _fills(line, i)
            or _is_with_there(line, i)
            or filler
        )
    )
    if small:
        return Segment(SegmentKind.FILLER, i, i + 1)
    if token.kind == "sign":
        return Segment(SegmentKind.SIGN, i, i + 1, name=line.word(i))
    return Segment(SegmentKind.WORD, i, i + 1)

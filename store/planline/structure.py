"""Tell structure from purpose: the first word of no group begins the purpose, which is kept whole.

Channel, *when*, people who take part and who starts are structure. A purpose runs to the next *when*, the
next channel or the end of the line; nobody is looked for in it, no first step and no *niet*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from store.domain import role_words
from store.domain.occurrences import DAYS
from store.domain.plan import DIRECTED, Channel, Initiative
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.attendance import interprets, joins
from store.planline.choice import choices
from store.planline.condition import begins_condition
from store.planline.days_within import has_no_date, is_over
from store.planline.first_and_then import one_after_another
from store.planline.first_step import FirstStep, Surroundings, joins_later
from store.planline.initiative import first_step, subject_of, wanted_by
from store.planline.people import KnownNames
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.subject import last_of_list
from store.planline.taken_along import takes_along
from store.planline.talked_over import is_going_over
from store.planline.tokens import Line
from store.planline.typos import is_known

_ON = frozenset(("op", "on"))
_SAYING_NO_MORE = (SegmentKind.PLACE, SegmentKind.WHERE, SegmentKind.MANNER)
"""These tell nothing beside the first step that they are part of."""
_NEUTRAL = (SegmentKind.AND, SegmentKind.OR, SegmentKind.SIGN, SegmentKind.FILLER)


@dataclass(frozen=True, slots=True)
class Structure:
    """The segments with every purpose as one of them, the first step, and the words that are structure.

    `along` are those of them that say who comes as well: *sluit aan*, and *oma* in *neemt oma mee*;
    `disputed` is where somebody else starts too.
    """

    segments: tuple[Segment, ...]
    step: FirstStep
    used: frozenset[int]
    along: frozenset[int] = frozenset()
    disputed: int = -1


def find_structure(line: Line, segments: Sequence[Segment], known: KnownNames) -> Structure:
    """Walk through a clause from left to right, and put together what belongs to a purpose."""
    return _Walk(line, segments, known).structure()


class _Walk:
    """One walk through the segments of a clause."""

    def __init__(self, line: Line, segments: Sequence[Segment], known: KnownNames) -> None:
        self._line = line
        self._segments = segments
        self._around = Surroundings.of(line, segments, known)
        self._known = known
        self._found: list[Segment] = []
        self._purpose: list[Segment] = []
        self._steps: list[FirstStep] = []
        self._used: set[int] = set()
        self._along: set[int] = set()
        self._told = range(0)
        self._elsewhere = False
        self._ordered = False

    def structure(self) -> Structure:
        for place, segment in enumerate(self._segments):
            if segment.at in self._told:
                self._put_down_told(segment)
                continue
            if self._purpose and not self._ends_purpose(segment, place):
                self._purpose.append(segment)
                continue
            shared = self._shared_subject(segment)
            company = self._who_talks_as_well(segment)
            self._close(segment)
            self._found += company
            if ordered := one_after_another(self._around, segment.at) or self._comes_for_a_part(segment):
                self._told, self._ordered = ordered, True
                self._put_down_told(segment)
                continue
            if shared is not None:
                self._steps.append(shared)
                self._used |= shared.tokens
            elif segment.at not in self._used:
                self._look_for_step(segment)
            if segment.at in self._told:
                self._told = range(segment.at, self._told.stop)
                self._put_down_told(segment)
            elif segment.at in self._used and segment.kind in _SAYING_NO_MORE:
                self._found.append(replace(segment, kind=SegmentKind.FILLER))
            elif segment.kind is SegmentKind.PLACE and self._is_reached(segment, place):
                self._found.append(_school(segment))
            elif told := self._reads_it(segment):
                self._told = told
                self._found += [Segment(SegmentKind.PURPOSE, told.start, told.stop), segment]
            elif self._is_structure(segment, place):
                self._found.append(segment)
            else:
                self._begin(segment)
        self._close()
        steps = sorted(self._steps, key=self._weight)
        found = tuple(self._with_particles())
        used, along = frozenset(self._used), frozenset(self._along)
        return Structure(found, self._best(steps), used, along, self._disputed(steps))

    def _with_particles(self) -> list[Segment]:
        """Give a purpose the end of its verb back: *oma haalt elke di op*."""
        found = list(self._found)
        told = [n for n, each in enumerate(found) if each.kind is SegmentKind.PURPOSE]
        for n in told:
            at = n + 1
            while at < len(found) and (found[at].kind in WHENS or self._leads_a_day(found, at)):
                at += 1
            ends = at + 1 >= len(found) or found[at + 1].kind in (SegmentKind.SIGN, SegmentKind.AND)
            if n + 1 < at < len(found) and ends and self._ends_verb(found[at]):
                self._used.add(found[at].at)
                found[at] = replace(found[at], kind=SegmentKind.PURPOSE)
        return found

    def _leads_a_day(self, found: Sequence[Segment], at: int) -> bool:
        """Return whether *op* of *op vrijdag* stands there."""
        return self._line.has(found[at].at, _ON) and at + 1 < len(found) and found[at + 1].kind in WHENS

    def _ends_verb(self, segment: Segment) -> bool:
        """Return whether one word stands there that may end a verb; *op* of *op school* does not."""
        return segment.end == segment.at + 1 and self._line.has(segment.at, purpose_words.VERB_ENDS)

    def _weight(self, step: FirstStep) -> int:
        """Rank a step: *juf belt* goes before *moeder laat weten*, and that before nobody."""
        if step.who is None:
            return 2
        if step.who is Initiative.EITHER and step.starter:
            return -1
        return 0 if any(self._line.has(n, step_words.CONTACT_VERBS) for n in step.tokens) else 1

    def _disputed(self, steps: list[FirstStep]) -> int:
        """Return where a second one takes the same step: *juf belt, moeder begint*; -1 when nobody does."""
        for step in steps[1:]:
            apart = step.who is not steps[0].who and not step.tokens & steps[0].tokens
            told = apart and self._begins(step) and (self._begins(steps[0]) or self._weight(steps[0]) < 0)
            equal = step.who is not None and self._weight(step) == self._weight(steps[0]) == 0
            other = equal and (step.who, step.starter) != (steps[0].who, steps[0].starter)
            if told or other:
                return max(step.tokens)
        return -1

    def _begins(self, step: FirstStep) -> bool:
        """Return whether it says outright which side begins: *ik bel*, *initiatief bij ouders*."""
        if step.who in (None, Initiative.EITHER):
            return False
        return any(self._line.has(n, _BEGINNING | {">"}) for n in step.tokens)

    def _best(self, steps: list[FirstStep]) -> FirstStep:
        """Return the step that was said outright; else the one that a condition leaves to somebody."""
        if steps:
            return steps[0]
        for segment in self._found:
            if segment.kind is SegmentKind.ON_DEMAND:
                wish = wanted_by(self._line, segment.at, segment.end, self._known)
                if wish is not None:
                    return wish
        return FirstStep()

    def _look_for_step(self, segment: Segment) -> None:
        step = self._same_subject(segment) or first_step(self._around, segment.at)
        if step is None:
            return
        if not step.along:
            self._steps.append(step)
        self._used |= step.tokens
        self._along |= step.along
        self._told = self._told or step.told
        self._elsewhere = self._elsewhere or step.elsewhere

    def _put_down_told(self, segment: Segment) -> None:
        """Keep what somebody sees to alone as one purpose, with the people it names."""
        begins = segment.at == self._told.start
        if begins:
            self._found.append(Segment(SegmentKind.PURPOSE, self._told.start, self._told.stop))
        met = self._ordered and segment.kind in (SegmentKind.PERSON, SegmentKind.CHANNEL, SegmentKind.TALK)
        named = segment.kind is SegmentKind.PERSON and not begins and not self._elsewhere
        if met or named:
            self._found.append(segment)

    def _same_subject(self, segment: Segment) -> FirstStep | None:
        """Read *Selma regelt het zelf, mailt mentor*: behind a joint a verb has the subject before it."""
        line = self._line
        joint = line.has(segment.at - 1, words.AND | words.OR | {","}) and line.has(
            segment.at, step_words.CONTACT_VERBS
        )
        before = self._steps[-1] if joint and self._steps else None
        if before is None or before.who is None:
            return None
        first = self._around.at(min(before.tokens, default=-1))
        if first is None or first.kind is not SegmentKind.PERSON:
            return None
        return replace(before, tokens=frozenset({segment.at}), told=range(0))

    def _shared_subject(self, segment: Segment) -> FirstStep | None:
        """Read *opa haalt op en belt*: who the purpose begins with is who reaches others as well."""
        line = self._line
        verb = line.has(segment.at, step_words.CONTACT_VERBS) and line.has(segment.at - 1, words.AND)
        told = self._purpose or of_kind(self._found, SegmentKind.PURPOSE)[-1:]
        first = self._around.at(told[0].at) if verb and told else None
        if first is None or first.kind is not SegmentKind.PERSON:
            return None
        return subject_of(self._around, first, segment.at)

    def _who_talks_as_well(self, segment: Segment) -> list[Segment]:
        """Read *her aunt picks her up and has a word with me*: who the purpose begins with is who talks.

        What leads to the talk tells no more of what it is for, and goes with that person.
        """
        joints = [n for n, each in enumerate(self._purpose) if each.kind is SegmentKind.AND]
        if segment.kind is not SegmentKind.TALK or not joints:
            return []
        told = [each for each in self._purpose if each.kind is not SegmentKind.FILLER]
        who, leads = told[0], self._purpose[joints[-1] + 1 :]
        having = step_words.HAVING | step_words.DOING
        led = all(each.kind in SMALL_KINDS or self._line.has(each.at, having) for each in leads)
        does = len(told) > 1 and told[1].kind is SegmentKind.WORD and told[1].at == who.end
        if who.kind is not SegmentKind.PERSON or not led or not does:
            return []
        self._used |= {each.at for each in leads}
        last = self._purpose[joints[-1] - 1]
        self._found.append(Segment(SegmentKind.PURPOSE, self._purpose[0].at, last.end))
        self._purpose = []
        return [who, *(replace(each, kind=SegmentKind.FILLER) for each in leads)]

    # -- where a purpose begins ----------------------------------------------------------
    def _is_structure(self, segment: Segment, place: int) -> bool:
        if segment.at in self._used:
            return True
        match segment.kind:
            case SegmentKind.WORD:
                return self._describes(segment, place) or self._ends_step(segment, place)
            case SegmentKind.PERSON:
                return not self._has_something(segment) and self._takes_part(segment, place)
            case SegmentKind.PLACE:
                channels = self._channels_around(place)
                return not channels or segment.channel in channels or self._is_a_choice(place)
            case SegmentKind.FILLER:
                if self._line.has(segment.at, {"terug", "back"}):
                    # the end of a verb of contact: *bel even terug*
                    self._used.add(segment.at)
                return not self._opens(segment)
            case SegmentKind.TALK:
                return not self._talks_about(place) or self._is_a_choice(place)
            case SegmentKind.WHERE:
                return self._is_there(place)
            case SegmentKind.SOON:
                return any(each.kind is SegmentKind.ON_DEMAND for each in self._segments)
        return True

    def _channels_around(self, place: int) -> set[Channel | None]:
        """Return the channels named so far, and those to come before any word that may begin a purpose."""
        ahead = takewhile(lambda each: each.kind is not SegmentKind.WORD, self._segments[place:])
        return {each.channel for each in (*self._found, *ahead) if each.kind is SegmentKind.CHANNEL}

    def _is_there(self, place: int) -> bool:
        """Return whether a place is where people meet, and no other words follow on it."""
        meetings = {Channel.VISIT, Channel.HOME_VISIT, None}
        following = self._segments[place + 1 : place + 2]
        joints = contact_words.WITH | _ON | words.DURING
        told = any(
            (each.kind is SegmentKind.WORD and not self._line.has(each.at, purpose_words.ABOUT))
            or (each.kind is SegmentKind.FILLER and not self._line.has(each.at, joints))
            for each in following
        )
        met = self._has_channel() or any(each.kind is SegmentKind.TALK for each in self._segments[place:])
        return self._channels_around(place) <= meetings and met and not told

    def _is_a_choice(self, place: int) -> bool:
        """Return whether *of* joins a place and a way of contact: *op school of bellen*."""
        here, both = self._segments[place], choices(self._line, self._segments)
        if place and here.kind is SegmentKind.PLACE and self._segments[place - 1].kind is SegmentKind.TALK:
            here = self._segments[place - 1]
        return any(here in pair and any(each.kind is not here.kind for each in pair) for pair in both)

    def _is_reached(self, place: Segment, at: int) -> bool:
        """Return whether *naar school* tells who is reached: *moeder belt naar school*."""
        channels = self._channels_around(at)
        towards = self._line.has(place.at, {"naar"}) and self._line.has(
            place.end - 1, role_words.ROLES.keys()
        )
        return towards and bool(channels) and channels <= DIRECTED

    def _describes(self, segment: Segment, place: int) -> bool:
        """Return whether this is *grote* in *met grote broer*."""
        following = self._segments[place + 1] if place + 1 < len(self._segments) else None
        if self._line.has(segment.at, contact_words.ALONE):
            return following is not None and following.kind is not SegmentKind.WORD
        person = following is not None and following.kind is SegmentKind.PERSON
        which = contact_words.POSSESSIVES | contact_words.ANOTHER
        if following is None or not person or not self._line.has(segment.at, which):
            return False
        lead = _lead(self._line, segment.at)
        led = self._line.has(lead, contact_words.WITH | contact_words.AS_WELL)
        before = next((each for each in self._found if each.end == lead), None)
        listed = before is not None and before.kind is SegmentKind.PERSON and self._goes_on(before, lead)
        told = led or listed or following.absent or self._after_channel()
        return told or joins(self._line, following.end) is not None or self._starts(following)

    def _goes_on(self, person: Segment, joint: int) -> bool:
        """Return whether *en*, or a comma behind *met vader*, goes on with who is there."""
        led = self._line.has(_lead(self._line, person.at), contact_words.WITH)
        return self._line.has(joint, words.AND) or (led and self._line.has(joint, {","}))

    def _ends_step(self, segment: Segment, place: int) -> bool:
        """Return whether this is *terug* in *vader belt mij eind sept terug*."""
        behind = self._segments[place + 1 :]
        last = not behind or behind[0].kind in (SegmentKind.SIGN, SegmentKind.AND)
        reached = any(step.who is not None for step in self._steps)
        if not (last and reached and self._ends_verb(segment) and self._found[-1].kind in WHENS):
            return False
        self._used.add(segment.at)
        return True

    def _talks_about(self, place: int) -> bool:
        """Return whether a talk is what an app or a call is about: *appje 12 nov afspraak gelukt*.

        At the door or at the school people talk: *bij het brengen do even praten*.
        """
        near = self._segments[place - 1] if place else None
        joined = near is not None and near.kind in (SegmentKind.CHANNEL, SegmentKind.PLACE, SegmentKind.TALK)
        ways = [each.channel for each in self._found if each.kind is SegmentKind.CHANNEL]
        other = near is not None and near.kind is SegmentKind.SIGN and self._has_a_day(place)
        return not joined and not other and any(each is not Channel.VISIT for each in ways)

    def _has_a_day(self, place: int) -> bool:
        """Return whether the first day stands right behind: *moeder belt oma erbij, gesprek op 30 nov*."""
        behind = (each for each in self._segments[place + 1 :] if each.kind not in SMALL_KINDS)
        following = next(behind, None)
        return not self._has_when() and following is not None and following.kind in WHENS

    def _opens(self, segment: Segment) -> bool:
        """Return whether *om* begins *om opa te leren kennen*."""
        if not self._line.has(segment.at, {"om", "to"}):
            return False
        if self._line.has(segment.at, {"to"}):
            return False
        return any(self._line.has(j, {"te"}) for j in range(segment.at + 1, segment.at + 8))

    def _takes_part(self, segment: Segment, place: int) -> bool:
        if segment.absent or segment.only:
            self._comes_alone(segment)
            return True
        line = self._line
        if told := interprets(line, segment.end):
            said = set(range(segment.end, joins(line, segment.end) or told.stop))
            self._used |= said
            self._along |= said
            return True
        before = self._segments[place - 1] if place else None
        led = line.has(_lead(line, segment.at), purpose_words.BESIDE_PEOPLE | contact_words.ALONE)
        if led and not line.has(segment.at - 1, {"of"}):
            self._comes_along(segment)
            return True
        if (particle := joins_later(self._around, segment.end, segment.end + 1)) is not None:
            self._used |= {segment.end, particle}
            self._along |= {segment.end, particle}
            return True
        if (end := joins(line, segment.end)) is not None:
            self._used |= set(range(segment.end, end))
            self._along |= set(range(segment.end, end))
            return True
        if self._comes(segment):
            return True
        if before is not None and before.kind is SegmentKind.CHANNEL:
            return True
        if before is not None and before.kind is SegmentKind.PERSON and before in self._found:
            return True
        if self._found and self._after_channel():
            return True
        if self._in_list(place):
            return True
        return self._stands_alone(segment, place)

    def _has_something(self, owner: Segment) -> bool:
        """Return whether behind a day stands whose thing it is about: *app vr opa z'n verjaardag*."""
        line = self._line
        dated = bool(self._found) and (
            self._found[-1].kind in WHENS or self._found[-1].channel in (Channel.MAIL, Channel.MESSAGE)
        )
        thing = line.token(owner.end + 1)
        if not dated or thing is None or not line.has(owner.end, _ITS_OWN):
            return False
        return thing.kind == "word" and not is_known(thing.word) and not thing.word.endswith("en")

    def _reads_it(self, segment: Segment) -> range:
        """Return the tokens of *moeder leest het*, *vader antwoordt*: who gets what others send."""
        line = self._line
        joined = segment.kind is SegmentKind.PERSON and line.has(_lead(line, segment.at), words.AND | {","})
        written = any(each.channel in DIRECTED for each in of_kind(self._found, SegmentKind.CHANNEL))
        if not joined or not written or not line.has(segment.end, _READING):
            return range(0)
        end = line.skip(segment.end + 1, purpose_words.SMALL | purpose_words.TAILS)
        ends = line.token(end) is None or line.has(end, {",", ";", "."})
        return range(segment.at, end) if ends else range(0)

    def _comes_for_a_part(self, who: Segment) -> range:
        """Return the tokens of *Bas schuift de laatste 10 min aan*, *Bas er het laatste kwartier bij*."""
        line = self._line
        if who.kind is not SegmentKind.PERSON or who.absent:
            return range(0)
        begin = line.skip(who.end, step_words.ATTENDING | step_words.COMING_VERBS | {"er", "alleen", "only"})
        first = line.skip(begin, words.THE)
        if begin == who.end and not line.has(first, words.ORDINALS.keys()):
            return range(0)
        for at in range(first + 1, min(len(line), who.end + 9)):
            part = any(line.has(n, words.ORDINALS.keys()) for n in range(begin, at))
            if part and line.has(at, step_words.PARTICLES) and not line.has(at - 1, words.AND):
                return range(who.at, at + 1)
            if line.has(at, {",", ";"}) or (
                (found := self._around.at(at)) and found.kind is SegmentKind.DAYS
            ):
                return range(0)
        return range(0)

    def _comes_along(self, segment: Segment) -> None:
        """Take *joining*, *coming along* behind *with gran* along."""
        if self._line.has(segment.end, _COMING_ALONG):
            said = set(range(segment.end, joins(self._line, segment.end) or segment.end + 1))
            self._used |= said
            self._along |= said

    def _comes_alone(self, segment: Segment) -> None:
        """Take *komt alleen* along behind a person."""
        if segment.only and self._line.has(segment.end, step_words.COMING_VERBS):
            said = {segment.end, segment.end + 1}
            self._used |= said
            self._along |= said

    def _starts(self, person: Segment) -> bool:
        """Return whether this person takes the first step: *grote zus belt*."""
        step = first_step(self._around, person.at)
        return step is not None and step.who is not None

    def _comes(self, segment: Segment) -> bool:
        """Read *Marinka komt op 12 nov*, *moeder komt 12 nov langs*: who comes is there."""
        last = last_of_list(self._around, segment)
        verb = self._line.skip(last.end, {"is", "are", "am", "'s"} | step_words.MODALS)
        way = self._around.at(verb)
        if verb > last.end and way is not None and way.channel is Channel.VISIT:
            # *mum'll pop in*, *dad will come in*
            self._used |= set(range(last.end, verb))
            return True
        if not self._line.has(verb, step_words.COMING_VERBS):
            return False
        following = self._around.at(verb + 1)
        while following is not None and following.kind in (*SMALL_KINDS, *WHENS):
            following = self._around.at(following.end)
        if following is not None and following.kind is SegmentKind.WORD:
            return False
        self._used |= set(range(last.end, verb + 1))
        self._along |= set(range(last.end, verb + 1))
        return True

    def _after_channel(self) -> bool:
        """Return whether only articles stand between a channel word and here."""
        for each in reversed(self._found):
            if each.kind is SegmentKind.MANNER:
                continue
            if each.kind is SegmentKind.FILLER and self._line.has(each.at, contact_words.POSSESSIVES):
                continue
            return each.kind in (SegmentKind.CHANNEL, SegmentKind.TALK) or each.at in self._used
        return False

    def _in_list(self, place: int) -> bool:
        """Return whether *en* or a comma joins this person to one who takes part."""
        joints = (SegmentKind.AND, SegmentKind.SIGN, SegmentKind.OR)
        if len(self._found) < 2 or place < 1 or self._segments[place - 1].kind not in (*joints, *SMALL_KINDS):
            return False
        back = [each for each in self._found[-4:] if each.kind not in SMALL_KINDS]
        joined = len(back) >= 2 and back[-1].kind in joints and back[-2].kind is SegmentKind.PERSON
        if joined and back[-1].kind is SegmentKind.AND and back[-2].end == back[-1].at:
            return True
        return joined and self._stands_alone(self._segments[place], place)

    def _stands_alone(self, segment: Segment, place: int) -> bool:
        """Return whether structure follows the person, and not the rest of a sentence about this person."""
        line = self._line
        if line.has(segment.end, purpose_words.OPENERS):
            return True
        behind = self._behind_list(place + 1)
        following = self._segments[behind] if behind < len(self._segments) else None
        if following is None or joins(line, self._segments[behind - 1].end) is not None:
            return True
        if following.kind is SegmentKind.MANNER or line.has(following.at, purpose_words.ABOUT):
            return True
        if following.kind is SegmentKind.WORD or (
            line.has(following.at, step_words.ATTENDING) and following.kind is SegmentKind.FILLER
        ):
            return following.at in self._used
        return True

    def _behind_list(self, at: int) -> int:
        """Return the place behind *en haar vriendin*, the others who are named with somebody."""
        while at < len(self._segments) and self._segments[at].kind is SegmentKind.AND:
            other = at + 1
            while other < len(self._segments) and self._segments[other].kind in SMALL_KINDS:
                other += 1
            if other == len(self._segments) or self._segments[other].kind is not SegmentKind.PERSON:
                return at
            at = other + 1
        return at

    def _begin(self, segment: Segment) -> None:
        self._purpose = [segment]
        if [each.kind for each in self._found[-2:]] == [SegmentKind.MANNER, SegmentKind.AND]:
            # *short and sweet*
            self._purpose[:0] = [self._found.pop(-2), self._found.pop()]
        while self._found and self._found[-1].kind in _NEUTRAL and self._found[-1].at not in self._used:
            at = self._found[-1].at
            # *, anders gaat het mis*, *, dan spreken we de rest af*
            then = self._line.has(at, step_words.THEN_OR_ELSE) and self._line.has(at - 1, {",", ";", "."})
            if not then and not self._line.has(at, purpose_words.LEADS):
                break
            self._purpose.insert(0, self._found.pop())

    # -- where it ends -------------------------------------------------------------------
    def _ends_purpose(self, segment: Segment, place: int) -> bool:
        line = self._line
        asked = segment.kind is SegmentKind.PERSON and segment.at in self._used
        if asked or (self._breaks_off(place) and takes_along(self._around, segment.at) is not None):
            # *vraag / moeder / om het boek*, *over gym, moeder neemt oma mee*
            return True
        if segment.kind is SegmentKind.ON_DEMAND and begins_condition(line, segment.at):
            return not self._has_when()
        if segment.kind is SegmentKind.TO_BE_SET and self._has_when():
            # *waarom hij zo snel boos is* leaves nothing to be set
            return False
        if segment.kind is SegmentKind.DAYPART and (
            self._purpose[-1].kind is SegmentKind.WEEKDAY or self._is_when_it_happens(segment, place)
        ):
            return False
        if segment.kind in WHENS:
            told = self._answers_within(segment) or self._is_inside_a_sentence(place)
            told = told or self._adds_nothing(segment, place) or self._is_what_it_is_about(segment)
            return not (self._has_when() and _is_undated(segment)) and not told
        if segment.kind in (SegmentKind.CHANNEL, SegmentKind.TALK):
            return not self._is_led_to(segment) and not self._has_channel() and not self._is_asked_about()
        if segment.kind is SegmentKind.PLACE:
            return not self._has_channel() and self._says_where(place)
        if self._tells_who_begins(segment, place) and self._starts_at_the_end(segment):
            return True
        if segment.kind is not SegmentKind.PERSON:
            return False
        beside = self._is_met_at_what_nobody_knows(segment, place) or self._is_the_company(segment, place)
        if beside or self._is_sent_to(segment):
            return True
        if not self._has_channel() and line.has(segment.end, step_words.CONTACT_VERBS):
            parted = self._breaks_off(place) or line.has(_lead(line, segment.at), words.AND)
            return parted and self._starts(segment)
        joined = line.has(_lead(line, segment.at), contact_words.WITH | contact_words.WITHOUT)
        along = line.has(segment.end, contact_words.ALONG - {"ook", "too"})
        return (segment.absent or segment.only or along or joined) and self._breaks_off(place)

    def _is_asked_about(self) -> bool:
        """Return whether a question goes on: *mum wants to know whether the therapist can / come in*."""
        return any(self._line.has(each.at, {"whether"}) for each in self._purpose)

    def _is_sent_to(self, person: Segment) -> bool:
        """Return whether a thing goes to somebody: *juf stuurt een kaart naar oma*, *mail report to dad*."""
        line = self._line
        sent = any(line.has(n, step_words.SENDING) for n in range(self._purpose[0].at + 1))
        parted = line.token(person.end) is None or line.has(person.end, {",", ";"})
        following = self._around.at(person.end)
        ends = parted or (following is not None and following.kind in (*WHENS, SegmentKind.FILLER))
        sent = (sent and not self._has_channel()) or self._is_a_thing_mailed(_lead(line, person.at))
        also = line.has(person.end, contact_words.ALONG)
        return sent and ends and not also and line.has(_lead(line, person.at), _TO)

    def _is_a_thing_mailed(self, end: int) -> bool:
        """Return whether the order to mail one thing stands before this place: *mail the report / to dad*."""
        way, first = self._found[-1] if self._found else None, self._purpose[0]
        thing = self._line.skip(first.at, words.THE | words.ARTICLES | role_words.WHOSE) + 1
        ordered = way is not None and way.channel in (Channel.MAIL, Channel.MESSAGE) and way.end == first.at
        return ordered and thing == end and not self._line.has(first.at, purpose_words.OPENERS)

    def _is_led_to(self, way: Segment) -> bool:
        """Return whether a way of contact belongs to the words before it: *met de mail*, *of the app*."""
        line, leads = self._line, contact_words.POSSESSIVES | words.OF | purpose_words.OPENERS
        if self._is_written_in(way):
            return False
        small = line.has(way.at - 1, contact_words.WITH) and not line.word(way.at).endswith("je")
        # the end of a word leads to nothing: *een check-in bellen*
        return (small or line.has(way.at - 1, leads)) and not line.hyphen(way.at - 2)

    def _is_written_in(self, way: Segment) -> bool:
        """Return whether *in het* stands before an app or a book by its name: *een regel in het schrift*."""
        line = self._line
        return bool(way.name) and line.has(line.maybe_before(way.at, words.THE) - 1, _WRITTEN_IN)

    def _tells_who_begins(self, segment: Segment, place: int) -> bool:
        """Return whether somebody stands behind a comma, or *en juf begint*, *initiatief bij ouders*."""
        line = self._line
        if segment.kind is not SegmentKind.PERSON:
            return line.has(segment.at, step_words.REQUEST)
        joined = line.has(_lead(line, segment.at), words.AND)
        return self._breaks_off(place) or (joined and line.has(segment.end, step_words.STARTING))

    def _adds_nothing(self, segment: Segment, place: int) -> bool:
        """Return whether a weekday is that of the day already read, and so told of: *over gym op maandag*."""
        parted = self._segments[place - 1].kind in (SegmentKind.SIGN, SegmentKind.AND)
        behind = next(iter(self._segments[place + 1 :]), None)
        if behind is not None and behind.kind in (SegmentKind.TIME, SegmentKind.DAYPART):
            # *maandag 15u* adds something, and *gym op maandagmiddag* does not
            parted = parted or behind.kind is SegmentKind.TIME or not self._line.has(segment.at - 1, _ON)
        weekday = segment.kind is SegmentKind.WEEKDAY and len(segment.weekdays) == 1
        days = of_kind(self._found, SegmentKind.DAYS, SegmentKind.RECURRENCE)
        told = [when for each in days if each.match for when in each.match.whens]
        if parted or not weekday or len(told) != 1:
            return False
        (day,) = segment.weekdays
        back = told[0].rrule.endswith(f"FREQ=WEEKLY;BYDAY={DAYS[day]}")
        return back or (told[0].date is not None and told[0].date.weekday() == day)

    def _is_what_it_is_about(self, day: Segment) -> bool:
        """Return whether a day belongs to what is talked about: *over de vakantie*, *about monday*.

        So it is beside another day where it has no date, right behind *over* or behind what is past.
        """
        line, first = self._line, self._purpose[0]
        if not line.has(first.at, purpose_words.ABOUT) or not of_kind(self._found, SegmentKind.DAYS):
            return False
        dated = day.kind not in (SegmentKind.DAYS, SegmentKind.WEEKDAY) or not has_no_date(line, day)
        small = (SegmentKind.FILLER, SegmentKind.AND)
        beside = all(each.kind in small or each.kind in WHENS for each in self._purpose[1:])
        past = is_over(line, Segment(SegmentKind.PURPOSE, first.at, self._purpose[-1].end))
        joined = self._purpose[-1].kind is SegmentKind.AND and day.kind is SegmentKind.DAYS
        return not dated and (beside or past or joined)

    def _is_met_at_what_nobody_knows(self, person: Segment, place: int) -> bool:
        """Return whether people follow the one word that a clause begins with: *huddle with mum 12 nov*.

        Where no way of contact is named that word may be one; in *ruzie met vader, bellen* it is none.
        """
        told = [each for each in self._purpose if each.kind not in (*SMALL_KINDS, SegmentKind.AND)]
        ways = (SegmentKind.CHANNEL, SegmentKind.TALK, SegmentKind.PLACE)
        if any(each.kind in ways for each in self._segments) or any(each.role for each in self._found):
            return False
        one = len(told) == 1 or (len(told) == _HYPHENED and self._line.hyphen(told[1].at))
        unknown = one and told[0].kind is SegmentKind.WORD and not is_known(self._line.word(told[0].at))
        near = unknown and _lead(self._line, person.at) in (told[-1].at, told[-1].end)
        return near and self._stands_alone(person, place)

    def _is_the_company(self, segment: Segment, place: int) -> bool:
        """Return whether *met Bas en ouders*, *met oma erbij* ends what it is for: those are the guests.

        *Kamer zien met Bas* and *over de ruzie met Bas en moeder* tell more of what it is for.
        """
        line = self._line
        if not line.has(_lead(line, segment.at), contact_words.WITH):
            return False
        if line.has(segment.end, _SURELY_THERE):
            return True
        end = self._behind_list(place + 1)
        listed = [each for each in self._segments[place:end] if each.kind is SegmentKind.PERSON]
        roles = {each.role for each in listed}
        following = self._segments[end] if end < len(self._segments) else None
        ends = following is None or following.kind in (*WHENS, SegmentKind.SIGN)
        opened = any(line.has(each.at, purpose_words.OPENERS) for each in self._purpose)
        return ends and not opened and {role_words.PUPIL, role_words.PARENTS} <= roles

    def _is_when_it_happens(self, segment: Segment, place: int) -> bool:
        """Return whether a part of the day is what it is about: *5 nov bellen over pesten na school*."""
        beside = self._segments[max(0, place - 1) : place + 2 : 2]
        if not self._has_when() or any(each.kind in (*WHENS, SegmentKind.SIGN) for each in beside):
            return False
        timed = any(each.kind in (SegmentKind.TIME, SegmentKind.DAYPART) for each in self._found)
        told = segment.daypart not in words.DAYPARTS.values()
        return timed or (told and self._line.has(self._purpose[0].at, purpose_words.OPENERS))

    def _answers_within(self, segment: Segment) -> bool:
        """Return whether it says how soon somebody answers: *ouders reageren binnen een week*."""
        words_so_far = (each for each in self._purpose if each.kind is SegmentKind.WORD)
        answers = any(self._line.has(each.at, step_words.ANSWERING) for each in words_so_far)
        return answers and self._line.has(segment.at, words.WITHIN)

    def _is_inside_a_sentence(self, place: int) -> bool:
        """Return whether a day stands before the verb of a sentence: *over hoe hij elke avond leest*."""
        signs = (n for n, each in enumerate(self._purpose, 1) if each.kind is SegmentKind.SIGN)
        since = self._purpose[max(signs, default=0) :]
        opened = any(self._line.has(each.at, purpose_words.SENTENCES) for each in since)
        passed = (*WHENS, *SMALL_KINDS, SegmentKind.PLACE)
        behind = next((each for each in self._segments[place + 1 :] if each.kind not in passed), None)
        named = self._known.names_a_part(self._line.word(self._segments[place].at))
        goes_on = (SegmentKind.WORD, SegmentKind.PERSON) if named else (SegmentKind.WORD,)
        return self._has_when() and opened and behind is not None and behind.kind in goes_on

    def _says_where(self, place: int) -> bool:
        """Return whether a place ends what it is about, where no way of contact is named in the clause."""
        after = self._segments[place + 1 :]
        at_school = self._segments[place].channel is Channel.VISIT
        if at_school and after and is_going_over(self._line, after[0].at):
            # *rapport 1 op school bespreken*; what is gone over at home they may do by themselves
            after = after[1:]
        parted = not after or after[0].kind in (*WHENS, SegmentKind.SIGN, SegmentKind.FILLER)
        return parted and not any(each.kind in (SegmentKind.CHANNEL, SegmentKind.TALK) for each in after)

    def _starts_at_the_end(self, person: Segment) -> bool:
        """Return whether the line ends with who starts: *bellen over lezen, juf belt*."""
        step = first_step(self._around, person.at)
        if step is None or step.who is None or not self._contacts(step):
            return False
        rest = self._around.at(max(step.tokens) + 1)
        while rest is not None and rest.kind in (SegmentKind.PERSON, *SMALL_KINDS, *WHENS):
            rest = self._around.at(rest.end)
        return rest is None or rest.kind is SegmentKind.SIGN

    def _contacts(self, step: FirstStep) -> bool:
        return any(self._line.has(n, step_words.CONTACT_VERBS | step_words.BEGUN) for n in step.tokens)

    def _breaks_off(self, place: int) -> bool:
        """Return whether a comma stands right before this person, or before *met*."""
        back = [each for each in self._segments[max(0, place - 3) : place] if each.kind not in SMALL_KINDS]
        return bool(back) and self._line.has(back[-1].at, {",", ";", ".", "("})

    def _has_when(self) -> bool:
        return any(each.kind in WHENS for each in self._found)

    def _has_channel(self) -> bool:
        return any(
            each.kind in (SegmentKind.CHANNEL, SegmentKind.TALK, SegmentKind.PLACE) for each in self._found
        )

    def _close(self, following: Segment | None = None) -> None:
        """Put the purpose down as one segment; joints at its end and *op* before a day are none of it."""
        if not self._purpose:
            return
        rest: list[Segment] = []
        if len(self._purpose) > 1 and self._tells_how(following):
            rest.append(self._purpose.pop())
        while len(self._purpose) > 1 and self._purpose[-1].kind in _NEUTRAL:
            filler = self._purpose[-1].kind is SegmentKind.FILLER
            parted = any(each.kind in (SegmentKind.SIGN, SegmentKind.AND) for each in rest)
            if (filler and (following is None or parted)) or self._line.has(self._purpose[-1].at, {"?", "!"}):
                break
            last_words = {"verder", "further"} | words.AFTERWARDS
            ends = purpose_words.TAILS | (last_words if following is None and not rest else set())
            at = self._purpose[-1].at
            where = following is not None and following.at == at + 1 and self._is_written_in(following)
            if (self._line.has(at, ends) and not where) or self._line.hyphen(at) or self._line.hyphen(at - 1):
                break
            rest.insert(0, self._purpose.pop())
        first, last = self._purpose[0], self._purpose[-1]
        alone = first is last and self._line.has(first.at, words.DURING)
        if not alone or following is None or following.kind not in WHENS:
            first = Segment(SegmentKind.PURPOSE, first.at, last.end)
        self._found.append(first)
        self._found += rest
        self._purpose = []

    def _tells_how(self, following: Segment | None) -> bool:
        """Return whether the last word tells how the contact behind it is: *we hebben een kort / gesprek*."""
        way = following is not None and following.kind in (SegmentKind.CHANNEL, SegmentKind.TALK)
        return way and self._purpose[-1].kind is SegmentKind.MANNER


_WRITTEN_IN = frozenset(("in", "via"))
_BEGINNING = (
    step_words.CONTACT_VERBS | step_words.INFINITIVES | step_words.FIRST_PERSON | step_words.STARTING
    | step_words.REQUEST | {"beginnen", "starten", "beurt", "zet"}
)  # fmt: skip
"""Words of a step after which nobody else can begin."""
_READING = step_words.ANSWERING | words.those("leest lezen reads read bekijkt bekijken ondertekent signs")
"""What somebody does with what others write: *moeder leest het*."""
_COMING_ALONG = frozenset(("joining", "attending", "coming", "aangesloten", "aangeschoven"))
"""Behind *with gran* these say no more than that she comes."""
_TO = frozenset(("naar", "aan", "to"))
_SURELY_THERE = contact_words.ALONG - {"ook", "too", "mee", "bij"}
_ITS_OWN = words.those("zijn haar z'n zn d'r hun")
_HYPHENED = 3
"""Segments of a word with a hyphen in it."""


def _school(place: Segment) -> Segment:
    """Return the school as who is reached."""
    at = place.end - 1
    return replace(
        place,
        kind=SegmentKind.PERSON,
        channel=None,
        role=role_words.TEACHER,
        person=at,
        person_end=place.end,
    )


def _is_undated(segment: Segment) -> bool:
    """Return whether it hangs on what the calendar has no date for, as words of a purpose may seem to."""
    return segment.match is not None and any(each.code == "unknown_anchor" for each in segment.match.whens)


def _lead(line: Line, i: int) -> int:
    """Return the place before a person, articles and *zijn* left out."""
    j = i - 1
    while line.has(j, contact_words.POSSESSIVES):
        j -= 1
    return j - 1 if line.has(j, {"."}) and line.has(j - 1, contact_words.WITH) else j

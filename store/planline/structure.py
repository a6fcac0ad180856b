"""Tell structure from purpose: the first word of no group begins the purpose, which is kept whole.

Channel, *when*, people who take part and who starts are structure. A purpose runs to the next *when*, the
next channel or the end of the line; nobody is looked for in it, no first step and no *niet*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.domain import role_words
from store.domain.plan import DIRECTED, MEETINGS, Initiative
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.attendance import INTERPRETER
from store.planline.condition import behind_sooner
from store.planline.duration import duration
from store.planline.first_and_then import one_after_another
from store.planline.first_step import FirstStep, Surroundings
from store.planline.initiative import first_step, subject_of, wanted_by
from store.planline.known_names import KnownNames
from store.planline.months import ordinal
from store.planline.purpose_begins import is_reached, is_structure
from store.planline.purpose_ends import ends_purpose, is_sent_as_well
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.so_far import SoFar, lead
from store.planline.speaks_there import speaks_there
from store.planline.tokens import Line

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


class _Walk(SoFar):
    """One walk through the segments of a clause."""

    def __init__(self, line: Line, segments: Sequence[Segment], known: KnownNames) -> None:
        super().__init__(line, segments, Surroundings.of(line, segments, known), known)
        self._told = range(0)
        self._elsewhere = False
        self._ordered = False
        self._company: list[Segment] = []

    def structure(self) -> Structure:
        for place, segment in enumerate(self.segments):
            if segment.at in self._told:
                self._put_down_told(segment)
                continue
            if self.purpose and not ends_purpose(self, segment, place):
                self._go_on(segment, place)
                continue
            shared = self._shared_subject(segment)
            company = self._who_talks_as_well(segment)
            self._close(segment)
            self.found += company
            if ordered := one_after_another(self.around, segment.at) or self._comes_for_a_part(segment):
                self._told, self._ordered = ordered, True
                self._put_down_told(segment)
                continue
            if shared is not None:
                self.steps.append(shared)
                self.used |= shared.tokens
            elif segment.at not in self.used:
                self._look_for_step(segment)
            if segment.at in self._told:
                self._told = range(segment.at, self._told.stop)
                self._put_down_told(segment)
            elif self._says_no_more(segment):
                self.found.append(replace(segment, kind=SegmentKind.FILLER))
            elif segment.kind is SegmentKind.PLACE and is_reached(self, segment, place):
                self.found.append(_school(segment))
            elif told := self._reads_it(segment):
                self._told = told
                self.found += [Segment(SegmentKind.PURPOSE, told.start, told.stop), segment]
            elif is_structure(self, segment, place):
                self.found.append(segment)
            else:
                self._begin(segment)
        self._close()
        steps = self._turned() or sorted(self.steps, key=self._weight)
        found = tuple(self._with_particles())
        used, along = frozenset(self.used), frozenset(self.along)
        return Structure(found, self._best(steps), used, along, self._disputed(steps))

    def _turned(self) -> list[FirstStep]:
        """Return the step that *of zij mij* is: it is either of them, whoever else was said to begin."""
        return [each for each in self.steps if each.tokens and self.line.has(min(each.tokens), words.OR)]

    def _says_no_more(self, segment: Segment) -> bool:
        """Return whether it was read with another: *moeder* again, in *bel ik moeder of moeder mij*."""
        if segment.at in self.used and segment.kind in _SAYING_NO_MORE:
            return True
        if segment.kind is not SegmentKind.PERSON or not any(
            segment.at in each.tokens for each in self._turned()
        ):
            return False
        named = self.line.called(segment.person, segment.person_end)
        people = of_kind(self.found, SegmentKind.PERSON)
        return any(self.line.called(each.person, each.person_end) == named for each in people)

    def _go_on(self, segment: Segment, place: int) -> None:
        self.purpose.append(segment)
        if segment.kind is SegmentKind.PERSON and is_sent_as_well(self, segment, place):
            self._company.append(segment)

    def _with_particles(self) -> list[Segment]:
        """Give a purpose the end of its verb back: *oma haalt elke di op*."""
        found = list(self.found)
        told = [n for n, each in enumerate(found) if each.kind is SegmentKind.PURPOSE]
        for n in told:
            at = n + 1
            while at < len(found) and (found[at].kind in WHENS or self._leads_a_day(found, at)):
                at += 1
            ends = at + 1 >= len(found) or found[at + 1].kind in (SegmentKind.SIGN, SegmentKind.AND)
            if n + 1 < at < len(found) and ends and self.ends_verb(found[at]):
                self.used.add(found[at].at)
                found[at] = replace(found[at], kind=SegmentKind.PURPOSE)
        return found

    def _leads_a_day(self, found: Sequence[Segment], at: int) -> bool:
        """Return whether *op* of *op vrijdag* stands there."""
        return self.line.has(found[at].at, words.ON) and at + 1 < len(found) and found[at + 1].kind in WHENS

    def _weight(self, step: FirstStep) -> int:
        """Rank a step: *juf belt* goes before *moeder laat weten*, and that before nobody."""
        if step.who is None:
            return 2
        if step.who is Initiative.EITHER and step.starter:
            return -1
        return 0 if any(self.line.has(n, step_words.CONTACT_VERBS) for n in step.tokens) else 1

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
        return any(self.line.has(n, _BEGINNING | {">", "door", "by"}) for n in step.tokens)

    def _best(self, steps: list[FirstStep]) -> FirstStep:
        """Return the step that was said outright; else the one that a condition leaves to somebody."""
        if steps:
            return steps[0]
        for segment in self.found:
            sooner = behind_sooner(self.line, segment.at) > segment.at
            if segment.kind is SegmentKind.ON_DEMAND and not sooner:
                wish = wanted_by(self.line, segment.at, segment.end, self.known)
                if wish is not None:
                    return wish
        return FirstStep()

    def _look_for_step(self, segment: Segment) -> None:
        step = self._same_subject(segment) or first_step(self.around, segment.at)
        if step is None:
            return
        if not step.along:
            self.steps.append(step)
        self.used |= step.tokens
        self.along |= step.along
        self._told = self._told or step.told
        self._elsewhere = self._elsewhere or step.elsewhere

    def _put_down_told(self, segment: Segment) -> None:
        """Keep what somebody sees to alone as one purpose, with the people it names."""
        begins = segment.at == self._told.start
        if begins:
            self.found.append(Segment(SegmentKind.PURPOSE, self._told.start, self._told.stop))
        met = self._ordered and segment.kind in (SegmentKind.PERSON, SegmentKind.CHANNEL, SegmentKind.TALK)
        named = segment.kind is SegmentKind.PERSON and not begins and not self._elsewhere
        # *vader regelt tolk*: who interprets is there
        named = named or (bool(segment.role) and self.line.has(segment.person, INTERPRETER))
        if met or named:
            self.found.append(segment)

    def _same_subject(self, segment: Segment) -> FirstStep | None:
        """Read *Selma regelt het zelf, mailt mentor*: behind a joint a verb has the subject before it."""
        line = self.line
        joint = line.has(segment.at - 1, words.AND | words.OR | {","}) and line.has(
            segment.at, step_words.CONTACT_VERBS
        )
        before = self.steps[-1] if joint and self.steps else None
        if before is None or before.who is None:
            return None
        first = self.around.at(min(before.tokens, default=-1))
        if first is None or first.kind is not SegmentKind.PERSON:
            return None
        return replace(before, tokens=frozenset({segment.at}), told=range(0))

    def _shared_subject(self, segment: Segment) -> FirstStep | None:
        """Read *opa haalt op en belt*: who the purpose begins with is who reaches others as well."""
        line = self.line
        verb = line.has(segment.at, step_words.CONTACT_VERBS) and line.has(segment.at - 1, words.AND)
        told = self.purpose or of_kind(self.found, SegmentKind.PURPOSE)[-1:]
        first = self.around.at(told[0].at) if verb and told else None
        if first is None or first.kind is not SegmentKind.PERSON:
            return None
        return subject_of(self.around, first, segment.at)

    def _who_talks_as_well(self, segment: Segment) -> list[Segment]:
        """Read *her aunt picks her up and has a word with me*: who the purpose begins with is who talks.

        What leads to the talk tells no more of what it is for, and goes with that person.
        """
        joints = [n for n, each in enumerate(self.purpose) if each.kind is SegmentKind.AND]
        if segment.kind is not SegmentKind.TALK or not joints:
            return []
        told = [each for each in self.purpose if each.kind is not SegmentKind.FILLER]
        who, leads = told[0], self.purpose[joints[-1] + 1 :]
        having = step_words.HAVING | step_words.DOING
        led = all(each.kind in SMALL_KINDS or self.line.has(each.at, having) for each in leads)
        verb = self.line.skip(who.end, step_words.MODALS | _GOING)
        does = any(each.kind is SegmentKind.WORD and each.at == verb for each in told)
        if who.kind is not SegmentKind.PERSON or not led or not does:
            return []
        self.used |= {each.at for each in leads}
        last = self.purpose[joints[-1] - 1]
        self.found.append(Segment(SegmentKind.PURPOSE, self.purpose[0].at, last.end))
        self.purpose = []
        return [who, *(replace(each, kind=SegmentKind.FILLER) for each in leads)]

    def _reads_it(self, segment: Segment) -> range:
        """Return the tokens of *moeder leest het*, *vader antwoordt*: who gets what others send."""
        line = self.line
        joined = segment.kind is SegmentKind.PERSON and line.has(lead(line, segment.at), words.AND | {","})
        written = any(each.channel in DIRECTED for each in of_kind(self.found, SegmentKind.CHANNEL))
        if not joined or not written or not line.has(segment.end, _READING):
            return range(0)
        end = line.skip(segment.end + 1, purpose_words.SMALL | purpose_words.TAILS)
        ends = line.token(end) is None or line.has(end, {",", ";", "."})
        return range(segment.at, end) if ends else range(0)

    def _comes_for_a_part(self, who: Segment) -> range:
        """Return the tokens of *Bas schuift de laatste 10 min aan*, *Bas for the first ten minutes only*."""
        line = self.line
        if who.kind is not SegmentKind.PERSON or who.absent:
            return range(0)
        begin = line.skip(who.end, step_words.ATTENDING | step_words.COMING_VERBS | {"er", "alleen", "only"})
        first = line.skip(begin, words.THE | {"for", "there", "voor"})
        nth = ordinal(line, first) is not None
        if begin == who.end and not nth:
            return range(0)
        later = line.skip(begin, {"in", "us"}) if begin > who.end else begin
        counted = first if nth else later
        led = counted == first or (begin > who.end and line.has(later, words.AFTER))
        if led and (length := duration(line, counted + 1)) is not None:
            end = line.skip(length.end, contact_words.ALONE | step_words.PARTICLES)
            if line.token(end) is None or line.has(end, {",", ";", "."}):
                return range(who.at, end)
        for at in range(first + 1, min(len(line), who.end + 9)):
            part = any(line.has(n, words.ORDINALS.keys()) for n in range(begin, at))
            if part and line.has(at, step_words.PARTICLES) and not line.has(at - 1, words.AND):
                return range(who.at, at + 1)
            if line.has(at, {",", ";"}) or ((found := self.around.at(at)) and found.kind is SegmentKind.DAYS):
                return range(0)
        return range(0)

    def _begin(self, segment: Segment) -> None:
        self.purpose = [segment]
        if speaks_there(self, segment):
            self._company.append(segment)
        if [each.kind for each in self.found[-2:]] == [SegmentKind.MANNER, SegmentKind.AND]:
            # *short and sweet*
            self.purpose[:0] = [self.found.pop(-2), self.found.pop()]
        while self.found and self.found[-1].kind in _NEUTRAL and self.found[-1].at not in self.used:
            at = self.found[-1].at
            # *, anders gaat het mis*, *, dan spreken we de rest af*
            then = self.line.has(at, step_words.THEN_OR_ELSE) and self.line.has(at - 1, {",", ";", "."})
            if not then and not self.line.has(at, purpose_words.LEADS):
                break
            self.purpose.insert(0, self.found.pop())

    def _close(self, following: Segment | None = None) -> None:
        """Put the purpose down as one segment; joints at its end and *op* before a day are none of it."""
        if not self.purpose:
            return
        rest: list[Segment] = []
        if len(self.purpose) > 1 and self._tells_how(following):
            rest.append(self.purpose.pop())
        while len(self.purpose) > 1 and self.purpose[-1].kind in _NEUTRAL:
            filler = self.purpose[-1].kind is SegmentKind.FILLER
            parted = any(each.kind in (SegmentKind.SIGN, SegmentKind.AND) for each in rest)
            if (filler and (following is None or parted)) or self.line.has(self.purpose[-1].at, {"?", "!"}):
                break
            last_words = {"verder", "further"} | words.AFTERWARDS
            ends = purpose_words.TAILS | (last_words if following is None and not rest else set())
            at = self.purpose[-1].at
            if self.line.has(at, {"zijn"}) and self.line.has(self.purpose[0].at, purpose_words.ABOUT):
                # *over ziek zijn*
                break
            where = following is not None and following.at == at + 1 and self.is_written_in(following)
            if (self.line.has(at, ends) and not where) or self.line.hyphen(at) or self.line.hyphen(at - 1):
                break
            rest.insert(0, self.purpose.pop())
        first, last = self.purpose[0], self.purpose[-1]
        shown = self._who_shows()
        alone = first is last and self.line.has(first.at, words.DURING)
        if not alone or following is None or following.kind not in WHENS:
            first = Segment(SegmentKind.PURPOSE, first.at, last.end)
        self.found += [first, *self._company, *shown, *rest]
        self.purpose, self._company = [], []

    def _who_shows(self) -> list[Segment]:
        """Read *Bas shows mum his folder*, *oma laat haar foto's zien*, at a meeting: those are there."""
        who, line = self.purpose[0], self.line
        ways = {each.channel for each in of_kind(self.segments, SegmentKind.CHANNEL, SegmentKind.PLACE)}
        met = ways <= MEETINGS and bool(ways or of_kind(self.segments, SegmentKind.TALK))
        if not met or who.kind is not SegmentKind.PERSON or who.absent:
            return []
        whom = [each for each in self.purpose if each.at == who.end + 1 and each.role]
        inside = range(who.end, self.purpose[-1].end)
        seen = line.has(who.end, {"laat"}) and any(line.has(n, {"zien", "horen"}) for n in inside)
        shows = seen or line.has(who.end, _SHOWING)
        # *shows signs of stress* is talked about
        return [who, *whom] if shows and line.has(whom[0].end if whom else who.end + 1, _HIS_OWN) else []

    def _tells_how(self, following: Segment | None) -> bool:
        """Return whether the last word tells how the contact behind it is: *we hebben een kort / gesprek*."""
        way = following is not None and following.kind in (SegmentKind.CHANNEL, SegmentKind.TALK)
        return way and self.purpose[-1].kind is SegmentKind.MANNER


_BEGINNING = (
    step_words.CONTACT_VERBS | step_words.INFINITIVES | step_words.FIRST_PERSON | step_words.STARTING
    | step_words.REQUEST | {"beginnen", "starten", "beurt", "zet", "eerst", "eerste", "first"}
)  # fmt: skip
"""Words of a step after which nobody else can begin."""
_SHOWING = words.those("shows presents demonstrates performs toont presenteert demonstreert showt")
_HIS_OWN = role_words.WHOSE | words.ARTICLES | words.THE
_GOING = frozenset(("'s", "is", "are", "going", "to"))
"""With the verbs of *may* and *will* these stand before what somebody does: *is going to fetch her*."""
_READING = step_words.ANSWERING | words.those("leest lezen reads read bekijkt bekijken ondertekent signs")
"""What somebody does with what others write: *moeder leest het*."""


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

"""What the walk through a clause has read so far, and what can be asked of it anywhere on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from store.planline import contact_words, purpose_words, step_words, words
from store.planline.attendance import joins
from store.planline.first_step import FirstStep, Surroundings
from store.planline.initiative import first_step
from store.planline.known_names import KnownNames
from store.planline.segment import SMALL_KINDS, WHENS, Segment, SegmentKind
from store.planline.tokens import Line

_BEING_AT = frozenset(("at", "in", "op", "aan"))
_WRITTEN_IN = frozenset(("in", "via"))


@dataclass(slots=True)
class SoFar:
    """The clause, and what of it is put down by now.

    `found` is put down, `purpose` still goes on; `steps` say who starts. `used` are the words that are
    structure, `along` those of them that say who comes as well.
    """

    line: Line
    segments: Sequence[Segment]
    around: Surroundings
    known: KnownNames
    found: list[Segment] = field(default_factory=list)
    purpose: list[Segment] = field(default_factory=list)
    steps: list[FirstStep] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    along: set[int] = field(default_factory=set)

    def has_when(self) -> bool:
        """Return whether a day, a time or a rhythm is put down."""
        return any(each.kind in WHENS for each in self.found)

    def has_channel(self) -> bool:
        """Return whether a way of contact, a talk or a place is put down."""
        return any(
            each.kind in (SegmentKind.CHANNEL, SegmentKind.TALK, SegmentKind.PLACE) for each in self.found
        )

    def breaks_off(self, place: int) -> bool:
        """Return whether a comma stands right before this person, or before *met*."""
        back = [each for each in self.segments[max(0, place - 3) : place] if each.kind not in SMALL_KINDS]
        return bool(back) and self.line.has(back[-1].at, {",", ";", ".", "("})

    def behind_list(self, at: int) -> int:
        """Return the place behind *en haar vriendin*, *, papa of oma*: the others named with somebody."""
        behind = at
        while at < len(self.segments) and self._joins_people(self.segments[at]):
            joint, other = self.segments[at], at + 1
            while other < len(self.segments) and self.segments[other].kind in SMALL_KINDS:
                other += 1
            if other == len(self.segments) or self.segments[other].kind is not SegmentKind.PERSON:
                break
            at = other + 1
            # a comma goes on with a list only where *en* or *of* ends it
            behind = behind if joint.kind is SegmentKind.SIGN else at
        return behind

    def _joins_people(self, joint: Segment) -> bool:
        comma = joint.kind is SegmentKind.SIGN and self.line.has(joint.at, {","})
        return comma or joint.kind in (SegmentKind.AND, SegmentKind.OR)

    def stands_alone(self, segment: Segment, place: int) -> bool:
        """Return whether structure follows the person, and not the rest of a sentence about this person."""
        line = self.line
        behind = self.behind_list(place + 1)
        if line.has(segment.end, purpose_words.OPENERS) and behind == place + 1:
            # *mama of het lukt*, and not *mama of oma tekent*
            return True
        following = self.segments[behind] if behind < len(self.segments) else None
        if following is None or joins(line, self.segments[behind - 1].end) is not None:
            return True
        if following.kind is SegmentKind.MANNER or line.has(following.at, purpose_words.ABOUT):
            return True
        if self._is_elsewhere(behind):
            return False
        if following.kind is SegmentKind.WORD or (
            line.has(following.at, step_words.ATTENDING) and following.kind is SegmentKind.FILLER
        ):
            return following.at in self.used
        return True

    def _is_elsewhere(self, place: int) -> bool:
        """Return whether *op haar werk*, *at work* stands there: where somebody is, who is not here then."""
        at = self.segments[place]
        noun = next((each for each in self.segments[place + 1 :] if each.kind not in SMALL_KINDS), None)
        led = at.kind in (SegmentKind.FILLER, SegmentKind.WORD) and self.line.has(at.at, _BEING_AT)
        return led and noun is not None and noun.kind is SegmentKind.WORD and noun.at not in self.used

    def starts(self, person: Segment) -> bool:
        """Return whether this person takes the first step: *grote zus belt*."""
        step = first_step(self.around, person.at)
        return step is not None and step.who is not None

    def after_channel(self) -> bool:
        """Return whether only articles stand between a channel word and here."""
        for each in reversed(self.found):
            if each.kind is SegmentKind.MANNER:
                continue
            if each.kind is SegmentKind.FILLER and self.line.has(each.at, contact_words.POSSESSIVES):
                continue
            return each.kind in (SegmentKind.CHANNEL, SegmentKind.TALK) or each.at in self.used
        return False

    def ends_verb(self, segment: Segment) -> bool:
        """Return whether one word stands there that may end a verb; *op* of *op school* does not."""
        return segment.end == segment.at + 1 and self.line.has(segment.at, purpose_words.VERB_ENDS)

    def is_written_in(self, way: Segment) -> bool:
        """Return whether *in het* stands before an app or a book by its name: *een regel in het schrift*."""
        line = self.line
        return bool(way.name) and line.has(line.maybe_before(way.at, words.THE) - 1, _WRITTEN_IN)


def lead(line: Line, i: int) -> int:
    """Return the place before a person, articles and *zijn* left out."""
    j = i - 1
    while line.has(j, contact_words.POSSESSIVES):
        j -= 1
    return j - 1 if line.has(j, {"."}) and line.has(j - 1, contact_words.WITH) else j

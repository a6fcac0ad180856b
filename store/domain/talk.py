"""One talk, from planned to finished. Every change gives a new talk; the rules are its methods."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from store.domain.board import AgendaPoint, Agreement, explains
from store.domain.kinds.parents_form import ParentsForm
from store.domain.people import NOBODY, OF_AGE, OWN_SHEET, Carer, Presence, Pupil, Speaker, Voice
from store.domain.plan import CommunicationPlan, ContactMoment, InformationMoment, WhenKind
from store.domain.timer import Sitting
from store.domain.year.sequel import Became, Followed, Sequel, is_settled

DEFAULT_MINUTES = 20


class TalkState(StrEnum):
    """Where a talk stands."""

    PLANNED = "planned"
    RUNNING = "running"
    SET_ASIDE = "set_aside"
    FINISHED = "finished"
    NOT_COME = "not_come"
    CANCELLED = "cancelled"


OVER = frozenset((TalkState.FINISHED, TalkState.NOT_COME, TalkState.CANCELLED))
"""The states in which nothing more is to come of a talk."""


class Missing(StrEnum):
    """What a talk still needs before it can be finished, in the order the closing screen asks."""

    PLAN = "plan"
    CHANNEL = "channel"
    STARTER = "starter"
    REASON = "reason"
    INFORMATION = "information"


class Occasion(StrEnum):
    """What a talk comes upon: a new year together, a year more with the same teacher, a pupil who joined."""

    NEW = "new"
    AGAIN = "again"
    JOINED = "joined"


class NotFinishedError(Exception):
    """The talk cannot be finished yet; `missing` says what is missing."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """When a talk takes place: local wall time in the school's zone, without offset, and minutes."""

    start: datetime
    minutes: int = DEFAULT_MINUTES

    @property
    def end(self) -> datetime:
        """The planned end, local wall time."""
        return self.start + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDetails:
    """What one carer said of the own number, address and name in a letter: `id` is the carer's.

    A new `phone` or `email` takes the place of what the class list says; empty means that it stays. So does
    `addressed`, which stays where it is None: empty is by the whole name.
    """

    id: str
    right: bool = False
    phone: str = ""
    email: str = ""
    addressed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangements:
    """The optional last rows of the closing: what else can be settled while everybody is here.

    `first_contact` is a carer's id, `other_contact` the name of a first contact who is no carer; `checked`
    holds what each carer said of number and address. `buddy_offers` is what this family can mean for another
    one and `buddy_needs` what another could help it with; `buddy_shared` is whether that may be told by name.
    `details` is one text that was typed for all carers together, `details_right` that all were right, `buddy`
    what was noted before offers and needs were told apart: they are only read, from folders of before.
    `goal` is what they want to reach together. `sheet_language` is what the sheet of the family is told in
    beside ours, as a code; empty by what is spoken at home. `support` is who supports a parent in keeping
    contact: name, relation and number, as typed. `read_along` are the pupils of age, by id, who said that
    their parents may read along.
    """

    first_contact: str = ""
    other_contact: str = ""
    checked: tuple[CheckedDetails, ...] = ()
    details_right: bool = False
    details: str = ""
    buddy: str = ""
    buddy_offers: str = ""
    buddy_needs: str = ""
    buddy_shared: bool = False
    pupil_file: str = ""
    reception: str = ""
    goal: str = ""
    sheet_language: str = ""
    support: str = ""
    read_along: tuple[str, ...] = ()

    def details_of(self, carer_id: str) -> CheckedDetails:
        """Return what this carer said of number and address."""
        found = (each for each in self.checked if each.id == carer_id)
        return next(found, CheckedDetails(id=carer_id, right=self.details_right))

    def check(self, details: CheckedDetails) -> Arrangements:
        """Put this in the place of what the same carer said before."""
        others = tuple(each for each in self.checked if each.id != details.id)
        return replace(self, checked=(*others, details))


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A talk with one family: its slot, its people, what was written down, and how it stands.

    `pupil` knows only the carers this talk is with (see `audience`); `siblings` are the other children it is
    about, each with the same carers as its own row of the class list has them. `lines` counts the lines that
    were taken from the capture line, ever: a draft carries the number of the line it will become.
    `handed_over` is when (UTC) it was copied into the school's own system, as it still reads; until the text
    of every child was, `copied` are the children whose was. `broken_off` says that the program ended while it
    was running. `again` is the talk, by id, that the family missed and this one was planned for; of several
    the first. `deck` names what kind of talk it is; empty is the one that every talk has. In a kind that
    `asks_information` it is asked whether the family wants to meet with others. `place_reason` is why a talk
    is not at school, as was agreed. `forms` are what the parents filled in at home, of each child one, where
    somebody took it down. `occasion` is None while nobody said, and what is stored tells. `sequels`
    are what came of the plan and the agreements in the course of the year, and
    `follows` the contact moment of an earlier talk that this one is. `announced` are the decisions, by id,
    that were made on an information moment the family wished for before: its calendar may hold them.
    `revision` goes up with every change.
    """

    id: str
    slot: Slot
    pupil: Pupil
    siblings: tuple[Pupil, ...] = ()
    teacher: str = ""
    remark: str = ""
    place: str = ""
    place_reason: str = ""
    deck: str = ""
    asks_information: bool = True
    occasion: Occasion | None = None
    state: TalkState = TalkState.PLANNED
    presence: Presence = field(default_factory=Presence)
    made_with: Presence | None = None
    sittings: tuple[Sitting, ...] = ()
    points: tuple[AgendaPoint, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    plan: CommunicationPlan = field(default_factory=CommunicationPlan)
    information: InformationMoment | None = None
    arrangements: Arrangements = field(default_factory=Arrangements)
    forms: tuple[ParentsForm, ...] = ()
    followed_up: bool = False
    handed_over: datetime | None = None
    copied: tuple[str, ...] = ()
    broken_off: bool = False
    sequels: tuple[Sequel, ...] = ()
    follows: Followed | None = None
    again: str = ""
    announced: tuple[str, ...] = ()
    lines: int = 0
    revision: int = 0

    # -- who ---------------------------------------------------------------
    @property
    def pupils(self) -> tuple[Pupil, ...]:
        """Every child this talk is about, the first one first."""
        return (self.pupil, *self.siblings)

    def about(self, pupil_ids: Collection[str]) -> bool:
        """Say whether this talk is about one of these pupils."""
        return any(pupil.id in pupil_ids for pupil in self.pupils)

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Who may bring a point, in the order of the board's columns: each child has a voice of its own."""
        children = [Speaker(Voice.PUPIL, pupil.id) for pupil in self.pupils if self.siblings]
        return (*(children or [Speaker(Voice.PUPIL)]), Speaker(Voice.CARER), Speaker(Voice.TEACHER))

    def speaker_of(self, point: AgendaPoint) -> Speaker:
        """Return whose column a point is in; of a child nobody named the first child's."""
        if point.voice is not Voice.PUPIL or not self.siblings:
            return Speaker(point.voice)
        named = (pupil.id for pupil in self.pupils if pupil.id in point.pupil_ids)
        return Speaker(Voice.PUPIL, next(named, self.pupil.id))

    def named_children(self, pupil_ids: Collection[str]) -> tuple[Pupil, ...]:
        """Return the children something is for; none where it is for all of them, as in most talks."""
        named = tuple(pupil for pupil in self.pupils if pupil.id in pupil_ids)
        return named if self.siblings and len(named) < len(self.pupils) else ()

    def others_than(self, pupil_ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return for whom it is next, behind these: all, then each of the children by itself."""
        around: list[tuple[str, ...]] = [()]
        around += [(pupil.id,) for pupil in self.pupils if self.siblings]
        return around[(around.index(pupil_ids) + 1) % len(around) if pupil_ids in around else 0]

    @property
    def audience(self) -> tuple[Carer, ...]:
        """The carers this talk is with; everything in it may be read by them and no other carer."""
        return self.pupil.carers

    @property
    def of_age(self) -> tuple[Pupil, ...]:
        """The children who say themselves whether their parents read along."""
        return tuple(pupil for pupil in self.pupils if pupil.is_aged(OF_AGE, self.slot.start.date()))

    @property
    def readers(self) -> tuple[Carer, ...]:
        """The carers who get what this came to for its pupil; of one who is of age only if that was said."""
        asked = self.pupil in self.of_age and self.pupil.id not in self.arrangements.read_along
        return () if asked else self.audience

    @property
    def own_sheet(self) -> bool:
        """Whether the pupil is old enough to be the first a sheet is for."""
        return self.pupil.is_aged(OWN_SHEET, self.slot.start.date())

    @property
    def carers_here(self) -> tuple[Carer, ...]:
        """The carers who sit at the table; all of the audience while none of them does."""
        here = tuple(carer for carer in self.audience if carer.id in self.expected.carers)
        return here or self.audience

    def with_new_details(self, carer: Carer) -> Carer:
        """Return a carer of this talk with what was given in it: number, address, how to be called."""
        said = self.arrangements.details_of(carer.id)
        return replace(
            carer,
            phone=said.phone or carer.phone,
            email=said.email or carer.email,
            addressed=carer.addressed if said.addressed is None else said.addressed,
        )

    @property
    def group(self) -> str:
        """The pupil's group when the talk was planned."""
        return self.pupil.group

    @property
    def expected(self) -> Presence:
        """Who is expected at the table: who was there before, else the pupil and every carer invited."""
        # for whom a contact moment was agreed on is known; that may be the pupil alone
        unknown = {NOBODY} if self.sittings or self.follows else {NOBODY, Presence()}
        return self.invited if self.presence in unknown else self.presence

    @property
    def invited(self) -> Presence:
        """Every child with every carer there is here, and an interpreter where one is needed."""
        return Presence(
            carers=tuple(carer.id for carer in self.audience),
            interpreter=any(pupil.interpreter for pupil in self.pupils),
            siblings=tuple(pupil.id for pupil in self.siblings),
        )

    def children_in(self, presence: Presence) -> tuple[Pupil, ...]:
        """Return the children who sit at the table."""
        first = (self.pupil,) if presence.pupil else ()
        return (*first, *(each for each in self.siblings if each.id in presence.siblings))

    @property
    def untold(self) -> tuple[Pupil, ...]:
        """The children who are not at the table, while nobody said who tells them what was agreed."""
        if any(explains(each.text) for each in self.agreements):
            return ()
        here = self.children_in(self.presence)
        return tuple(pupil for pupil in self.pupils if pupil not in here)

    # -- how it stands -------------------------------------------------------
    @property
    def begun(self) -> bool:
        """Whether anything of this talk must be left alone by an import: it began or was prepared."""
        written = self.points or self.agreements or self.forms
        return bool(self.state is not TalkState.PLANNED or self.sittings or written)

    @property
    def sitting(self) -> Sitting | None:
        """The sitting that is going on."""
        return self.sittings[-1] if self.sittings and self.sittings[-1].ended is None else None

    def begin(self, now: datetime, presence: Presence) -> Talk:
        """Begin, or take up again, with these people at the table. `now` is an instant in UTC.

        What parents or pupil said beforehand is on the agenda from the start.
        """
        return replace(
            self,
            points=tuple(
                point if point.voice is Voice.TEACHER else replace(point, prepared=False)
                for point in self.points
            ),
            state=TalkState.RUNNING,
            presence=presence,
            sittings=(*self._sittings_ended(now), Sitting(started=now)),
            handed_over=None,
            copied=(),
            broken_off=False,
        )

    @property
    def can_be_unbegun(self) -> bool:
        """Whether nothing was agreed in a first sitting: it may have been begun by mistake."""
        agreed = self.agreements or self.plan.moments or self.information or any(p.notes for p in self.raised)
        at_it = self.state in (TalkState.RUNNING, TalkState.SET_ASIDE) and len(self.sittings) == 1
        return at_it and not agreed and self.arrangements == Arrangements()

    def unbegin(self) -> Talk:
        """Take back that the talk was begun; the points on its board stay, as known beforehand."""
        return replace(self, state=TalkState.PLANNED, sittings=(), broken_off=False)

    def is_again(self, before: Talk) -> bool:
        """Say whether nothing was done in it since it was as `before`, but for opening and beginning it."""
        as_then = replace(
            self,
            state=before.state,
            presence=before.presence,
            sittings=before.sittings,
            plan=replace(self.plan, promised=before.plan.promised),
            followed_up=before.followed_up,
            handed_over=before.handed_over,
            copied=before.copied,
            broken_off=before.broken_off,
            # what was typed and taken back leaves nothing but its number
            lines=before.lines,
            revision=before.revision,
        )
        return self.state in (TalkState.RUNNING, TalkState.SET_ASIDE) and as_then == before

    def set_aside(self, now: datetime) -> Talk:
        """Stop for now. The talk stays open and says so."""
        ended = self._sittings_ended(now)
        return replace(self, state=TalkState.SET_ASIDE, sittings=ended, broken_off=False)

    def break_off(self, now: datetime) -> Talk:
        """Stop because the program ends: the family is still there, and the first to go on with."""
        return replace(self.set_aside(now), broken_off=True)

    def finish(self, now: datetime) -> Talk:
        """End the talk, with who is here as the makers of the plan.

        Raises:
            NotFinishedError: something is missing; see `missing`.
        """
        if missing := self.missing():
            raise NotFinishedError(missing)
        return replace(
            self,
            state=TalkState.FINISHED,
            sittings=self._sittings_ended(now),
            made_with=self.presence,
        )

    @property
    def without_plan(self) -> tuple[Pupil, ...]:
        """The children for whom no contact moment was made, while one was for another child."""
        moments = self.plan.moments
        for_all = not moments or any(not each.pupil_ids for each in moments)
        planned = {pupil_id for each in moments for pupil_id in each.pupil_ids}
        return () if for_all else tuple(pupil for pupil in self.pupils if pupil.id not in planned)

    def missing(self) -> tuple[Missing, ...]:
        """Say what is still needed, in the order in which the closing asks for it.

        A talk ends with a plan in which every contact moment has its channel and every home visit a reason,
        and, in a kind that asks for it, with an answer on the information moment. A line that stays open says
        at least how and who starts.
        """
        moments = self.plan.moments
        needs = {
            Missing.PLAN: self.follows is None and (not moments or bool(self.without_plan)),
            Missing.CHANNEL: any(moment.lacks_channel for moment in moments),
            Missing.STARTER: any(moment.lacks_starter for moment in moments),
            Missing.REASON: any(moment.lacks_reason for moment in moments),
            Missing.INFORMATION: self.asks_information and self.follows is None and self.information is None,
        }
        return tuple(need for need, missing in needs.items() if missing)

    def reopen(self) -> Talk:
        """Open a finished, cancelled or missed talk again; everything in it keeps its id."""
        state = TalkState.SET_ASIDE if self.sittings else TalkState.PLANNED
        plan = self.plan.promise() if self.state is TalkState.FINISHED else self.plan
        return replace(self, state=state, plan=plan, followed_up=False, handed_over=None, copied=())

    def not_come(self) -> Talk:
        """Note that the family did not come: call or visit them as soon as possible."""
        return replace(self, state=TalkState.NOT_COME, followed_up=False)

    def cancel(self) -> Talk:
        """Note that the talk will not take place."""
        return replace(self, state=TalkState.CANCELLED)

    def follow_up(self) -> Talk:
        """Note that the family that did not come was called or visited."""
        return replace(self, followed_up=True)

    def hand_over(self, now: datetime, pupil_id: str = "") -> Talk:
        """Note that the school's own system has it since `now` (UTC), from which retention counts.

        With a `pupil_id` it has the text of that child; all of it once it has that of every child.
        """
        copied = {pupil_id, *self.copied}
        if pupil_id and any(pupil.id not in copied for pupil in self.pupils) and self.handed_over is None:
            return replace(self, copied=tuple(each.id for each in self.pupils if each.id in copied))
        return replace(self, handed_over=now, copied=())

    def is_copied(self, pupil_id: str) -> bool:
        """Say whether the school's own system has the text of this child as it now reads."""
        return self.handed_over is not None or pupil_id in self.copied

    def take_back(self, pupil_id: str) -> Talk:
        """Note that the school's own system does not have the text of this child after all."""
        others = tuple(each.id for each in self.pupils if each.id != pupil_id and self.is_copied(each.id))
        return replace(self, handed_over=None, copied=others)

    def replacing(self, before: Talk) -> Talk:
        """Return the talk as it takes the place of `before`: handed over only while it reads the same.

        When the talk is, clocks and counters may differ. A talk that was handed over anew counts as it is.
        """
        same = replace(
            self,
            slot=before.slot,
            sittings=before.sittings,
            followed_up=before.followed_up,
            broken_off=before.broken_off,
            lines=before.lines,
            revision=before.revision,
        )
        handed = (self.handed_over, self.copied) != (before.handed_over, before.copied)
        return self if same == before or handed else replace(self, handed_over=None, copied=())

    def move(self, start: datetime) -> Talk:
        """Put the talk at another time (local wall time); its state stays."""
        return replace(self, slot=replace(self.slot, start=start))

    def seat(self, presence: Presence) -> Talk:
        """Note that these people are at the table now."""
        return replace(self, presence=presence)

    def more_time(self, minutes: int) -> Talk:
        """Give the sitting that is going on so many minutes more; with 0 the added ones are taken back."""
        if (sitting := self.sitting) is None:
            return self
        longer = replace(sitting, extra_minutes=sitting.extra_minutes + minutes if minutes else 0)
        return replace(self, sittings=(*self.sittings[:-1], longer))

    def _sittings_ended(self, now: datetime) -> tuple[Sitting, ...]:
        """All sittings, the open one ended at `now` but never before it started."""
        if (sitting := self.sitting) is None:
            return self.sittings
        return (*self.sittings[:-1], replace(sitting, ended=max(now, sitting.started)))

    # -- the board ---------------------------------------------------------
    def point(self, point_id: str) -> AgendaPoint | None:
        """Return the point with this id; None when it is gone."""
        return next((point for point in self.points if point.id == point_id), None)

    @property
    def raised(self) -> tuple[AgendaPoint, ...]:
        """The points on the board, in the order in which they were brought."""
        return tuple(point for point in self.points if not point.prepared)

    @property
    def prepared(self) -> tuple[AgendaPoint, ...]:
        """The points on the teacher's own slip, which nobody else has seen yet."""
        return tuple(point for point in self.points if point.prepared)

    def raised_by(self, speaker: Speaker) -> tuple[AgendaPoint, ...]:
        """Return the points in this column, in the order in which they were brought."""
        return tuple(point for point in self.raised if self.speaker_of(point) == speaker)

    def bring_up(self, point: AgendaPoint) -> Talk:
        """Put a point of the slip on the board, behind what was raised until now."""
        return self.drop_point(point.id).raise_point(replace(point, prepared=False))

    def raise_point(self, point: AgendaPoint) -> Talk:
        """Add a point to the reverse agenda."""
        return replace(self, points=(*self.points, point))

    def change_point(self, point: AgendaPoint) -> Talk:
        """Put this point in the place of the one with the same id."""
        return replace(self, points=tuple(point if old.id == point.id else old for old in self.points))

    def drop_point(self, point_id: str) -> Talk:
        """Take a point out, with its notes."""
        return replace(self, points=tuple(point for point in self.points if point.id != point_id))

    def for_later(self) -> tuple[AgendaPoint, ...]:
        """Return the points that go with a contact moment."""
        return tuple(point for point in self.raised if point.kept_for)

    def moment_for(self, point: AgendaPoint) -> ContactMoment | None:
        """Return the contact moment a point is kept for; when that is gone, the one that comes first."""
        return self.plan.moment(point.kept_for) or self.plan.first

    def agreement(self, agreement_id: str) -> Agreement | None:
        """Return the agreement with this id; None when it is gone."""
        return next((each for each in self.agreements if each.id == agreement_id), None)

    def agree(self, agreement: Agreement) -> Talk:
        """Add an agreement."""
        return replace(self, agreements=(*self.agreements, agreement))

    def change_agreement(self, agreement: Agreement) -> Talk:
        """Put this agreement in the place of the one with the same id."""
        changed = tuple(agreement if old.id == agreement.id else old for old in self.agreements)
        return replace(self, agreements=changed)

    def drop_agreement(self, agreement_id: str) -> Talk:
        """Take an agreement out, with what came of it."""
        kept = tuple(each for each in self.agreements if each.id != agreement_id)
        return replace(self, agreements=kept, sequels=self._sequels_without(agreement_id))

    # -- the closing -------------------------------------------------------
    def plan_moments(self, *moments: ContactMoment) -> Talk:
        """Add contact moments to the plan."""
        return replace(self, plan=replace(self.plan, moments=(*self.plan.moments, *moments)))

    def change_moment(self, moment: ContactMoment) -> Talk:
        """Put this contact moment in the place of the one with the same id."""
        changed = tuple(moment if old.id == moment.id else old for old in self.plan.moments)
        return replace(self, plan=replace(self.plan, moments=changed))

    def drop_moment(self, moment_id: str) -> Talk:
        """Take a contact moment out, with what came of it."""
        kept = tuple(moment for moment in self.plan.moments if moment.id != moment_id)
        plan = replace(self.plan, moments=kept)
        return replace(self, plan=plan, sequels=self._sequels_without(moment_id))

    def answer_information(self, answer: InformationMoment | None, announced: Collection[str] = ()) -> Talk:
        """Note the family's answer on a collective meeting; None takes the answer back.

        `announced` are the decisions that the answer until now brought along.
        """
        known = tuple(dict.fromkeys((*self.announced, *announced)))
        return replace(self, information=answer, announced=known)

    @property
    def goal(self) -> str:
        """What everybody wants to reach together, in one line; empty when nobody said."""
        return self.arrangements.goal

    def set_goal(self, goal: str) -> Talk:
        """Note what everybody wants to reach together, in the place of what was said before."""
        return self.arrange(replace(self.arrangements, goal=goal))

    def arrange(self, arrangements: Arrangements) -> Talk:
        """Note the optional last row of the closing as it now is; consent goes with what it was given for."""
        said = bool(arrangements.buddy_offers or arrangements.buddy_needs)
        shared = arrangements.buddy_shared and said
        return replace(self, arrangements=replace(arrangements, buddy_shared=shared))

    def form_about(self, pupil_id: str) -> ParentsForm | None:
        """Return what the parents filled in about this child; None while nobody took it down."""
        return next((form for form in self.forms if form.pupil_id == pupil_id), None)

    def take_form(self, form: ParentsForm) -> Talk:
        """Note what the parents filled in, in the place of what was noted about the same child."""
        if any(each.id == form.id for each in self.forms) and not form.is_empty:
            return replace(self, forms=tuple(form if each.id == form.id else each for each in self.forms))
        others = tuple(each for each in self.forms if each.id != form.id)
        return replace(self, forms=others if form.is_empty else (*others, form))

    # -- in the course of the year -------------------------------------------
    def record(self, record_id: str) -> ContactMoment | Agreement | None:
        """Return the contact moment or agreement with this id; None when it is gone, or something else."""
        return self.plan.moment(record_id) or self.agreement(record_id)

    def as_agreed(self, record_id: str) -> ContactMoment | Agreement | None:
        """Return the contact moment or agreement with this id as it was before it was moved."""
        moves = (each for each in self.sequels if each.became is Became.MOVED and each.to == record_id)
        first = next(moves, None)
        return (first and (first.moment or first.agreement)) or self.record(record_id)

    def sequels_of(self, record_id: str) -> tuple[Sequel, ...]:
        """Return what came of a contact moment, an agreement, or of calling this family."""
        return tuple(each for each in self.sequels if each.of == record_id)

    def is_settled(self, record_id: str) -> bool:
        """Say whether something came of a record that is once only."""
        return is_settled(record_id, self.sequels)

    def off(self, record_id: str) -> tuple[date | None, ...]:
        """Return the days on which a record is not kept any more: dropped, or moved elsewhere."""
        return tuple(
            each.due
            for each in self.sequels
            if each.of == record_id and each.settles and each.became is not Became.DONE
        )

    def is_over(self, moment: ContactMoment) -> bool:
        """Say whether something came of a contact moment altogether, and not only of one of its times."""
        when = moment.when
        if when is not None and when.kind is WhenKind.RECURRENCE:
            return False
        came = sum(each.of == moment.id and each.settles for each in self.sequels)
        return came >= max(1, len(when.items) if when else 1)

    def is_off(self, moment: ContactMoment) -> bool:
        """Say whether a contact moment is off altogether, and not only one of its times."""
        when, off = moment.when, self.off(moment.id)
        if when is not None and when.kind is WhenKind.RECURRENCE:
            return False
        return len(off) >= max(1, len(when.items) if when else 1)

    def note_sequel(self, sequel: Sequel) -> Talk:
        """Note what came of something that was agreed on; a family that was called is followed up."""
        called = sequel.of == self.id or self.followed_up
        return replace(self, sequels=(*self.sequels, sequel), followed_up=called)

    def _sequels_without(self, record_id: str) -> tuple[Sequel, ...]:
        return tuple(each for each in self.sequels if each.of != record_id)

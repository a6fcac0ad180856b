"""The school as one class sees it: the class list, the teacher, and what the school decided."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from store.domain.overview.topics import InformationDecision, Sameness, decision_on
from store.domain.people import Pupil
from store.domain.school_year import DEFAULT_ZONE, Reception, SchoolYear, assumed_year
from store.domain.siblings import sheets
from store.domain.talk import DEFAULT_MINUTES, Talk
from store.domain.text import caseless
from store.domain.timetable.proposal import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """What belongs to a whole year rather than to one day.

    `reached_by` is how families reach the teacher, as typed. `language` is "nl" or "en", empty for the
    default; `minutes` the usual length of a talk. `decisions` are about the information moments that families
    wish for. `decisions_off` and `receptions_off` are what was announced for a day and is not so any more:
    calendars may still hold it. `colleagues` are the teachers of whom something was read in: this class is
    theirs too. `proposal` is a timetable that is being made and was not stored yet, `proposals_before` is
    what it was, for the way back.
    """

    pupils: tuple[Pupil, ...] = ()
    teacher: str = ""
    reached_by: str = ""
    year: SchoolYear | None = None
    language: str = ""
    zone: str = DEFAULT_ZONE
    minutes: int = DEFAULT_MINUTES
    decisions: tuple[InformationDecision, ...] = ()
    decisions_off: tuple[InformationDecision, ...] = ()
    receptions_off: tuple[Reception, ...] = ()
    colleagues: tuple[str, ...] = ()
    proposal: Proposal | None = None
    proposals_before: tuple[Proposal, ...] = ()
    revision: int = 0

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the class list, each once, in order."""
        return tuple(sorted({pupil.group for pupil in self.pupils}))

    def group_of(self, talk: Talk) -> str:
        """Return the group that the child of a talk is in now; what it was then, where no list tells."""
        listed = self.pupil(talk.pupil.id)
        return (listed.group if listed else "") or talk.group

    def reception_of(self, group: str) -> Reception | None:
        """Return the reception of a group: its own, else that of everybody."""
        return self.year.reception_of(group) if self.year else None

    def decision_for(self, talk: Talk) -> InformationDecision | None:
        """Return what was decided on the information moment that a family wishes for, as far as it is theirs.

        What was decided for one group of the class list is not for another one.
        """
        if talk.information is None or not talk.information.wanted:
            return None
        decision = decision_on(talk.information.topic, self.decisions)
        return self._theirs(decision, talk) if decision else None

    def decisions_off_for(self, talk: Talk) -> tuple[InformationDecision, ...]:
        """Return what a family may have been told of its information moment before, the latest first."""
        if talk.information is None or not talk.information.wanted:
            return ()
        topic = talk.information.topic
        on_it = (each for each in reversed(self.decisions_off) if decision_on(topic, (each,)))
        return tuple(theirs for each in on_it if (theirs := self._theirs(each, talk)))

    def decisions_left_by(self, talk: Talk) -> tuple[InformationDecision, ...]:
        """Return what a family may have been told of by a wish that it has no more, the latest first."""
        now = self.decision_for(talk)
        known = (*self.decisions, *reversed(self.decisions_off))
        left = [self._theirs(each, talk) or each for each in known if each.id in talk.announced]
        if self.group_of(talk) != talk.group and talk.information is not None:
            # that of the group it was in
            then = decision_on(talk.information.topic, self.decisions) if talk.information.wanted else None
            left += filter(None, (then.of(talk.group, self.groups),)) if then and then.text else ()
        return tuple(each for each in left if each.day and each != now)

    def announced_to(self, talk: Talk) -> tuple[str, ...]:
        """Return the decisions, by id, that the calendar of a family may hold by what it wishes for now."""
        now = self.decision_for(talk)
        told = (now,) if now and now.day else ()
        return tuple(dict.fromkeys(each.root for each in (*told, *self.decisions_off_for(talk))))

    def receptions_off_of(self, group: str) -> tuple[Reception, ...]:
        """Return the receptions that a group may have been told of before, the latest first."""
        return tuple(each for each in reversed(self.receptions_off) if each.group in (group, ""))

    def _theirs(self, decision: InformationDecision, talk: Talk) -> InformationDecision | None:
        return decision.of(self.group_of(talk), self.groups) if decision.text else None

    def following(self, before: School) -> School:
        """Return the school as it follows `before`, with what that announced and this does not any more."""
        decisions = [each for each in before.decisions if each.day and each not in self.decisions]
        now = self.year.receptions if self.year else ()
        receptions = [each for each in (before.year.receptions if before.year else ()) if each not in now]
        return replace(
            self,
            decisions_off=tuple(dict.fromkeys((*before.decisions_off, *decisions))),
            receptions_off=tuple(dict.fromkeys((*before.receptions_off, *receptions))),
        )

    def again_after(self, now: School) -> School:
        """Return the school as it was, as what follows on how it is `now`."""
        return replace(self, revision=now.revision + 1)

    def decide(self, decision: InformationDecision) -> School:
        """Return the school with this decision, new or changed; one that says nothing any more goes.

        Decisions on wordings that are one topic with it are taken up in it.
        """
        same = Sameness((decision.wordings,))
        key = same.key(decision.wordings[0])
        others = tuple(
            each
            for each in self.decisions
            if each.id != decision.id and all(same.key(word) != key for word in each.wordings)
        )
        own = (decision,) if decision.text or len(decision.wordings) > 1 else ()
        return replace(self, decisions=(*others, *own), revision=self.revision + 1)

    def pupil(self, pupil_id: str) -> Pupil | None:
        """Return the pupil with this id, with all carers; None when there is no such pupil."""
        return next((pupil for pupil in self.pupils if pupil.id == pupil_id), None)

    def year_of(self, day: date) -> SchoolYear:
        """Return the school's own year, else the one that a day in it makes likely."""
        return self.year or assumed_year(day)

    def lists(self, pupil_ids: Collection[str]) -> bool:
        """Return whether one of these pupils is in the class list."""
        return any(pupil.id in pupil_ids for pupil in self.pupils)

    def put(self, pupil: Pupil) -> School:
        """Return the school with this pupil in the class list, new or changed."""
        known = any(old.id == pupil.id for old in self.pupils)
        pupils = (
            tuple(pupil if old.id == pupil.id else old for old in self.pupils)
            if known
            else (*self.pupils, pupil)
        )
        return replace(self, pupils=pupils, revision=self.revision + 1)

    def naming(self, talk: Talk, gone: Collection[str] = ()) -> School:
        """Return the school with the child of this talk in the class list as it is called there, with carers.

        Those who are `gone`, by id, came onto the list by what was taken back.
        """
        before = self.pupil(talk.pupil.id)
        listed = before or talk.pupil
        theirs = {*gone, *(carer.id for carer in talk.audience)}
        others = (each for each in listed.carers if each.id not in theirs)
        now = replace(
            listed,
            first_name=talk.pupil.first_name,
            infix=talk.pupil.infix,
            last_name=talk.pupil.last_name,
            carers=listed.carers if listed.carers == talk.audience else (*others, *talk.audience),
        )
        return self if now == before else self.put(now)

    def addressing(self, talk: Talk) -> School:
        """Return the school with the carers of this talk called in the class list as they are in the talk."""
        school = self
        for sheet in sheets(talk):
            called = {each.id: sheet.with_new_details(each).addressed for each in sheet.audience}
            if (pupil := school.pupil(sheet.pupil.id)) is None:
                continue
            carers = tuple(
                replace(each, addressed=called.get(each.id, each.addressed)) for each in pupil.carers
            )
            if carers != pupil.carers:
                school = school.put(replace(pupil, carers=carers))
        return school

    def wishing(self, topics: Collection[str]) -> School:
        """Return the school without what was decided on any other topics: nobody wishes for them any more."""
        known = set(map(caseless, topics))

        def left(decisions: tuple[InformationDecision, ...]) -> tuple[InformationDecision, ...]:
            wished = (
                replace(each, wordings=tuple(word for word in each.wordings if caseless(word) in known))
                for each in decisions
            )
            return tuple(each for each in wished if each.wordings)

        return replace(
            self,
            decisions=left(self.decisions),
            decisions_off=left(self.decisions_off),
            revision=self.revision + 1,
        )

    def without(self, pupil_ids: Collection[str]) -> School:
        """Return the school without these pupils in the class list."""
        pupils = tuple(pupil for pupil in self.pupils if pupil.id not in pupil_ids)
        return replace(
            self,
            pupils=pupils,
            proposal=self.proposal.without(pupil_ids) if self.proposal else None,
            proposals_before=tuple(each.without(pupil_ids) for each in self.proposals_before),
            revision=self.revision + 1,
        )

"""What one group comes down to: numbers, topics, tasks, who can mean something for whom, weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from store.domain.day import SchoolDay
from store.domain.overview.buddies import buddies_of
from store.domain.overview.tasks import TaskKind, tasks_of
from store.domain.overview.topics import Topic, topics_of
from store.domain.people import Pupil
from store.domain.progress import Reached, kinds_of, reached
from store.domain.school import School
from store.domain.school_year import SchoolYear
from store.domain.siblings import without
from store.domain.talk import Talk, TalkState
from store.domain.year.load import Week, load
from store.domain.year.times import Times


@dataclass(frozen=True, slots=True)
class TaskCount:
    """How many tasks of a kind are open, and how many done."""

    kind: TaskKind
    open: int
    done: int


@dataclass(frozen=True, slots=True)
class KindCount:
    """How it stands with the pupils that a kind of talk is for, by the name of its deck."""

    deck: str
    reached: dict[Reached, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOverview:
    """A group in numbers and in the words of its wishes; nobody is named by a field of its own.

    `reached` counts all pupils by how it stands with the kind of talk that most of them have; `kinds` do so
    for each kind, of the others only for who has such a talk. `offers` and `needs` are of
    families that said it may be told.
    `weeks` are only those with contact moments; `to_be_set` and `unplaced` count moments without a day.
    """

    group: str
    pupils: int = 0
    reached: dict[Reached, int]
    kinds: tuple[KindCount, ...] = ()
    topics: tuple[Topic, ...] = ()
    tasks: tuple[TaskCount, ...] = ()
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    weeks: tuple[Week, ...] = ()
    to_be_set: int = 0
    unplaced: int = 0


@dataclass(frozen=True, slots=True)
class Roll:
    """The pupils that count, and the talks about them."""

    pupils: tuple[Pupil, ...]
    talks: tuple[Talk, ...]
    shared: frozenset[str] = frozenset()
    """The ids of talks that are of a group before this one too."""

    @classmethod
    def of_year(cls, school: School, days: Iterable[SchoolDay]) -> Roll:
        """Count the whole class list, and whoever a talk is about beside it."""
        return cls._of(school.pupils, days)

    @classmethod
    def of_days(cls, days: Iterable[SchoolDay]) -> Roll:
        """Count only whom the talks of these days are about."""
        return cls._of((), days)

    @classmethod
    def _of(cls, listed: Sequence[Pupil], days: Iterable[SchoolDay]) -> Roll:
        talks = tuple(talk for day in days for talk in day.in_order)
        known = {pupil.id: pupil for pupil in listed}
        for talk in talks:
            for pupil in talk.pupils:
                known.setdefault(pupil.id, pupil)
        return cls(tuple(known.values()), talks)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups these pupils are in, in order."""
        return tuple(sorted({pupil.group for pupil in self.pupils}))

    def of_group(self, group: str) -> Roll:
        """Return the pupils of one group, and of the talks only what is about them.

        A contact moment for children of more groups is held once: it is of the first one's group.
        """
        pupils = tuple(pupil for pupil in self.pupils if pupil.group == group)
        others = {pupil.id for pupil in self.pupils if pupil.group != group}
        shared = frozenset(talk.id for talk in self.talks if talk.pupil.id in others)
        talks = (without(_led(talk) if talk.id in shared else talk, others) for talk in self.talks)
        return Roll(pupils, tuple(talk for talk in talks if talk is not None), shared)


def _led(talk: Talk) -> Talk:
    """The talk with only the contact moments that are for one or more of its children by name."""
    named = tuple(each for each in talk.plan.moments if each.pupil_ids)
    return replace(talk, plan=replace(talk.plan, moments=named))


def overviews(roll: Roll, school: School, year: SchoolYear) -> tuple[GroupOverview, ...]:
    """Bring each group down to what it comes to."""
    return tuple(_overview(group, roll.of_group(group), school, year) for group in roll.groups)


def standing_by_kind(roll: Roll) -> dict[str, dict[str, Reached]]:
    """Return how it stands with each pupil that a kind of talk is for, by deck and then by id.

    The kind that most pupils have is for all of them, and first of all that there is.
    """
    kinds = kinds_of(roll.talks) or ("",)
    having = {
        deck: {pupil.id for talk in roll.talks if talk.deck == deck for pupil in talk.pupils}
        for deck in kinds
    }
    usual = max(kinds, key=lambda deck: len(having[deck]))
    found = {deck: reached(roll.pupils, roll.talks, deck) for deck in kinds}
    return {
        deck: {each: how for each, how in found[deck].items() if deck == usual or each in having[deck]}
        for deck in (usual, *(each for each in kinds if each != usual))
    }


def _overview(group: str, roll: Roll, school: School, year: SchoolYear) -> GroupOverview:
    by_kind = standing_by_kind(roll)
    kinds = tuple(KindCount(deck, dict(Counter(each.values()))) for deck, each in by_kind.items())
    told = tuple(talk for talk in roll.talks if talk.state is not TalkState.CANCELLED)
    times = Times(year)
    moments = [(talk, moment) for talk in told for moment in talk.plan.moments]
    buddies = buddies_of(each for each in told if each.id not in roll.shared)
    return GroupOverview(
        group=group,
        pupils=len(roll.pupils),
        reached=kinds[0].reached,
        kinds=kinds,
        topics=topics_of(told, school.decisions, roll.shared),
        tasks=_counted(roll.talks),
        offers=tuple(text for _, text in buddies.offers),
        needs=tuple(text for _, text in buddies.needs),
        weeks=tuple(week for week in load(roll.talks, year) if week.any),
        to_be_set=sum(each.to_be_set and not talk.is_settled(each.id) for talk, each in moments),
        unplaced=sum(
            not (each.to_be_set or times.of(each, talk.slot.start.date()).placed or talk.is_settled(each.id))
            for talk, each in moments
        ),
    )


def _counted(talks: Iterable[Talk]) -> tuple[TaskCount, ...]:
    tasks = tasks_of(talks)
    count = Counter((task.kind, task.done) for task in tasks)
    kinds = [kind for kind in TaskKind if count[kind, False] or count[kind, True]]
    return tuple(TaskCount(kind, count[kind, False], count[kind, True]) for kind in kinds)

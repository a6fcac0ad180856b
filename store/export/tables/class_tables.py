"""Tables of the class of one teacher, of a day or a year, with the names of the pupils or without.

What was said in a talk stands in none of them: who reads a table was not in that talk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from store.domain.day import SchoolDay
from store.domain.overview.buddies import buddies_of
from store.domain.overview.group import GroupOverview, Roll, overviews, standing_by_kind
from store.domain.overview.tasks import Task, tasks_of
from store.domain.overview.topics import Same
from store.domain.people import Pupil
from store.domain.progress import Reached
from store.domain.school import School
from store.domain.talk import Talk, TalkState
from store.export.tables.nameless import Names
from store.export.tables.school import (
    REACHED,
    TASKS,
    progress_table,
    school_tables,
    topics_table,
    weeks_table,
)
from store.export.tables.table import Cell, Table
from store.export.wording.days import time_words
from store.export.wording.groups import group_words
from store.export.wording.people import carer_words, listed, pupils_words
from store.export.wording.states import state_words
from store.export.wording.titles import title_words
from store.language import Translator


@dataclass(frozen=True, slots=True)
class TableOrder:
    """What is to be put in tables: days of one school year, all of it or one day, with names or without.

    `same` are wordings that somebody said to be one topic.
    """

    days: tuple[SchoolDay, ...]
    school: School
    day: date
    whole_year: bool
    names: bool = True
    same: tuple[Same, ...] = ()

    @property
    def roll(self) -> Roll:
        """Who counts: in a year the whole class list, on a day whom its talks are about."""
        return Roll.of_year(self.school, self.days) if self.whole_year else Roll.of_days(self.days)


def class_tables(order: TableOrder, t: Translator) -> tuple[Table, ...]:
    """Make the tables that were ordered."""
    if not order.names:
        return school_tables(group_overviews(order), t, order.same)
    roll, groups = order.roll, group_overviews(order)
    return (
        progress_table(groups, t),
        _pupils_table(roll, t),
        topics_table(groups, t, order.same),
        _tasks_table(roll, t),
        _buddies_table(roll, t),
        weeks_table(groups, t),
    )


def group_overviews(order: TableOrder) -> tuple[GroupOverview, ...]:
    """Bring each group down to what it comes to, without names unless they were ordered."""
    roll = order.roll
    groups = overviews(roll, order.school, order.school.year_of(order.day))
    return groups if order.names else tuple(map(Names(order.school, roll.talks).left_out_of, groups))


def _pupils_table(roll: Roll, t: Translator) -> Table:
    """A row for each talk of each pupil, with how it stands with that kind; one for a pupil without any."""
    by_kind = standing_by_kind(roll)
    usual, several = next(iter(by_kind.values())), len(by_kind) > 1
    rows: list[tuple[Cell, ...]] = []
    for pupil in sorted(roll.pupils, key=lambda each: (each.group, each.last_name, each.first_name)):
        head = (group_words(pupil.group, t), pupil.full_name)
        talks = [talk for talk in roll.talks if talk.about({pupil.id})]
        for talk in talks:
            reached = by_kind.get(talk.deck, usual)[pupil.id]
            kind = (title_words(talk.deck, t),) if several else ()
            rows.append((*head, t(REACHED[reached]), *kind, *_talk_cells(talk, t)))
        if not talks:
            none = t(REACHED[Reached.WITHOUT_TALK])
            rows.append((*head, none, *(("",) if several else ()), None, "", none))
    kinds = (t("Kind of talk"),) if several else ()
    stands, held = t("State of the pupil"), t("State of the talk")
    columns = (t("Group"), t("Pupil"), stands, *kinds, t("Talk on"), t("At"), held)
    return Table(t("Pupils"), t("Pupils"), columns, tuple(rows))


def _talk_cells(talk: Talk, t: Translator) -> tuple[Cell, ...]:
    called = talk.state is TalkState.NOT_COME and talk.followed_up
    state = state_words(talk.state, t)
    words = t("{state}, called or visited since", state=state) if called else state
    return talk.slot.start.date(), time_words(talk.slot.start), words


def _tasks_table(roll: Roll, t: Translator) -> Table:
    rows = tuple(
        (
            _groups_words(task.talk.pupils, t),
            _whose(task, t),
            t(TASKS[task.kind]),
            task.day,
            t("yes") if task.done else t("no"),
        )
        for task in tasks_of(roll.talks)
    )
    columns = (t("Group"), t("Pupil"), t("What"), t("By"), t("Done"))
    return Table(t("Follow-ups"), t("Follow-ups"), columns, rows)


def _whose(task: Task, t: Translator) -> str:
    named = task.talk.named_children(task.record.pupil_ids) if task.record else ()
    return listed([pupil.full_name for pupil in named], t) if named else pupils_words(task.talk, t)


def _buddies_table(roll: Roll, t: Translator) -> Table:
    """Who offers beside who could use help, by name only where the family said that it may be told."""
    buddies = buddies_of(roll.talks)
    offers = [(*_family(talk, t), text) for talk, text in buddies.offers]
    needs = [(*_family(talk, t), text) for talk, text in buddies.needs]
    rows = tuple((*one, *other) for one, other in zip_longest(offers, needs, fillvalue=("", "", "")))
    head = (t("Group"), t("Family of"))
    columns = (*head, t("Offers"), *head, t("Could use"))
    return Table(t("Buddies"), t("Buddies"), columns, rows, t("Only of families that said it may be told."))


def _family(talk: Talk, t: Translator) -> tuple[str, str]:
    """Its group and its children; and whom, where the talk is with one of those who raise them."""
    names = pupils_words(talk, t)
    if len(talk.audience) == 1:
        names = f"{names} ({carer_words(talk.audience[0], t)})"
    return _groups_words(talk.pupils, t), names


def _groups_words(pupils: Sequence[Pupil], t: Translator) -> str:
    return ", ".join(dict.fromkeys(group_words(pupil.group, t) for pupil in pupils))

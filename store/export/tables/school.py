"""Tables of one group or several, without names: progress, topics, tasks, buddies, weeks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, zip_longest

from store.domain.overview.group import GroupOverview
from store.domain.overview.tasks import TaskKind
from store.domain.overview.topics import Same, Sameness, perhaps_same
from store.domain.progress import Reached
from store.domain.year.load import Week
from store.export.load import perhaps_words
from store.export.tables.table import Cell, Table
from store.export.wording.decisions import decision_words
from store.export.wording.edges import capital
from store.export.wording.groups import group_words
from store.export.wording.titles import title_words
from store.language import Translator, mark

REACHED = {
    Reached.SPOKEN: mark("spoken"),
    Reached.SET_ASIDE: mark("set aside"),
    Reached.NOT_COME: mark("did not come"),
    Reached.PLANNED: mark("planned"),
    Reached.WITHOUT_TALK: mark("without a talk"),
}
TASKS = {
    TaskKind.FINISH: mark("finish the talk"),
    TaskKind.CALL: mark("call or visit"),
    TaskKind.SET_DATE: mark("set a date"),
    TaskKind.OWN: mark("agreement of the teacher"),
}


def school_tables(
    groups: Sequence[GroupOverview], t: Translator, same: Sequence[Same] = ()
) -> tuple[Table, ...]:
    """Make all tables of these groups; topics in `same` count as one, under all their wordings."""
    return (
        progress_table(groups, t),
        topics_table(groups, t, same),
        _tasks_table(groups, t),
        _buddies_table(groups, t),
        weeks_table(groups, t),
    )


def progress_table(groups: Sequence[GroupOverview], t: Translator) -> Table:
    """Count the pupils of each group by how it stands, and of all groups together.

    Where there is more than one kind of talk, every kind has a row of its own.
    """
    counted = [(each, *kind) for each in groups for kind in _by_kind(each, t)]
    kinds = dict.fromkeys(kind for _, kind, _ in counted)
    several = len(kinds) > 1
    rows = [(group_words(each.group, t), kind, [found]) for each, kind, found in counted]
    if len(groups) > 1:
        together = {kind: [found for _, one, found in counted if one == kind] for kind in kinds}
        rows += [(t("Together"), kind, found) for kind, found in together.items()]
    columns = (
        t("Group"),
        *((t("Kind of talk"),) if several else ()),
        t("Pupils"),
        *(capital(t(REACHED[each])) for each in Reached),
    )
    cells = ((title, *((kind,) if several else ()), *_counts(found)) for title, kind, found in rows)
    return Table(t("Progress"), t("Progress"), columns, tuple(cells))


def _by_kind(group: GroupOverview, t: Translator) -> Sequence[tuple[str, dict[Reached, int]]]:
    """The kinds of talk of a group, and how it stands with each; a file of before does not tell which."""
    return [(title_words(each.deck, t), each.reached) for each in group.kinds] or [("", group.reached)]


def _counts(found: Sequence[dict[Reached, int]]) -> tuple[int, ...]:
    """How many pupils there are, and how many of them stand so and so."""
    counts = [sum(each.get(one, 0) for each in found) for one in Reached]
    return (sum(counts), *counts)


def questions(groups: Iterable[GroupOverview], same: Sequence[Same] = ()) -> tuple[tuple[str, str], ...]:
    """Return the pairs of topics of these groups of which only people can say whether they are one."""
    return perhaps_same(_sameness(groups, same).merged(topic for each in groups for topic in each.topics))


def _sameness(groups: Iterable[GroupOverview], same: Sequence[Same]) -> Sameness:
    """What was said to be one topic: by the teachers when they decided on it, and now."""
    decided = [topic.decision for each in groups for topic in each.topics if topic.decision]
    return Sameness((*same, *(each.wordings for each in decided)))


def _decided(groups: Iterable[GroupOverview], key: str, sameness: Sameness, t: Translator) -> str:
    """Say what each group decided on a topic; a decision names its own group, or is that of the overview."""
    found: dict[str, None] = {}
    for group in groups:
        for topic in group.topics:
            if topic.decision and sameness.key(topic.name) == key:
                words = decision_words(topic.decision, t)
                whose = "" if topic.decision.group else group_words(group.group, t)
                found |= {": ".join(filter(None, (whose, words))): None} if words else {}
    return "; ".join(found)


def topics_table(groups: Sequence[GroupOverview], t: Translator, same: Sequence[Same] = ()) -> Table:
    """List what families want to meet on, and in which groups.

    Beside a topic stand those that may be the same in other words; nothing is merged by itself.
    """
    sameness = _sameness(groups, same)
    topics = sameness.merged(topic for each in groups for topic in each.topics)
    asked = perhaps_same(topics)
    rows: list[tuple[Cell, ...]] = []
    for key, topic in topics.items():
        wanted = (
            (each, sum(one.count for one in each.topics if sameness.key(one.name) == key)) for each in groups
        )
        perhaps = (topics[other].name for pair in asked if key in pair for other in pair if other != key)
        rows.append(
            (
                topic.name,
                topic.count,
                ", ".join(f"{group_words(each.group, t)}: {count}" for each, count in wanted if count),
                ", ".join(topic.times),
                _decided(groups, key, sameness, t),
                "; ".join(perhaps),
            )
        )
    columns = (
        t("Topic"),
        t("Families"),
        t("Families by group"),
        t("Wished when"),
        t("Decided"),
        t("Perhaps the same as"),
    )
    return Table(t("Information"), t("Information moments"), columns, tuple(rows))


def _tasks_table(groups: Sequence[GroupOverview], t: Translator) -> Table:
    rows = tuple(
        (group_words(each.group, t), t(TASKS[task.kind]), task.open, task.done)
        for each in groups
        for task in each.tasks
    )
    columns = (t("Group"), t("What"), t("Open"), t("Done"))
    return Table(t("Follow-ups"), t("Follow-ups"), columns, rows)


def _buddies_table(groups: Sequence[GroupOverview], t: Translator) -> Table:
    """Put who offers beside who could use help, so that a link is seen; each with its group."""
    offers = [(group_words(each.group, t), text) for each in groups for text in each.offers]
    needs = [(group_words(each.group, t), text) for each in groups for text in each.needs]
    rows = tuple(tuple(chain(*pair)) for pair in zip_longest(offers, needs, fillvalue=("", "")))
    columns = (t("Group"), t("Offers"), t("Group"), t("Could use"))
    return Table(t("Buddies"), t("Buddies"), columns, rows, t("Only of families that said it may be told."))


def weeks_table(groups: Sequence[GroupOverview], t: Translator) -> Table:
    """Count the contact moments in each week, by group and together.

    In columns of their own are the held ones among them, and those for a longer period that may come as well.
    """
    weeks = {(each.group, week.monday): week for each in groups for week in each.weeks}
    several = len(groups) > 1
    mondays = sorted({monday for _, monday in weeks})
    found = {
        monday: [weeks.get((each.group, monday), Week(monday, 0)) for each in groups] for monday in mondays
    }
    more = _columns_beside(found.values(), t)
    rows: list[tuple[Cell, ...]] = []
    for monday, each_group in found.items():
        counts = [week.count for week in each_group]
        together = (sum(counts),) if several else ()
        beside = (sum(count(week) for week in each_group) for count in more.values())
        rows.append((monday.isocalendar().week, monday, *counts, *together, *beside))
    for words, numbers in (
        (t("date to be set"), [each.to_be_set for each in groups]),
        (t("no fixed day"), [each.unplaced for each in groups]),
    ):
        if any(numbers):
            together = (sum(numbers),) if several else ()
            rows.append((words, None, *numbers, *together, *(0 for _ in more)))
    names = [group_words(each.group, t) for each in groups] if several else [t("Contact moments")]
    columns = (t("Week"), t("From Monday"), *names, *((t("Together"),) if several else ()), *more)
    note = perhaps_words((week for each in found.values() for week in each), t)
    return Table(t("Weeks"), t("Contact moments per week"), columns, tuple(rows), note)


def _columns_beside(weeks: Iterable[Sequence[Week]], t: Translator) -> dict[str, Callable[[Week], int]]:
    """The columns behind those of the groups in which there is anything, and what is counted in each."""
    columns: dict[str, Callable[[Week], int]] = {
        t("Of which held"): lambda week: week.done,
        t("Perhaps"): lambda week: week.perhaps,
    }
    told = [week for each in weeks for week in each]
    return {title: count for title, count in columns.items() if any(map(count, told))}

"""What the talks of a group still ask for, and what of that is done: for who counts, without any text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from store.domain.board import Agreement
from store.domain.plan import ContactMoment
from store.domain.progress import seen_again
from store.domain.summary import own_agreements
from store.domain.talk import Talk, TalkState


class TaskKind(StrEnum):
    """What is asked for: a talk to finish, a family to call, a date to set, the teacher's own agreement."""

    FINISH = "finish"
    CALL = "call"
    SET_DATE = "set_date"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that a talk asks for; `day` is by when, where there is one."""

    talk: Talk
    kind: TaskKind
    day: date | None = None
    done: bool = False
    record: ContactMoment | Agreement | None = None


def tasks_of(talks: Iterable[Talk]) -> tuple[Task, ...]:
    """Find what these talks ask for, in order of the talks; a talk that was called off asks for nothing.

    What was dropped is neither open nor done.
    """
    told = [talk for talk in talks if talk.state is not TalkState.CANCELLED]
    again = seen_again(told)
    return tuple(task for talk in told for task in _of_talk(talk, again))


def _of_talk(talk: Talk, again: Collection[str]) -> Iterator[Task]:
    if talk.state in (TalkState.RUNNING, TalkState.SET_ASIDE):
        yield Task(talk, TaskKind.FINISH)
    if talk.state is TalkState.NOT_COME:
        yield Task(talk, TaskKind.CALL, done=talk.followed_up or talk.id in again)
    for moment in talk.plan.moments:
        if moment.to_be_set and not talk.off(moment.id):
            yield Task(talk, TaskKind.SET_DATE, done=talk.is_settled(moment.id), record=moment)
    for each in own_agreements([talk]):
        if talk.off(each.agreement.id):
            continue
        done = talk.is_settled(each.agreement.id)
        yield Task(talk, TaskKind.OWN, each.day, done=done, record=each.agreement)

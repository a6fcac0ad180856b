"""A kill between the day that loses a line by undo and the half-typed line that has it again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

from store.domain.board import AgendaPoint
from store.domain.people import Voice
from store.domain.school import School
from store.domain.undo import StepName
from store.files.errors import FilesError
from store.files.writer import Writer
from tests.faults.invented import DAY, a_day
from tests.faults.process import ACKNOWLEDGED, READY, Tell
from tests.faults.stores import new_id, sealed
from tests.faults.tally import Found, Verdict
from tests.faults.trust import NOW
from tui.desk import way_back
from tui.desk.desk import Desk

FEW = 6


class Undoing:
    """A line put on the board, undone onto the line, brought back by redo, and the next one."""

    name = "undo and redo"

    def prepare(self, folder: Path) -> None:
        with sealed(folder) as repository:
            repository.save(a_day(3))

    def work(self, folder: Path, seed: int, tell: Tell) -> None:
        tell(READY)
        for _ in self._run(folder):
            tell(ACKNOWLEDGED)

    def steps(self, folder: Path, seed: int, acknowledge: Callable[[], None]) -> None:
        for _ in islice(self._run(folder), FEW):
            acknowledge()

    def verdict(self, folder: Path, seed: int, acknowledged: int) -> Found:
        try:
            with sealed(folder) as repository:
                day, drafts = repository.day(DAY), repository.drafts(DAY)
        except FilesError as error:
            return Found(Verdict.LOST, f"{type(error).__name__}: {error.reason}")
        board = {point.text for point in day.talks[0].points}
        line = {draft.text for draft in drafts}
        taken_back = {step.line for step in day.undone}
        number, did = divmod(acknowledged, 3)
        whole = {f"regel {each}" for each in range(number)}
        if not whole <= board:
            return Found(Verdict.LOST, "a line that was brought back is gone")
        text = f"regel {number}"
        if did and text not in board | line:
            return Found(Verdict.LOST, "a line is neither on the board nor half typed")
        if did == 2 and text not in board | taken_back:
            return Found(Verdict.LOST, "what was undone can't be brought back")
        more = (text in board) != (did == 1)
        return Found(Verdict.ONE_MORE if more else Verdict.EXACT)

    def _run(self, folder: Path) -> Iterator[None]:
        repository = sealed(folder).open()
        desk = Desk(
            repository,
            Writer(repository, lambda _: None),
            repository.day(DAY),
            School(),
            now=lambda: NOW,
            new_id=new_id,
        )
        for number in count():
            line, talk = f"regel {number}", desk.day.talks[0]
            point = AgendaPoint(id=new_id(), voice=Voice.PUPIL, text=line)
            desk.do(StepName.POINT_ADDED, talk.raise_point(point), line)
            yield from _kept(desk)
            way_back.undo(desk, desk.day.talks[0], place="pupil", line=line)
            yield from _kept(desk)
            way_back.redo(desk, desk.day.talks[0])
            desk.half_typed.type(desk.day.talks[0], "", "")
            yield from _kept(desk)


def _kept(desk: Desk) -> Iterator[None]:
    if not desk.wait_for_disk(60):
        raise RuntimeError("the disk does not answer")
    yield

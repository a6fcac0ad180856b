"""What the files of one day hold of some pupils, each file looked at by itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from store.domain import retention
from store.domain.day import SchoolDay
from store.domain.draft import Draft
from store.files.day_file import DayFile
from store.files.draft_file import DraftFile
from store.files.errors import FilesError, Kind
from store.files.paths import Spot
from store.files.repository import Repository
from store.files.storage import FileStorage


@dataclass(frozen=True, slots=True)
class Traces:
    """Of one day: which files hold these pupils, and of which nobody can tell.

    `whole` is whether the day itself can be read; then a rewrite reaches every file of it. `stay` are
    the half-typed lines of others, as far as anybody can tell, on a day that can't be read.
    """

    day: date
    whole: bool
    holding: tuple[Path, ...]
    unread: tuple[Path, ...]
    stay: tuple[Draft, ...] = ()

    @property
    def left(self) -> tuple[Path, ...]:
        """The files that nobody can tell of, also when these pupils were taken out of this day."""
        return () if self.whole and self.holding else self.unread


def generations(repository: Repository, day: date) -> tuple[dict[Path, SchoolDay], tuple[Path, ...]]:
    """Read all that can be read of a day, by file: itself, the generation before, what was set aside.

    And the files that can't be read; what was set aside of half-typed lines is among those.
    """
    spot = repository.layout.spot(Kind.DAY, day)
    held: dict[Path, SchoolDay] = {}
    unread: list[Path] = []
    for path in filter(None, (spot.path, spot.previous, *repository.layout.asides(day))):
        try:
            found = _day_file(repository, day, path).read()
        except FilesError:
            unread.append(path)
        else:
            held |= {path: found} if found else {}
    return held, tuple(unread)


def traces(repository: Repository, day: date, pupil_ids: Collection[str]) -> Traces:
    """Look through the files of a day. Reads only."""
    held, unread = generations(repository, day)
    holding = tuple(path for path, each in held.items() if retention.holds(each, pupil_ids))
    if repository.layout.spot(Kind.DAY, day).path in held:
        return Traces(day, True, holding, unread)
    typed = repository.layout.spot(Kind.DRAFT, day)
    try:
        drafts = DraftFile(_storage(repository, typed)).read()
    except FilesError:
        return Traces(day, False, holding, (*unread, typed.path))
    # whose a line is only the talks say
    whose = {talk.id: talk for each in held.values() for talk in each.talks}
    stay = tuple(draft for draft in drafts if retention.stays(draft, whose.get(draft.talk), pupil_ids))
    known = all(draft.talk in whose for draft in drafts)
    return Traces(
        day,
        False,
        holding if stay == drafts else (typed.path, *holding),
        unread if known else (*unread, typed.path),
        stay,
    )


def rewrite_beside(repository: Repository, found: Traces, pupil_ids: Collection[str]) -> None:
    """Take these pupils out of what can be read of a day that itself can't: what the app would offer of it.

    The half-typed lines go first: whose they are is in the other files. After a kill the same call on what is
    found then does the rest.

    Raises:
        NotSaved: the disk did not take it.
    """
    typed = repository.layout.spot(Kind.DRAFT, found.day).path
    for path in found.holding:
        if path == typed:
            repository.keep_drafts(found.day, found.stay)
            continue
        file = _day_file(repository, found.day, path)
        if held := file.read():
            after = retention.without_pupils(held, pupil_ids)
            if after.talks:
                file.save(after)
            else:
                file.storage.remove()


def _day_file(repository: Repository, day: date, path: Path) -> DayFile:
    """A file that holds this day, by itself: without a generation before it."""
    return DayFile(_storage(repository, replace(repository.layout.spot(Kind.DAY, day), path=path)))


def _storage(repository: Repository, spot: Spot) -> FileStorage:
    # it has an id already, where there is a file
    return FileStorage(replace(spot, previous=None), sealer=repository.sealer, new_id=str, put=repository.put)

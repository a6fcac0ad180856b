"""What has to be done in a process of its own: `python -m tests.files.apart ACTION FOLDER`.

Everything is imported before the rights are given up, so that the sources need not be readable.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import filelock

from store.domain.school_year import year_name
from store.domain.settings import Settings
from store.files import disk
from store.files.errors import NotRead, NotSaved
from store.files.health import What, examine
from store.files.repository import Repository
from tests.faults.invented import DAY, a_day
from tests.files.given import changed, new_id

NOBODY = 65534
NOW = datetime(2026, 8, 26, 9, tzinfo=UTC)
REFUSED = {What.NOT_READABLE, What.NOT_WRITABLE}
PREPARED = filelock.__name__


def hold(folder: Path) -> None:
    """Keep the folder open until standard input ends."""
    with Repository(folder, new_id=new_id):
        print("held", flush=True)
        sys.stdin.read()


def open_it(folder: Path) -> None:
    """Open a folder without the rights of root."""
    _give_up_rights()
    try:
        Repository(folder, new_id=new_id).open()
    except NotSaved as error:
        print(error.reason, error.path.name)


def turn_read_only(folder: Path) -> None:
    """A folder that can't be written in for a while, without the rights of root."""
    _give_up_rights()
    with Repository(folder, new_id=new_id) as repository:
        repository.save(day := a_day(2))
        folders = [path for path in (folder, *folder.rglob("*")) if path.is_dir()]
        for each in folders:
            each.chmod(0o500)
        later = changed(day)
        try:
            repository.save(later)
        except NotSaved as error:
            print(error.reason)
        print("unchanged" if repository.day(DAY) == day else "changed")
        for each in folders:
            each.chmod(0o700)
        repository.save(later)
        print("kept" if repository.day(DAY) == later else "not kept")


def look_at_what_is_closed(folder: Path) -> None:
    """What opening and looking say when one place after the other can't be looked into."""
    _give_up_rights()
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))
        repository.save_settings(Settings())
        repository.layout.backups.mkdir()
    year = folder / year_name(DAY)
    places = (folder, year, year / "days", year / "previous", folder / "backups", folder / "settings")
    for place in (*places, folder / ".lock"):
        mode = place.stat().st_mode
        place.chmod(0)
        findings = [each for each in examine(folder, None, NOW) if each.what in REFUSED]
        try:
            with Repository(folder, new_id=new_id) as repository:
                repository.day(DAY)
                repository.settings()
            opened = "opened"
        except (NotRead, NotSaved) as error:
            opened = error.path.name
        place.chmod(mode)
        print(place.name, opened, *(f"{each.what}:{Path(each.value).name}" for each in findings), sep=",")


def fill_up(folder: Path) -> None:
    """A disk on which a file can't grow any more, until there is room again."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with Repository(folder, new_id=new_id) as repository:
        repository.save(day := a_day(2))
        longer = changed(day, "x" * 100_000)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, resource.RLIM_INFINITY))
        try:
            repository.save(longer)
        except NotSaved as error:
            print(error.reason)
        print("unchanged" if repository.day(DAY) == day else "changed")
        print(*[path.name for path in folder.rglob("*.tmp")] or ["clean"])
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        repository.save(longer)
        print("kept" if repository.day(DAY) == longer else "not kept")


def die_moving(folder: Path) -> None:
    """Move a talk to another day and be killed when the first of the two days is kept."""
    puts = 0

    def put(path: Path, blob: bytes, previous: Path | None) -> None:
        nonlocal puts
        puts += 1
        if puts == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        disk.put(path, blob, previous)

    with Repository(folder, new_id=new_id, put=put) as repository:
        talk = repository.day(DAY).talks[0]
        repository.move_talk(talk.id, DAY, datetime(2026, 8, 27, 9))


def _give_up_rights() -> None:
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


ACTIONS = {
    action.__name__: action
    for action in (hold, open_it, turn_read_only, look_at_what_is_closed, fill_up, die_moving)
}

if __name__ == "__main__":
    ACTIONS[sys.argv[1]](Path(sys.argv[2]))

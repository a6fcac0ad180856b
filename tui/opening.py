"""Repository, desk and app put together and run, until the teacher stops."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.school_year import DEFAULT_ZONE
from store.files.errors import AnotherInstance
from store.files.lock import held
from store.files.repository import Repository
from store.files.writer import Kept, NotKept, Writer
from store.language import Translator
from tui.commands.context import FAILED, Context, UserError, new_id
from tui.commands.passphrase import way_in
from tui.commands.refusals import GO_ON_THERE, data_refusals
from tui.desk.locked_folder import Door, Found, enter
from tui.desk.passphrase import Lock


@dataclass(frozen=True, slots=True)
class Ended:
    """What the teacher chose at the end, if anything, and what is still to be said."""

    answer: str | None
    parting: tuple[str, ...]


def opened(context: Context, *, asked: str | None, exports: Path) -> Ended:
    """Run the app on the folder.

    `asked` is the language on the command line, `exports` where files for the teacher go.

    Raises:
        UserError: another instance runs, or the data can't be read.
    """

    def speaks(school: School) -> Translator:
        return context.t if asked or not school.language else Translator(school.language)

    way = way_in(context)
    today = context.now().astimezone(ZoneInfo(DEFAULT_ZONE)).date()
    repository = Repository(context.folder, new_id=new_id)
    with data_refusals(context.t, GO_ON_THERE), closing(repository):
        if isinstance(way, Lock):
            if held(repository.layout.lock):
                raise AnotherInstance(context.folder)
            return _run(repository, _nothing_yet(today), context, context.t, exports, Door(way, speaks))
        found = enter(repository, way, today)
        return _run(repository, found, context, speaks(found.school), exports)


def _nothing_yet(today: date) -> Found:
    return Found(School(), SchoolDay(date=today), ())


def _run(
    repository: Repository,
    found: Found,
    context: Context,
    t: Translator,
    exports: Path,
    door: Door | None = None,
) -> Ended:
    """Put what was found on the desk and run the app until it ends.

    Raises:
        FilesError: the folder could not be entered after all.
        UserError: not everything could be kept, or the app stopped unexpectedly.
    """
    from tui.app import Startgesprek
    from tui.desk.desk import Desk
    from tui.navigation import DiskTold

    def tell(result: Kept | NotKept) -> None:
        app.post_message(DiskTold(result))

    writer = Writer(repository, tell)
    desk = Desk(repository, writer, found.day, found.school, now=context.now, new_id=new_id)
    app = Startgesprek(desk, t, exports, found.damaged, rehearsal=context.rehearsal, door=door)
    try:
        answer = app.run()
    finally:
        kept = desk.close()
    if app.refused is not None:
        raise app.refused
    if answer == "sealing":
        raise UserError(
            t("Sealing was not finished; start again and type the new passphrase, it then goes on."), FAILED
        )
    if not kept:
        raise UserError(t("Not everything could be kept; the last lines are not on the disk."), FAILED)
    if app.return_code:
        raise UserError(
            t("Startgesprek stopped unexpectedly; everything entered is kept. Start it again."), FAILED
        )
    return Ended(answer, app.parting)

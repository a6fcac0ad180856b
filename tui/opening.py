"""Repository, desk and app put together and run, until the teacher stops."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from store.domain.day import SchoolDay
from store.domain.school import School
from store.files.errors import AnotherInstance, DamagedFile, FilesError, Kind
from store.files.repository import Repository
from store.files.writer import Kept, NotKept, Writer
from store.language import Translator
from tui.commands.context import FAILED, Context, UserError
from tui.commands.unlock import way_in
from tui.failures import file_words
from tui.today import opening_day


def opened(context: Context, unlocked: Callable[[], None], *, asked: str | None, exports: Path) -> str | None:
    """Run the app on the folder, after the passphrase where it is sealed; what the teacher chose at the end.

    `unlocked` is called when the passphrase was right and the app is not yet there. `asked` is the language
    on the command line, `exports` where files for the teacher go.

    Raises:
        UserError: another instance runs, or the data can't be read.
    """
    try:
        way = way_in(context)
        if way.stopped:
            return None
        if way.sealer is not None:
            unlocked()
        repository = Repository(context.folder, new_id=lambda: str(uuid4()), sealer=way.sealer)
        with repository:
            return _show(repository, context, asked=asked, exports=exports)
    except AnotherInstance:
        sentence = context.t("Startgesprek is already open on this folder; go on there, or close it first.")
        raise UserError(sentence, FAILED) from None
    except FilesError as error:
        raise UserError(file_words(error, context.t), FAILED) from error


def _show(repository: Repository, context: Context, *, asked: str | None, exports: Path) -> str | None:
    """Put today on the desk and run the app until it ends."""
    from tui.app import Startgesprek
    from tui.desk import Desk
    from tui.stage import DiskTold

    now = context.now().astimezone(UTC)
    damaged: list[tuple[Kind, date]] = []
    today = now.astimezone(ZoneInfo(School().zone)).date()
    opening = opening_day(repository.dates(), today)
    try:
        school = repository.school(opening)
    except DamagedFile:
        school = School()
        damaged.append((Kind.SCHOOL, opening))
    try:
        day = repository.day(opening)
    except DamagedFile:
        day = SchoolDay(date=opening)
        damaged.append((Kind.DAY, opening))
    t = context.t if asked or not school.language else Translator(school.language)

    def tell(result: Kept | NotKept) -> None:
        app.post_message(DiskTold(result))

    writer = Writer(repository, tell)
    desk = Desk(repository, writer, day, school, now=context.now, new_id=lambda: str(uuid4()))
    app = Startgesprek(desk, t, exports, damaged, rehearsal=context.rehearsal)
    try:
        answer = app.run()
    finally:
        kept = desk.close()
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
    return answer

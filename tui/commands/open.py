"""`startgesprek` without a command: open the app on today (DESIGN §6)."""

from __future__ import annotations

import argparse
import sys
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


def run(options: argparse.Namespace, context: Context) -> int:
    """Open the app; 0 when it ended in order.

    Raises:
        UserError: there is no terminal, another instance runs, or the data can't be read.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UserError(context.t("This needs a terminal; open one and start startgesprek there."), FAILED)
    try:
        way = way_in(context)
        if way.stopped:
            return 0
        repository = Repository(context.folder, new_id=lambda: str(uuid4()), sealer=way.sealer)
        with repository:
            answer = _show(repository, context, asked=options.language, exports=_exports(options, context))
    except AnotherInstance:
        sentence = context.t("Startgesprek is already open on this folder; go on there, or close it first.")
        raise UserError(sentence, FAILED) from None
    except FilesError as error:
        raise UserError(file_words(error, context.t), FAILED) from error
    if answer == "demo":
        from tui.commands import demo

        return demo.run(options, context)
    return 0


def _exports(options: argparse.Namespace, context: Context) -> Path:
    """Where files for the teacher go: the documents folder, or beside data that was put elsewhere."""
    if options.data is not None:
        return context.folder.with_name(f"{context.folder.name}-export")
    import platformdirs

    return Path(platformdirs.user_documents_dir()) / "startgesprek"


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

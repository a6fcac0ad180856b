"""`startgesprek` without a command: open the app on today."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from store.domain.school_year import DEFAULT_ZONE
from store.files.errors import FilesError
from store.files.paths import Layout
from store.language import mark
from tui.commands.context import FAILED, Context, UserError
from tui.terminal.charset import use_charset
from tui.terminal.splash import Picture, blank, curtain, terminal_covered
from tui.way_out import WayOut

if TYPE_CHECKING:
    from tui.desk.practice.practice import Practice
    from tui.opening import Ended


def run(options: argparse.Namespace, context: Context, practice: Practice | None = None) -> int:
    """Open the app, and return 0 when it ended in order; with a `practice` a team rehearses a talk.

    Raises:
        UserError: there is no terminal, another instance runs, or the data can't be read.
    """
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.__stderr__)):
        raise UserError(context.t("This needs a terminal; open one and start startgesprek there."), FAILED)
    use_charset(sys.__stderr__)
    with terminal_covered() as cover:
        cover(_first_picture(context))
        # all that takes time is loaded under the first picture
        exports = exports_folder(options, context)
        ended = _run(context, insists=bool(options.language), exports=exports, practice=practice)
    _part(*ended.parting)
    return open_demo(options, context) if ended.way_out is WayOut.DEMO else 0


def _part(*sentences: str) -> None:
    """Say these where the app was started."""
    # ended from outside there may be nobody to read it, and no window either
    with suppress(OSError):
        for sentence in sentences:
            print(f"startgesprek: {sentence}", file=sys.stderr)


def open_demo(options: argparse.Namespace, context: Context) -> int:
    """Open the app on an invented day, in a folder that is gone when it ends."""
    from tui.desk.setup.demo_class import furnish

    with _thrown_away("demo") as folder:
        furnish(folder, context.now())
        ended = _rehearse(options, context, folder)
    t = context.t
    _part(t("This class was invented; nothing of it is kept."), t("For your own class: startgesprek"))
    return ended


def open_practice(options: argparse.Namespace, context: Context, practice: Practice) -> int:
    """Open the app for a team that practises, in a folder that is gone when it ends."""
    import shutil

    with _thrown_away("practice") as folder:
        own = Layout(context.folder).decks
        # the school's own questions are asked in practice too; that they can't be read is no reason to stop
        with suppress(OSError):
            shutil.copytree(own, Layout(folder).decks)
        return _rehearse(options, context, folder, practice)


@contextmanager
def _thrown_away(name: str) -> Iterator[Path]:
    import tempfile

    with tempfile.TemporaryDirectory(prefix=f"startgesprek-{name}-", ignore_cleanup_errors=True) as around:
        yield Path(around) / "data"


def _rehearse(
    options: argparse.Namespace, context: Context, folder: Path, practice: Practice | None = None
) -> int:
    options = argparse.Namespace(**{**vars(options), "data": folder})
    return run(options, replace(context, folder=folder, rehearsal=True, thrown_away=True), practice)


def _run(context: Context, *, insists: bool, exports: Path, practice: Practice | None) -> Ended:
    from tui.commands.context import GO_ON_THERE, data_refusals
    from tui.commands.passphrase import way_in
    from tui.opening import Failure, Opening
    from tui.terminal.no_dump import leave_no_dump

    leave_no_dump()
    opening = Opening(
        folder=context.folder,
        opens=way_in(context),
        now=context.now,
        t=context.t,
        insists=insists,
        exports=exports,
        rehearsal=context.rehearsal,
        thrown_away=context.thrown_away,
        practice=practice,
    )
    with data_refusals(context.t, GO_ON_THERE):
        ended = opening.run()
    match ended.failure:
        case Failure.HALF_SEALED:
            sentence = mark(
                "Sealing was not finished; start again and type the new passphrase, it then goes on."
            )
        case Failure.NOT_KEPT:
            sentence = mark("Not everything could be kept; the last lines are not on the disk.")
        case Failure.STOPPED:
            sentence = mark("Startgesprek stopped unexpectedly; everything entered is kept. Start it again.")
        case None:
            return ended
    raise UserError(ended.t(sentence), FAILED)


def _first_picture(context: Context) -> Picture:
    """The curtain, where that is what the app will show first; else nothing at all."""
    layout = Layout(context.folder)
    try:
        if layout.has_key or not layout.dates():
            return blank
    except FilesError:
        # what is to be said about it is said when it is opened
        return blank
    return partial(curtain, time=context.now().astimezone(ZoneInfo(DEFAULT_ZONE)), t=context.t)


def exports_folder(options: argparse.Namespace, context: Context) -> Path:
    """Return where files for the teacher go: the documents folder, or beside data that is elsewhere."""
    if options.data is not None:
        # given as "." it has no name yet; where a link leads is not what it was called
        folder = Path(os.path.abspath(context.folder))  # noqa: PTH100
        return folder.parent / f"{folder.name}-export"
    import platformdirs

    return Path(platformdirs.user_documents_dir()) / "startgesprek"

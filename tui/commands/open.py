"""`startgesprek` without a command: open the app on today (DESIGN §6)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

from store.domain.zone import DEFAULT_ZONE
from store.files.paths import Layout
from tui.commands.context import FAILED, Context, UserError
from tui.first_picture import Cover, blank, curtain, terminal_covered


def run(options: argparse.Namespace, context: Context) -> int:
    """Open the app; 0 when it ended in order.

    Raises:
        UserError: there is no terminal, another instance runs, or the data can't be read.
    """
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.__stderr__)):
        raise UserError(context.t("This needs a terminal; open one and start startgesprek there."), FAILED)
    with terminal_covered() as cover:
        _cover(context, cover)
        # all that takes time is loaded under the first picture
        from tui.opening import opened

        answer = opened(
            context,
            lambda: _cover(context, cover, unlocked=True),
            asked=options.language,
            exports=_exports(options, context),
        )
    if answer == "demo":
        from tui.commands import demo

        return demo.run(options, context)
    return 0


def _cover(context: Context, cover: Cover, *, unlocked: bool = False) -> None:
    """The curtain, where that is what the app will show first; else nothing at all."""
    layout = Layout(context.folder)
    sealed = any(path.exists() for path in layout.keys)
    if layout.dates() and (unlocked or not sealed):
        time = context.now().astimezone(ZoneInfo(DEFAULT_ZONE))
        cover(lambda columns, rows: curtain(columns, rows, time, context.t))
    else:
        cover(blank)


def _exports(options: argparse.Namespace, context: Context) -> Path:
    """Where files for the teacher go: the documents folder, or beside data that was put elsewhere."""
    if options.data is not None:
        return context.folder.with_name(f"{context.folder.name}-export")
    import platformdirs

    return Path(platformdirs.user_documents_dir()) / "startgesprek"

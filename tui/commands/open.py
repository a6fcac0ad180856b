"""`startgesprek` without a command: open the app on today."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from store.domain.school_year import DEFAULT_ZONE
from store.files.paths import Layout
from tui.commands.context import FAILED, Context, UserError
from tui.terminal.splash import Picture, blank, curtain, terminal_covered


def run(options: argparse.Namespace, context: Context) -> int:
    """Open the app, and return 0 when it ended in order.

    Raises:
        UserError: there is no terminal, another instance runs, or the data can't be read.
    """
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.__stderr__)):
        raise UserError(context.t("This needs a terminal; open one and start startgesprek there."), FAILED)
    with terminal_covered() as cover:
        cover(_first_picture(context))
        # all that takes time is loaded under the first picture
        from tui.opening import opened

        ended = opened(context, asked=options.language, exports=exports_folder(options, context))
    # ended from outside there may be nobody to read it, and no window either
    with suppress(OSError):
        for sentence in ended.parting:
            print(f"startgesprek: {sentence}", file=sys.stderr)
    if ended.answer == "demo":
        from tui.commands import demo

        return demo.run(options, context)
    return 0


def _first_picture(context: Context) -> Picture:
    """The curtain, where that is what the app will show first; else nothing at all."""
    layout = Layout(context.folder)
    if any(path.exists() for path in layout.keys) or not layout.dates():
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

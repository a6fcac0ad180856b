"""`startgesprek demo`: an invented class with talks today, in a folder that is thrown away."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from store.language import Translator
from tui.commands.context import Context

if TYPE_CHECKING:
    from tui.commands.parser import Commands


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    commands.add_parser("demo", parents=[shared], help=t("look around with an invented class"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Open the app on an invented day; the folder is gone when it ends."""
    from tui.commands.open import open_demo

    return open_demo(options, context)

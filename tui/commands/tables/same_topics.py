"""Topics that may be one: what commands with tables ask, and the option that says yes."""

from __future__ import annotations

import argparse
import os

from store.language import Translator
from tui.commands.context import quoted


def add_same(parser: argparse.ArgumentParser, t: Translator) -> None:
    """Let it be said that two wordings are one topic; it is remembered nowhere."""
    parser.add_argument(
        "--same",
        nargs=2,
        action="append",
        default=[],
        metavar=(t("TOPIC"), t("TOPIC")),
        help=t("these two are one topic of an information moment, for this once"),
    )


def same_words(pair: tuple[str, str], t: Translator) -> str:
    """Ask whether two wordings are one topic, with the option that says yes."""
    one, other = pair
    option = quoted(["--same", one, other], windows=os.name == "nt")
    return t(
        "Perhaps one topic: '{one}' and '{other}'. If they are, add {option}; it is not remembered.",
        one=one,
        other=other,
        option=option,
    )

"""`startgesprek practice`: a role play for a team on the real screens, of which nothing is kept."""

from __future__ import annotations

import argparse
from random import Random

from store.files.paths import Layout
from store.language import Translator
from tui.commands.context import FAILED, Context, UserError


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    shared: argparse.ArgumentParser,
    t: Translator,
) -> None:
    """Make the command known to the command line."""
    told = t(
        "A role play for a team, before the season. A situation is drawn and a card for each who plays; then "
        "the talk is held on the real screens, by a clock that runs faster if you like, and you look back. "
        "The family is invented and nothing is kept."
    )
    commands.add_parser(
        "practice", parents=[shared], help=t("a role play for a team; nothing is kept"), description=told
    )


def run(options: argparse.Namespace, context: Context) -> int:
    """Let a team practise; the folder is gone when it ends.

    Raises:
        UserError: there is nothing to practise with, or no terminal (1).
    """
    from prompts.practice.loader import load
    from prompts.problems import DeckError
    from tui.commands.open import open_practice
    from tui.desk.kinds.decks import Decks
    from tui.desk.practice.clock import PracticeClock
    from tui.desk.practice.practice import Practice

    t, layout = context.t, Layout(context.folder)
    decks = Decks(layout.decks)
    found = ((decks.stored(name), decks.deck(t.language, name)) for name in decks.names(t.language))
    kinds = [(name, deck) for name, deck in found if deck is not None]
    try:
        play = load(t.language, layout.practice)
    except DeckError:
        play = None
    if play is None or not kinds:
        raise UserError(t("There is nothing to practise with; 'startgesprek check' says more."), FAILED)
    practice = Practice(play, kinds, PracticeClock(context.now), Random())
    return open_practice(options, context, practice)

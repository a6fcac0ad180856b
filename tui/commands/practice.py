"""`startgesprek practice`: a role play for a team on the real screens, of which nothing is kept."""

from __future__ import annotations

import argparse
from random import Random
from typing import TYPE_CHECKING

from store.export.wording.people import listed
from store.files.paths import Layout
from store.language import Translator, mark
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError

if TYPE_CHECKING:
    from prompts.practice.play import Scene
    from tui.commands.parser import Commands
    from tui.desk.practice.practice import Practice


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    told = t(
        "A role play for a team, before the season. You choose a situation or draw one, and each who plays "
        "gets a card; then the talk is held on the real screens, by a clock that runs faster if you like, "
        "and you look back. The family is invented and nothing is kept."
    )
    command = commands.add_parser(
        "practice", parents=[shared], help=t("a role play for a team; nothing is kept"), description=told
    )
    command.add_argument(
        "name", nargs="*", metavar=t("SITUATION"), help=t("which one, by some letters of its name")
    )


def run(options: argparse.Namespace, context: Context) -> int:
    """Let a team practise; the folder is gone when it ends.

    Raises:
        UserError: there is nothing to practise with or no terminal (1), or no one situation of this name (2).
    """
    from tui.commands.open import open_practice
    from tui.desk.kinds.decks import Decks
    from tui.desk.practice.clock import PracticeClock
    from tui.desk.practice.material import material
    from tui.desk.practice.practice import Practice

    t, layout = context.t, Layout(context.folder)
    decks = Decks(layout.decks)
    try:
        practice = Practice(
            lambda language: material(language, decks, layout.practice),
            t.language,
            PracticeClock(context.now),
            Random(),
        )
    except LookupError:
        sentence = t("There is nothing to practise with; 'startgesprek check' says more.")
        raise UserError(sentence, FAILED) from None
    if typed := " ".join(options.name):
        practice.choose(_named(typed, practice, t))
    return open_practice(options, context, practice)


def _named(typed: str, practice: Practice, t: Translator) -> Scene:
    from tui.desk.practice.material import named

    match named(practice.play, typed):
        case (scene,):
            return scene
        case ():
            sentence, scenes = (
                mark("No situation is called '{name}'; there are {titles}."),
                practice.play.scenes,
            )
        case scenes:
            sentence = mark("'{name}' may be {titles}; type some more of it.")
    titles = listed([t("'{title}'", title=each.title) for each in scenes], t)
    raise UserError(t(sentence, name=typed, titles=titles), BAD_INPUT)

"""`startgesprek check`: is everything in order, and what to do where it is not. Never locks, never writes."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from store.domain.school_year import first_year, year_name
from store.domain.text import clean
from store.files.envelope import Sealer
from store.files.errors import WrongPassphrase
from store.files.health import Level, examine
from store.files.paths import Layout
from store.language import LANGUAGES, Translator, mark
from tui.commands.context import BAD_INPUT, Context, UserError
from tui.commands.output import say
from tui.commands.passphrase import sealer_for
from tui.desk.kinds.decks import Decks
from tui.terminal.window import fits
from tui.words.check.findings import finding_words

if TYPE_CHECKING:
    from prompts.problems import Problem
    from tui.commands.parser import Commands

LEVELS = {Level.FINE: mark("in order"), Level.LOOK: mark("look at"), Level.WRONG: mark("wrong")}


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    commands.add_parser("check", parents=[shared], help=t("is everything in order"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Print what was found, what is wrong last, and return 1 when anything is, else 0.

    Raises:
        UserError: the passphrase that was given is not the right one (2).
    """
    t = context.t
    found = [
        *_data(context),
        *_terminal(t),
        *_decks(context),
        *_cards(context),
        *_practice(context),
        *_calendar(context),
    ]
    for level in Level:
        for each in (text for rank, text in found if rank is level):
            # a name of a file may hold a line break
            say(clean(f"{t(LEVELS[level]):10} {each}"))
    return 1 if any(level is Level.WRONG for level, _ in found) else 0


Said = tuple[Level, str]


def _data(context: Context) -> Iterator[Said]:
    t = context.t
    sealer: Sealer | None = None
    try:
        sealer = sealer_for(context)
    except UserError as error:
        wrong = context.passphrase_file or isinstance(error.__cause__, WrongPassphrase)
        if wrong and error.exit_code == BAD_INPUT:
            raise
        yield (
            Level.LOOK,
            t(
                "The talks themselves were not looked at, nor backups in a folder of your choice. {why}",
                why=error.sentence,
            ),
        )
    decks = Decks(Layout(context.folder).decks)
    kinds = {name for each in LANGUAGES for name in decks.names(each) if decks.deck(each, name)}
    for each in examine(context.folder, sealer, context.now(), kinds):
        yield each.level, finding_words(each, t)


def _terminal(t: Translator) -> Iterator[Said]:
    if not sys.stdout.isatty():
        yield Level.FINE, t("The terminal was not looked at: this is no terminal.")
        return
    columns, lines = shutil.get_terminal_size()
    size = t("{columns} columns and {lines} lines", columns=columns, lines=lines)
    if not fits(columns, lines):
        yield Level.LOOK, t("The window has {size}; make it 80 by 24 or larger.", size=size)
    else:
        yield Level.FINE, t("The window has {size}.", size=size)
    if (sys.stdout.encoding or "").casefold().replace("-", "") != "utf8":
        yield Level.LOOK, t("This terminal does not speak UTF-8; accents may go wrong. Use another one.")
    if os.environ.get("TERM") in {"dumb", "linux"}:
        yield (
            Level.LOOK,
            t("This terminal shows few signs and colours; a window shows more."),
        )


def _wrong_of_ours(problems: Iterable[Problem], t: Translator) -> Iterator[Said]:
    """Say what is wrong with a file that came with the program."""
    for _, words in _wrong_of_own(problems, t):
        yield Level.WRONG, t("{problem} Install again.", problem=words)


def _wrong_of_own(problems: Iterable[Problem], t: Translator) -> Iterator[Said]:
    """Say what is wrong with a file of the school's own."""
    from tui.words.check.decks import problem_words

    for problem in problems:
        yield Level.WRONG, problem_words(problem, t)


def _decks(context: Context) -> Iterator[Said]:
    """Say how many questions there are for each kind of talk, and what is wrong with a deck."""
    from prompts.loader import load, names, ours
    from prompts.problems import DeckError

    t, own = context.t, Layout(context.folder).decks
    for language in LANGUAGES:
        for name in names(language):
            yield from _wrong_of_ours(ours(language, name).problems, t)
        for name in names(language, own):
            try:
                deck = load(language, name, own)
            except DeckError:
                # what is wrong with it is said by itself
                continue
            yield (
                Level.FINE,
                t.n(
                    "{count} question is at hand for '{title}' ({language}).",
                    "{count} questions are at hand for '{title}' ({language}).",
                    len(deck.questions),
                    title=deck.title,
                    language=language,
                ),
            )
    yield from _own_decks(own, t)


def _own_decks(own: Path, t: Translator) -> Iterator[Said]:
    """Say what is wrong with the decks that the school put in the data folder."""
    from prompts.loader import names, own_decks, passed_over

    yield from _wrong_of_own(passed_over(own), t)
    for path, read in own_decks(own):
        yield from _wrong_of_own(read.problems, t)
        if read.deck is None:
            yield Level.LOOK, t("There are no questions to be had from {file}.", file=path)
            continue
        for each in (each for each in LANGUAGES if path.stem not in names(each, own)):
            if each == t.language:
                other = own / each / path.name
                only = t("{file} is there in one language only; {other} is missing.", file=path, other=other)
                yield Level.LOOK, only
            else:
                yield Level.FINE, t("{file} is there in one language only, the one spoken here.", file=path)


def _cards(context: Context) -> Iterator[Said]:
    """Say how many cards there are, and what is wrong with those of the school's own."""
    from prompts.cards import load_cards, our_cards, own_cards
    from prompts.loader import CARDS, SUFFIX
    from prompts.problems import DeckError
    from prompts.toml_file import is_there

    t, own = context.t, Layout(context.folder).decks
    for language in LANGUAGES:
        yield from _wrong_of_ours(our_cards(language).problems, t)
        with suppress(DeckError):
            count = len(load_cards(language, own).cards)
            yield (
                Level.FINE,
                t("There are {count} cards with strengths ({language}).", count=count, language=language),
            )
        if not is_there(path := own / language / f"{CARDS}{SUFFIX}"):
            continue
        read = own_cards(path, language)
        yield from _wrong_of_own(read.problems, t)
        if not read.cards.cards:
            yield Level.LOOK, t("There are no cards to be had from {file}.", file=path)


def _practice(context: Context) -> Iterator[Said]:
    """Say how many situations there are to practise with, and what is wrong with the cards."""
    from prompts.loader import passed_over
    from prompts.practice.loader import load, ours, own_plays
    from prompts.problems import DeckError

    t, own = context.t, Layout(context.folder).practice
    for language in LANGUAGES:
        yield from _wrong_of_ours(ours(language).problems, t)
        with suppress(DeckError):
            count = len(load(language, own).scenes)
            yield (
                Level.FINE,
                t.n(
                    "There is {count} situation to practise with ({language}).",
                    "There are {count} situations to practise with ({language}).",
                    count,
                    language=language,
                ),
            )
    yield from _wrong_of_own(passed_over(own), t)
    for _, read in own_plays(own):
        yield from _wrong_of_own(read.problems, t)


def _calendar(context: Context) -> Iterator[Said]:
    """Say whether the holidays that come with the program go far enough."""
    from store.calendar.school_holidays import REGIONS, UnknownYearError, school_holidays

    t, today = context.t, context.now().date()
    first, year = first_year(today), year_name(today)
    try:
        for region in REGIONS:
            school_holidays(region, first)
    except UnknownYearError:
        yield Level.LOOK, t("The holidays of {year} are not known; install a newer version.", year=year)
    else:
        yield Level.FINE, t("The school holidays of {year} are known.", year=year)

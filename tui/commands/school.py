"""`startgesprek school`: the coordinator's view over several groups, from their files and no data folder."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from store.domain.text import caseless
from store.files.errors import Trouble, trouble
from store.files.typed_path import typed_path
from store.language import Translator, mark
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError
from tui.commands.output import complain, tell
from tui.commands.tables.same_topics import add_same, same_words

if TYPE_CHECKING:
    from store.domain.overview.group import GroupOverview
    from store.export.tables.group_file import GroupFile
    from store.export.tables.table import Table
    from tui.commands.parser import Commands

MOST_BYTES = 5_000_000
"""A file of a group is a few thousand bytes; what is larger is something else, and is not read."""
REFUSALS = {
    "not_ours": mark("{file} is not a file of a group; make one with: startgesprek export --format group"),
    "newer": mark("{file} was made by a newer Startgesprek; install that one here too."),
    "damaged": mark("{file} is damaged, or was changed by hand; export it again."),
}


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser(
        "school", parents=[shared], help=t("several groups side by side, without names")
    )
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar=t("FILE"),
        help=t("a file of each group, from: startgesprek export --format group"),
    )
    parser.add_argument("--xlsx", type=Path, metavar=t("FILE"), help=t("the same as a workbook"))
    parser.add_argument("--html", type=Path, metavar=t("FILE"), help=t("the same as a page for a browser"))
    add_same(parser, t)


def run(options: argparse.Namespace, context: Context) -> int:
    """Print what the groups come to, and write it as a workbook or a page where that was asked.

    Raises:
        UserError: a file is not ours, newer, damaged, of another school year or of a group that is in another
            one too (2), or a file can't be read or written (1).
    """
    from store.export.tables.school import questions, school_tables
    from store.export.tables.text_table import tables_text

    t = context.t
    groups, year = _groups([typed_path(each) for each in options.files], t)
    same = tuple(map(tuple, options.same))
    tables = school_tables(groups, t, same)
    title = t("Start talks of the school, {year}", year=year)
    tell(f"{title}\n{'=' * len(title)}\n\n{tables_text(tables, t)}")
    asked = [same_words(pair, t) for pair in questions(groups, same)]
    for words in asked:
        tell(f"\n{words}")
    _write(options, context, title, tables)
    return 0


def _groups(paths: Sequence[Path], t: Translator) -> tuple[tuple[GroupOverview, ...], str]:
    """The groups of all files, in order; each once, and all of one school year."""
    found: dict[str, tuple[Path, GroupOverview]] = {}
    files = [(path, _read(path, t)) for path in paths]
    (first, one), *others = files
    for path, file in others:
        if file.year != one.year:
            sentence = t(
                "{one} is of {year} and {other} of {another}; give files of one school year.",
                one=first,
                year=one.year,
                other=path,
                another=file.year,
            )
            raise UserError(sentence, BAD_INPUT)
    for path, file in files:
        for group in file.groups:
            called = caseless(group.group).removeprefix("groep ").removeprefix("group ")
            if called in found:
                raise UserError(_twice(group.group, found[called][0], path, t), BAD_INPUT)
            found[called] = path, group
    in_order = sorted(found, key=lambda name: re.sub(r"\d+", lambda number: number[0].zfill(4), name))
    return tuple(found[name][1] for name in in_order), one.year


def _twice(group: str, one: Path, other: Path, t: Translator) -> str:
    from store.export.wording.groups import group_words

    if not group:
        return t(
            "{one} and {other} both don't say which group they are; put the group in the class list and"
            " export again.",
            one=one,
            other=other,
        )
    return t(
        "{group} is in {one} and in {other}; give one of them.",
        group=group_words(group, t),
        one=one,
        other=other,
    )


def _read(path: Path, t: Translator) -> GroupFile:
    from store.export.tables.group_file import GroupFileError, read_group_file

    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UserError(
            t("{path} can't be read; check the name and the rights.", path=path), FAILED
        ) from error
    try:
        return read_group_file(content)
    except GroupFileError as error:
        raise UserError(t(REFUSALS[error.why], file=path), BAD_INPUT) from error


def _write(options: argparse.Namespace, context: Context, title: str, tables: Sequence[Table]) -> None:
    """Write what was asked for, beside what is there already; the name is told."""
    from store.export.new_file import write_new
    from store.export.tables.page import page_bytes
    from store.export.tables.workbook import workbook

    t = context.t
    makers: dict[str, Callable[[], bytes]] = {
        "xlsx": lambda: workbook(tables, context.now()),
        "html": lambda: page_bytes(title, t("Without names: numbers, topics and weeks."), tables, t),
    }
    for suffix, make in makers.items():
        if (wanted := getattr(options, suffix)) is None:
            continue
        path = context.outside(wanted)
        try:
            written = write_new(path.parent, path.stem, suffix, make())
        except OSError as error:
            sentence = t("{file} can't be written; choose another place.", file=path)
            if trouble(error) is Trouble.FULL:
                sentence = t("There is no room in {folder}.", folder=path.parent)
            raise UserError(sentence, FAILED) from error
        complain(t("Written: {file}", file=written))

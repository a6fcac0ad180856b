"""`startgesprek restore`: what the backups hold, and going back to one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from store.domain.school_year import DEFAULT_ZONE
from store.domain.settings import Settings
from store.export.wording.days import day_short
from store.export.wording.people import listed
from store.files import lock
from store.files.backups import archive, backup, restore
from store.files.backups.archive import Archive
from store.files.backups.contents import contents
from store.files.backups.restore import Change, DayChange, RestorePlan
from store.files.data_folder import DataFolder
from store.files.envelope import Plain, Sealer
from store.files.errors import AnotherInstance, FilesError, NotSealed
from store.files.paths import Layout
from store.files.repository import Repository
from store.files.typed_path import is_file, is_folder, typed_path
from store.language import Translator
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError, data_refusals
from tui.commands.output import say, tell
from tui.commands.passphrase import exit_code, sealer_to_restore, secret_for
from tui.desk.new_id import new_id
from tui.words.key_errors import backup_key_words

if TYPE_CHECKING:
    from tui.commands.parser import Commands


@dataclass(frozen=True, slots=True)
class _Here:
    """The data folder, and how it is sealed."""

    layout: Layout
    sealer: Sealer

    def owns(self, each: backup.Backup) -> bool:
        """Return whether a backup is of this folder."""
        return backup.is_ours(each, self.layout, self.sealer.name)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The backup that was asked for, with the sealer of its own key where it has one."""

    path: Path
    held: Archive
    sealer: Sealer | None


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser("restore", parents=[shared], help=t("look into backups, and go back to one"))
    parser.add_argument(
        "backup",
        nargs="?",
        metavar=t("BACKUP"),
        help=t("a file, a day as 2026-08-25, or a folder with backups"),
    )
    parser.add_argument("--yes", action="store_true", help=t("do it; without this it only shows"))
    parser.add_argument(
        "--backup-passphrase-file",
        type=Path,
        metavar="FILE",
        help=t("for a backup of another computer: read its passphrase from here"),
    )


def run(options: argparse.Namespace, context: Context) -> int:
    """List the backups, show what one holds, or with `--yes` go back to it; that can be gone back on too.

    Raises:
        UserError: no such backup, or not the right passphrase (2); the app is open, the backup is
            damaged, or the disk refuses (1).
    """
    layout = Layout(context.folder)
    with data_refusals(context.t):
        if lock.held(layout.lock):
            raise AnotherInstance(layout.folder)
        here = _Here(layout, sealer_to_restore(context))
        if options.backup is None or is_folder(typed_path(options.backup)):
            _show_list(options.backup, here, context)
            return 0
        chosen = _chosen(options, here, context)
        if options.yes:
            _go_back(chosen, here, options, context)
        else:
            _show_plan(chosen, here, options, context)
    return 0


def _show_list(asked: str | None, here: _Here, context: Context) -> None:
    """Print the backups in the folder that was asked for, or everywhere they may be."""
    t = context.t
    say("\n".join(_list(_places(here) if asked is None else (typed_path(asked),), here, t)))
    say(t("To see what one holds: {command}", command=context.again("restore", about=t("BACKUP"))))


def _show_plan(chosen: _Chosen, here: _Here, options: argparse.Namespace, context: Context) -> None:
    """Print what going back to a backup would change."""
    t = context.t
    lines = (
        *_preview(_plan(chosen, here, t), t),
        *_unsealed(chosen, here, t),
        *_others(chosen.path, here, t),
    )
    say("\n".join(lines))
    say(t("Nothing was changed. To do it: {command}", command=_again(chosen.path, options, context)))


def _go_back(chosen: _Chosen, here: _Here, options: argparse.Namespace, context: Context) -> None:
    """Make the data folder what the backup holds, and print how to undo that."""
    t = context.t
    with DataFolder(here.layout.folder, new_id=new_id, sealer=here.sealer) as data:
        plan = _plan(chosen, here, t)
        for line in (*_damaged(plan, t), *_unsealed(chosen, here, t)):
            tell(line)
        local = context.now().astimezone(ZoneInfo(DEFAULT_ZONE))
        before = restore.apply(data, plan, local=local)
    tell(t("Everything is again as in the backup of {made}.", made=_made(plan, t)))
    tell(t("To undo this: {command}", command=_again(before.path, options, context)))


def _chosen(options: argparse.Namespace, here: _Here, context: Context) -> _Chosen:
    """Read the backup that was asked for, with the passphrase asked if it has one of its own."""
    path = _path(options.backup, here, context)
    held = archive.read(path)
    return _Chosen(path, held, _theirs(held, here, path, options, context))


def _plan(chosen: _Chosen, here: _Here, t: Translator) -> RestorePlan:
    """Return what going back would do.

    Raises:
        UserError: the backup is sealed and the folder is not (1).
    """
    try:
        return restore.look(chosen.held, here.layout, here.sealer, chosen.sealer)
    except NotSealed as error:
        sentence = t("This backup is sealed and the talks here are not; set a passphrase in the app first.")
        raise UserError(sentence, FAILED) from error


def _again(path: Path, options: argparse.Namespace, context: Context) -> str:
    """The command that goes back to this backup."""
    secret = options.backup_passphrase_file
    return context.again(
        "restore", *(("--backup-passphrase-file", secret) if secret else ()), "--yes", about=path
    )


def _theirs(
    held: Archive, here: _Here, path: Path, options: argparse.Namespace, context: Context
) -> Sealer | None:
    """Return the sealer of the backup's own key, where it is another one than that of the folder."""
    if not restore.needs_secret(held, here.layout, here.sealer):
        return None
    secret = secret_for(context, context.t("Passphrase of the backup:"), options.backup_passphrase_file)
    try:
        return restore.unlock(held, here.layout, path, secret)
    except FilesError as error:
        raise UserError(backup_key_words(error, context.t), exit_code(error)) from error


def _places(here: _Here) -> tuple[Path, ...]:
    """Return where backups may be, the chosen folder first; no settings can be read while the key is gone."""
    try:
        settings = Repository.reading(here.layout.folder, here.sealer).settings()
    except FilesError:
        settings = Settings()
    return backup.places(here.layout, settings.backup_folder)[::-1]


def _path(asked: str, here: _Here, context: Context) -> Path:
    """The backup that is meant: a file, or the first of a day, the soundest; our own before others."""
    t, listing = context.t, context.again("restore")
    path = typed_path(asked)
    if is_file(path):
        return path
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        raise UserError(
            t("There is no backup {path}; see which there are with: {command}", path=asked, command=listing),
            BAD_INPUT,
        ) from None
    of_day = [
        each
        for place in _places(here)
        for each in backup.found(place)
        if each.day == day and not each.before_restore
    ]
    if of_day:
        best = min(of_day, key=lambda each: (not here.owns(each), each.number))
        return best.path
    raise UserError(
        t(
            "There is no backup of {day}; see which there are with: {command}",
            day=day_short(day, t),
            command=listing,
        ),
        BAD_INPUT,
    )


def _unsealed(chosen: _Chosen, here: _Here, t: Translator) -> Iterator[str]:
    """Say that what goes into a sealed folder was not sealed: nobody can tell that it is what was kept."""
    if here.sealer.name != Plain.name and Plain.name in archive.seals(chosen.held, here.layout):
        yield t("Not all in this backup is sealed: anybody could have changed it. Going back to it seals it.")


def _others(path: Path, here: _Here, t: Translator) -> Iterator[str]:
    """Name other backups of that day: one with damage in it stands beside the sound one."""
    this = backup.named(path)
    for each in backup.ours(path.parent, here.layout, here.sealer.name) if this else ():
        if this and each.day == this.day and each.path != path and not each.before_restore:
            yield t("There is another backup of that day: {path}", path=each.path)


def _list(places: tuple[Path, ...], here: _Here, t: Translator) -> Iterator[str]:
    for place in places:
        found = backup.found(place)
        if found:
            yield t("Backups in {folder}:", folder=place)
        for each in found:
            yield f"  {day_short(each.day, t)}  {each.path.name}  {_inside(each.path, here, t)}"
        if not found and place.is_dir():
            yield t("There is no backup in {folder}.", folder=place)
        elif not found:
            yield t("{folder} is not there now.", folder=place)


def _inside(path: Path, here: _Here, t: Translator) -> str:
    try:
        held = archive.read(path)
    except FilesError:
        return t("damaged")
    if restore.needs_secret(held, here.layout, here.sealer):
        return t("has a passphrase of its own")
    inside = contents(held, here.layout, restore.opens(held, here.layout, here.sealer))
    talks = sum(len(day.talks) for day in inside.days.values())
    days = t.n("{count} day", "{count} days", len(inside.days))
    return t("{days}, {talks}", days=days, talks=t.n("{count} talk", "{count} talks", talks))


def _preview(plan: RestorePlan, t: Translator) -> Iterator[str]:
    """Say what a restore would do."""
    yield t("This backup was made on {made}.", made=_made(plan, t))
    for each in plan.days:
        if each.change is not Change.SAME:
            yield f"  {day_short(each.day, t)}: {_change(each, t)}"
    if same := sum(each.change is Change.SAME for each in plan.days):
        yield "  " + t.n("{count} day stays as it is", "{count} days stay as they are", same)
    if plan.back:
        yield t("Pupils who come back: {names}", names=listed(plan.back, t))
    yield from _damaged(plan, t)


def _change(each: DayChange, t: Translator) -> str:
    then = t.n("{count} talk", "{count} talks", len(each.then.talks) if each.then else 0)
    now = t.n("{count} talk", "{count} talks", len(each.now.talks) if each.now else 0)
    match each.change:
        case Change.BACK:
            return t("comes back, {talks}", talks=then)
        case Change.GONE:
            return t("is not in it and would go, {talks}", talks=now)
    return t("becomes {then}; now {now}, changed since", then=then, now=now)


def _damaged(plan: RestorePlan, t: Translator) -> Iterator[str]:
    for name in plan.damaged:
        yield t("{file} in this backup is damaged; choose an older backup for it.", file=name)


def _made(plan: RestorePlan, t: Translator) -> str:
    made = plan.made.astimezone(ZoneInfo(DEFAULT_ZONE))
    return t("{day} at {time}", day=day_short(made.date(), t), time=f"{made:%H:%M}")

"""What was found in a data folder, in words."""

from __future__ import annotations

from store.files.folder_place import Risk
from store.files.health import Finding, What
from store.language import Translator, mark
from tui.words.folder_place import PLACES

_WORDS = {
    What.NO_FOLDER: mark("There is no data yet; {value} is made when the app is first used."),
    What.NO_PLACE: mark("Here can be no data folder: {value} is no folder; choose a place with --data."),
    What.FOLDER_FINE: mark("Only you can look into the data folder {value}."),
    What.NOT_WRITABLE: mark("Nothing can be written in {value}; ask who manages this computer for rights."),
    What.LEADS_NOWHERE: mark(
        "{value} leads to a folder that is not there: put the stick in again, or the folder back."
    ),
    What.ELSEWHERE: mark("{value} is a link: what is kept there stands where it leads, not in this folder."),
    What.NOT_READABLE: mark("{value} can't be read; ask who manages this computer for rights."),
    What.OPEN_TO_OTHERS: mark("Others on this computer can look into {value}; take their rights away."),
    What.IN_USE: mark("The app is open on {value}."),
    What.SPACE_FINE: mark("There is {room} of room on the disk."),
    What.LITTLE_SPACE: mark("There is only {room} of room on the disk; clear some before the next day."),
    What.NOT_SEALED: mark(
        "Without a passphrase whoever gets the folder can read it; set one: ctrl+p on the day."
    ),
    What.SEALED: mark("Everything is sealed with the passphrase."),
    What.KEY_MISSING: mark("This is sealed and {value} is gone; get it back by 'startgesprek restore'."),
    What.KEY_DAMAGED: mark("{value} and its copy are damaged; get them back by 'startgesprek restore'."),
    What.KEY_COPY: mark("Of {value} and its copy one is damaged or gone; open the app once, it mends this."),
    What.SEALING_UNFINISHED: mark("Sealing was not finished; open the app and type the passphrase."),
    What.READABLE: mark("{value} is not sealed; move it out of the data folder or delete it."),
    What.IN_THE_WAY: mark("What stands at {value} is none of ours and in the way; give it another name."),
    What.DAMAGED: mark("{value} is damaged; open the app on it, or go back with 'startgesprek restore'."),
    What.DRAFT_DAMAGED: mark("{value} held half-typed lines and is damaged; delete it, the rest is whole."),
    What.PREVIOUS_DAMAGED: mark(
        "{value} is the previous version and is damaged; the newest is whole. Delete it, a new one comes."
    ),
    What.NEWER: mark("{value} was made by a newer version; install that version to read it."),
    What.GONE: mark("{value} is gone; its previous version is there. Open the app, it offers that."),
    What.SET_ASIDE: mark("{value} was set aside: it was damaged, or not ours; delete it if it can go."),
    What.SETTINGS_DAMAGED: mark(
        "{value} is damaged: the folder for backups and what else was set are as in the beginning; set them "
        "again, with ctrl+p on the day."
    ),
    What.SETTINGS_LOST: mark(
        "{value} was damaged: the folder for backups and what else was set are as in the beginning; set them "
        "again, with ctrl+p on the day, and delete it."
    ),
    What.FOREIGN: mark("{value} does not belong to Startgesprek; move it out of the data folder."),
    What.RESTORE_UNFINISHED: mark("Going back to a backup was not finished; open the app, it does the rest."),
    What.NO_BACKUP: mark("There is no backup in {value}; the app makes one each day it is used."),
    What.BACKUP_AWAY: mark("The backup folder {value} is not there now; put the stick in."),
    What.BACKUP_BLOCKED: mark("No backup fits in {value}: it is no folder; move that file elsewhere."),
    What.BACKUP_REFUSED: mark("No backup can be put in {value}; unlock it, or choose another folder."),
    What.BACKUP_FULL: mark("{value} has no {room} left for a backup; make room there."),
    What.BACKUP_UNSEALED: mark(
        "{value} gets no backup without a passphrase; set one: ctrl+p on the day."
    ),
    What.PAPER_AWAY: mark(
        "The folder for paper {value} is not there now; sheets go there when it is, or choose another one."
    ),
    What.BACKUP_DAMAGED: mark("The backup {value} is damaged; delete it, the app makes a new one."),
}  # fmt: skip


def finding_words(each: Finding, t: Translator) -> str:
    """Say in one sentence what was found, and what to do about it."""
    if each.what is What.RISKY_PLACE:
        return t(PLACES[Risk(each.value)])
    if each.what is What.KIND_GONE:
        return _kind_gone(each.value, each.number, t)
    return _counted(each, t) or t(_WORDS[each.what], value=each.value, room=_room(each.number))


def _room(megabytes: int) -> str:
    """Say how much room it is, as one reads it at a glance."""
    return f"{megabytes} MB" if megabytes < 1000 else f"{megabytes // 1000} GB"


def _kind_gone(kind: str, count: int, t: Translator) -> str:
    """Say that there are talks of a kind without a file."""
    return t.n(
        "{count} talk is a '{kind}', a kind that is gone: put {kind}.toml back, or press k on the day.",
        "{count} talks are a '{kind}', a kind that is gone: put {kind}.toml back, or press k on the day.",
        count,
        kind=kind,
    )


def _counted(each: Finding, t: Translator) -> str:
    """Say what was found so many of; empty of anything else."""
    match each.what:
        case What.FILES_FINE:
            return t.n("{count} file is whole.", "{count} files are whole.", each.number)
        case What.BACKUP_FINE:
            return t.n(
                "The newest backup is {count} day old and whole: {path}",
                "The newest backup is {count} days old and whole: {path}",
                each.number,
                path=each.value,
            )
        case What.OLD_BACKUP:
            return t.n(
                "The newest backup is {count} day old: {path}; open the app once, it makes a new one.",
                "The newest backup is {count} days old: {path}; open the app once, it makes a new one.",
                each.number,
                path=each.value,
            )
        case What.OVERDUE:
            return t.n(
                "{count} talk was handed over {weeks} weeks ago or longer; see 'startgesprek purge'.",
                "{count} talks were handed over {weeks} weeks ago or longer; see 'startgesprek purge'.",
                each.number,
                weeks=each.value,
            )
        case What.NOT_HANDED_OVER:
            return t.n(
                "{count} finished talk was never handed over; copy it from the summary.",
                "{count} finished talks were never handed over; copy them from the summary.",
                each.number,
            )
    return ""

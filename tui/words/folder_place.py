"""A place that does harm, in words: something else copies it, it is far away, or it is in the data folder."""

from __future__ import annotations

from pathlib import Path

from store.files.folder_place import Risk, risk
from store.files.typed_path import is_inside
from store.language import Translator, mark

PLACES = {
    Risk.ONEDRIVE: mark("The data folder is in OneDrive, which copies it; choose another with --data."),
    Risk.DROPBOX: mark("The data folder is in Dropbox, which copies it; choose another with --data."),
    Risk.GOOGLE_DRIVE: mark(
        "The data folder is in Google Drive, which copies it; choose another with --data."
    ),
    Risk.ICLOUD: mark("The data folder is in iCloud, which copies it; choose another with --data."),
    Risk.NEXTCLOUD: mark("The data folder is in Nextcloud, which copies it; choose another with --data."),
    Risk.NETWORK: mark("The data folder is on a network share; choose one on this computer with --data."),
}

COPIED = {
    Risk.ONEDRIVE: mark("{folder} is in OneDrive, which copies it elsewhere."),
    Risk.DROPBOX: mark("{folder} is in Dropbox, which copies it elsewhere."),
    Risk.GOOGLE_DRIVE: mark("{folder} is in Google Drive, which copies it elsewhere."),
    Risk.ICLOUD: mark("{folder} is in iCloud, which copies it elsewhere."),
    Risk.NEXTCLOUD: mark("{folder} is in Nextcloud, which copies it elsewhere."),
    Risk.NETWORK: mark("{folder} is on a network share."),
}
"""What is the matter with a folder for files that anyone can read."""


def folder_place_words(folder: Path, t: Translator) -> str:
    """Return a sentence when something else copies this folder or it is far away; empty when all is well."""
    found = risk(folder)
    return t(PLACES[found]) if found else ""


def inside_words(place: Path, data: Path, t: Translator) -> str:
    """Say why a place for what is put outside won't do: it is in the data folder; empty where it is not."""
    if not is_inside(place, data):
        return ""
    return t("{place} is in the data folder; choose a place outside it.", place=place)

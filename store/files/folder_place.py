"""Places for a data folder that do harm: folders that something else copies or that are far away."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path, PurePath

from store.files.typed_path import typed_path

NETWORK_KINDS = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "davfs", "webdav", "9p", "ceph")
NETWORK_HELPERS = ("fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.glusterfs")


class Risk(StrEnum):
    """Who else touches the files of a folder in such a place."""

    ONEDRIVE = "onedrive"
    DROPBOX = "dropbox"
    GOOGLE_DRIVE = "google_drive"
    ICLOUD = "icloud"
    NEXTCLOUD = "nextcloud"
    NETWORK = "network"


_NAMES = {
    "onedrive": Risk.ONEDRIVE,
    "dropbox": Risk.DROPBOX,
    "google drive": Risk.GOOGLE_DRIVE,
    "googledrive": Risk.GOOGLE_DRIVE,
    "icloud": Risk.ICLOUD,
    "mobile documents": Risk.ICLOUD,
    "nextcloud": Risk.NEXTCLOUD,
    "owncloud": Risk.NEXTCLOUD,
}


def risk(folder: Path) -> Risk | None:
    """Return what is the matter with this place; None when nothing is known against it. Never writes."""
    place = typed_path(folder).absolute()
    return synced(place) or (Risk.NETWORK if remote(place, _mounts()) else None)


def synced(place: PurePath) -> Risk | None:
    """Return the sync service a folder belongs to, by the names on its path; None without one."""
    for part in place.parts:
        # "OneDrive - De Regenboog", "GoogleDrive-juf@school.nl", "iCloudDrive"
        name = part.casefold()
        found = next((risk for start, risk in _NAMES.items() if name.startswith(start)), None)
        if found:
            return found
    return None


def remote(place: PurePath, mounts: Iterable[tuple[str, str]]) -> bool:
    """Return whether a folder is on a network share, given the mount points with their file systems."""
    if place.drive.startswith("\\\\"):
        return True
    holding = [mount for mount in mounts if place.is_relative_to(mount[0])]
    if not holding:
        return False
    kind = max(enumerate(holding), key=lambda each: (len(PurePath(each[1][0]).parts), each[0]))[1][1]
    return kind in NETWORK_KINDS or kind in NETWORK_HELPERS


def read_mounts(text: str) -> list[tuple[str, str]]:
    """Read the mount points in `/proc/self/mounts` of Linux: device, place, kind, options."""
    rows = (line.split(" ") for line in text.splitlines())
    return [(_unescaped(row[1]), row[2]) for row in rows if len(row) > 2]


def read_mount_command(text: str) -> list[tuple[str, str]]:
    """Read the mount points as `mount` prints them on macOS: device on place (kind, options)."""
    found = []
    for line in text.splitlines():
        place, opening, options = line.partition(" on ")[2].rpartition(" (")
        if opening:
            found.append((place, options.rstrip(")").partition(",")[0]))
    return found


def _mounts() -> list[tuple[str, str]]:
    try:
        if sys.platform == "win32":
            return _drives()
        elif sys.platform == "darwin":
            import subprocess

            done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
            return read_mount_command(done.stdout)
        else:
            return read_mounts(Path("/proc/self/mounts").read_text("utf-8", "surrogateescape"))
    except OSError:
        return []


def _drives() -> list[tuple[str, str]]:
    """The letters that Windows has given to network shares."""
    found: list[tuple[str, str]] = []
    if sys.platform == "win32":
        import ctypes

        far = 4
        letters = (f"{letter}:\\" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        found += [(each, "cifs") for each in letters if ctypes.windll.kernel32.GetDriveTypeW(each) == far]
    return found


def _unescaped(place: str) -> str:
    """Spaces and the like stand as octal numbers in the list of mounts."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), place)

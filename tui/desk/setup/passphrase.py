"""The passphrase of the open folder: set, changed, its recovery key renewed and kept."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from store.files.envelope import Plain
from store.files.errors import FilesError
from store.files.paths import Layout
from store.files.repository import Repository
from store.files.sealing import reseal
from store.files.sealing.cipher import Sealed
from store.files.sealing.key_file import KeyFile, unlock_bytes

QUESTION = "passphrase"
"""How the settings remember that a passphrase was asked for."""


class Wish(StrEnum):
    """What is to be done with the passphrase."""

    SEAL = "seal"
    CHANGE = "change"
    RENEW = "renew"
    NEW_KEY = "new_key"


@dataclass(frozen=True, slots=True)
class SealedKey:
    """The key as it was read while the folder was there: a stick that was pulled out locks nobody out."""

    path: Path
    blobs: tuple[bytes, ...]

    @classmethod
    def of(cls, folder: Path) -> SealedKey:
        """Read the key of a sealed folder.

        Raises:
            NotRead: the key can't be read.
        """
        return cls(Layout(folder).keys[0], tuple(KeyFile(folder).blobs()))

    def unlock(self, secret: str) -> Sealed:
        """Return what this passphrase or recovery key opens; takes one key derivation.

        Raises:
            WrongPassphrase: it is not the right one.
        """
        return unlock_bytes(self.blobs, self.path, secret)


def sealed_key(repository: Repository) -> SealedKey | None:
    """Return the key of this folder; None when it is not sealed, or its key can't be read any more."""
    if not is_sealed(repository):
        return None
    try:
        return SealedKey.of(repository.folder)
    except FilesError:
        return None


def is_sealed(repository: Repository) -> bool:
    """Return whether what is stored can be read with the passphrase only."""
    return repository.sealer.name != Plain.name


def is_half_sealed(repository: Repository) -> bool:
    """Return whether a key was made for this folder, and not everything is sealed with it yet."""
    key_file = KeyFile(repository.folder)
    return key_file.exists() and key_file.pending()


def to_be_asked(repository: Repository) -> bool:
    """Return whether nobody was asked for a passphrase here yet."""
    try:
        return not is_sealed(repository) and QUESTION not in repository.settings().asked
    except FilesError:
        return False


def remember_asked(repository: Repository) -> None:
    """Remember that a passphrase was asked for here.

    Raises:
        FilesError: that could not be kept; it will be asked once more.
    """
    repository.save_settings(repository.settings().answered(QUESTION))


def try_out(repository: Repository, secret: str) -> None:
    """Try a passphrase or recovery key; raises as `KeyFile.unlock` when it does not open the folder."""
    KeyFile(repository.folder).unlock(secret)


def lying_open(repository: Repository) -> int:
    """Count the files below the sealed folder that can be read all the same; `check` names them."""
    return sum(1 for _ in reseal.lying_open(repository.layout))


def change(repository: Repository, old: str, new: str) -> None:
    """Set another passphrase. Raises as `KeyFile.change`."""
    with repository.still:
        KeyFile(repository.folder, put=repository.put).change(old, new)


def renew(repository: Repository, secret: str) -> str:
    """Make a new recovery key; the old one no longer opens this folder.

    Raises:
        FilesError: as `KeyFile.renew_recovery_key`.
    """
    with repository.still:
        return KeyFile(repository.folder, put=repository.put).renew_recovery_key(secret).recovery_key


def key_shown(repository: Repository) -> None:
    """Remember that the teacher had the recovery key on the screen. Raises as `KeyFile.mark_shown`."""
    with repository.still:
        if isinstance(repository.sealer, Sealed):
            KeyFile(repository.folder, put=repository.put).mark_shown(repository.sealer)


def keep_key(recovery_key: str, path: Path) -> None:
    """Write the recovery key to a new file that only its owner can read.

    Raises:
        OSError: there is such a file already, or the disk did not take it.
    """
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(file, "w", encoding="utf-8") as out:
        out.write(f"{recovery_key}\n")
        out.flush()
        os.fsync(file)

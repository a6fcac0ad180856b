"""The passphrase of the open folder: set, changed, its recovery key renewed and kept (issue 3, sealing)."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from store.files.envelope import Plain, Sealer
from store.files.errors import FilesError
from store.files.paths import Layout
from store.files.repository import Repository
from store.files.sealing import reseal
from store.files.sealing.key_file import KeyFile, unlock_bytes

QUESTION = "passphrase"


@dataclass(frozen=True, slots=True)
class Lock:
    """The key as it was read while the folder was there: a stick that was pulled out locks nobody out."""

    path: Path
    blobs: tuple[bytes, ...]

    @classmethod
    def of(cls, folder: Path) -> Lock:
        """The lock of a sealed folder.

        Raises:
            OSError: the key can't be read.
        """
        paths = Layout(folder).keys
        return cls(paths[0], tuple(path.read_bytes() for path in paths if path.exists()))

    def unlock(self, secret: str) -> Sealer:
        """What this passphrase or recovery key opens; takes one key derivation.

        Raises:
            WrongPassphrase: it is not the right one.
        """
        return unlock_bytes(self.blobs, self.path, secret)


def lock_of(repository: Repository) -> Lock | None:
    """The lock of this folder; None when it is not sealed, or its key can't be read any more."""
    if not is_sealed(repository):
        return None
    try:
        return Lock.of(repository.folder)
    except OSError:
        return None


def is_sealed(repository: Repository) -> bool:
    """Whether what is stored can be read with the passphrase only."""
    return repository.sealer.name != Plain.name


def has_key(repository: Repository) -> bool:
    """Whether a key was made for this folder, even if not everything is sealed with it yet."""
    return KeyFile(repository.folder).exists()


def to_be_asked(repository: Repository) -> bool:
    """Whether nobody was asked for a passphrase here yet."""
    try:
        return not is_sealed(repository) and QUESTION not in repository.settings().asked
    except FilesError:
        return False


def remember_asked(repository: Repository) -> None:
    """It was asked here.

    Raises:
        FilesError: that could not be kept; it will be asked once more.
    """
    repository.save_settings(repository.settings().answered(QUESTION))


def try_out(repository: Repository, secret: str) -> None:
    """Whether this passphrase or recovery key opens the folder. Raises as `KeyFile.unlock`, if not."""
    KeyFile(repository.folder).unlock(secret)


def lying_open(repository: Repository) -> int:
    """How many files below the sealed folder can be read all the same; `check` names them."""
    return sum(1 for _ in reseal.lying_open(repository.layout))


def change(repository: Repository, old: str, new: str) -> None:
    """A new passphrase. Raises as `KeyFile.change`."""
    with repository.still:
        KeyFile(repository.folder, put=repository.put).change(old, new)


def renew(repository: Repository, secret: str) -> str:
    """A new recovery key; the old one opens nothing from now on. Raises as `KeyFile.renew_recovery_key`."""
    with repository.still:
        return KeyFile(repository.folder, put=repository.put).renew_recovery_key(secret).recovery_key


def key_shown(repository: Repository) -> None:
    """The recovery key was on the screen until the teacher went on. Raises as `KeyFile.mark_shown`."""
    with repository.still:
        KeyFile(repository.folder, put=repository.put).mark_shown()


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

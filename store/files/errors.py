"""What can go wrong with a file, as codes and values only: the sentences are made elsewhere."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What a file holds."""

    DAY = "day"
    SCHOOL = "school"
    DRAFT = "draft"
    SETTINGS = "settings"
    IMPORT = "import"
    KEY = "key"
    ASIDE = "aside"
    """Bytes that could not be read when the folder was sealed, kept as they were."""
    BACKUP = "backup"


class Damage(StrEnum):
    """How a file is damaged. None of these is ever taken for an empty file."""

    MISSING = "missing"
    """The file is gone, while its previous generation is still there."""
    NO_FILE = "no_file"
    """Something else than a file stands there: a pipe, a device, a folder."""
    EMPTY = "empty"
    ZEROS = "zeros"
    HEADER = "header"
    CHECKSUM = "checksum"
    CONTENT = "content"
    MISPLACED = "misplaced"
    """A sound file of another day."""
    SEAL = "seal"
    """A sound file of which the content is not what was sealed under this header: swapped or forged."""


class Trouble(StrEnum):
    """Why the disk did not do what was asked."""

    FULL = "full"
    READ_ONLY = "read_only"
    GONE = "gone"
    SWAPPED = "swapped"
    """Another folder stands under its name, or another program had it open meanwhile."""
    DENIED = "denied"
    FAILING = "failing"
    """The disk itself reports an error: a bad sector, a cable, a stick that is dying."""
    IN_THE_WAY = "in_the_way"
    """Something else stands there than a file, or than a folder."""
    DAMAGED = "damaged"
    NEWER = "newer"
    OTHER = "other"


class NoFile(OSError):  # noqa: N818
    """What stands there is no file: a pipe or a device may never give an end, nor a beginning."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EISDIR, "no file", str(path))


_TROUBLES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), Trouble.FULL),
    errno.EROFS: Trouble.READ_ONLY,
    errno.EIO: Trouble.FAILING,
    **dict.fromkeys((errno.EISDIR, errno.ENOTDIR, errno.EEXIST), Trouble.IN_THE_WAY),
    **dict.fromkeys((errno.EACCES, errno.EPERM), Trouble.DENIED),
    **dict.fromkeys((errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ESTALE), Trouble.GONE),
}


def trouble(error: OSError) -> Trouble:
    """Return the reason code of what the operating system said."""
    return _TROUBLES.get(error.errno or 0, Trouble.OTHER)


def refused(path: Path, error: OSError) -> Path:
    """Return the path to name: where something on the way to it is no folder, that."""
    if error.errno != errno.ENOTDIR:
        return path
    return next((each for each in (path, *path.parents) if each.exists() and not each.is_dir()), path)


class FilesError(Exception):
    """Something about one file; `path` says which, `reason` is the code a sentence is made from."""

    reason: Trouble

    def __init__(self, path: Path, *details: object) -> None:
        super().__init__(str(path), *map(str, details))
        self.path = path


class DamagedFile(FilesError):  # noqa: N818
    """A file that is not what was written. It stays where it is until somebody decides.

    `where` is the path inside the document of what does not fit, without any value; often empty.
    """

    reason = Trouble.DAMAGED

    def __init__(self, path: Path, kind: Kind, damage: Damage, where: str = "") -> None:
        super().__init__(path, kind, damage, where)
        self.kind = kind
        self.damage = damage
        self.where = where


class NewerFormat(FilesError):  # noqa: N818
    """A file of a newer version of the program: refused and untouched."""

    reason = Trouble.NEWER

    def __init__(self, path: Path, kind: Kind, found: int) -> None:
        super().__init__(path, kind, found)
        self.kind = kind
        self.found = found


class OtherSeal(FilesError):  # noqa: N818
    """A sound file that is sealed in another way than this repository can open; `found` names it."""

    reason = Trouble.DENIED

    def __init__(self, path: Path, kind: Kind, found: str) -> None:
        super().__init__(path, kind, found)
        self.kind = kind
        self.found = found


class WrongPassphrase(FilesError):  # noqa: N818
    """The key file is sound, and neither the passphrase nor the recovery key is this one."""

    reason = Trouble.DENIED


class DamagedKeyFile(DamagedFile):
    """The key file and its copy are damaged: without them nothing that is sealed can be opened."""


class MissingKeyFile(FilesError):  # noqa: N818
    """There is no key file, nor its copy."""

    reason = Trouble.GONE


class AlreadySealed(FilesError):  # noqa: N818
    """There is a key file already: a second one would make everything unreadable."""

    reason = Trouble.DENIED


class UnprovenSealing(FilesError):  # noqa: N818
    """Sealing was not finished, and nobody can tell whether what lies open is ours."""

    reason = Trouble.DENIED


class NotSealed(FilesError):  # noqa: N818
    """What is not sealed does not leave the data folder: whoever finds the copy could read it."""

    reason = Trouble.DENIED


class NotSaved(FilesError):  # noqa: N818
    """The disk did not take it; what was there before is still there."""

    def __init__(self, path: Path, reason: Trouble) -> None:
        super().__init__(path, reason)
        self.reason = reason


@contextmanager
def saving(path: Path) -> Iterator[None]:
    """Turn whatever the disk refuses within it into NotSaved, with its reason."""
    try:
        yield
    except OSError as error:
        raise NotSaved(refused(path, error), trouble(error)) from error


class NotRead(FilesError):  # noqa: N818
    """The disk did not give it."""

    def __init__(self, path: Path, reason: Trouble) -> None:
        super().__init__(path, reason)
        self.reason = reason


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever the disk refuses within it into NotRead, with its reason."""
    try:
        yield
    except OSError as error:
        raise NotRead(refused(path, error), trouble(error)) from error


class AnotherInstance(Exception):  # noqa: N818
    """The program is already open on this folder: here, or on another computer, which is named."""

    def __init__(self, folder: Path, computer: str = "", mark: Path | None = None) -> None:
        super().__init__(str(folder))
        self.folder = folder
        self.computer = computer
        self.mark = mark
        """The file by which that is known."""

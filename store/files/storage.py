"""tinydb on one file: every write a new generation, put in place whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from store.files import codec, disk
from store.files.codec import Tables
from store.files.envelope import FORMAT, Header, Sealer, pack, unpack
from store.files.errors import Damage, DamagedFile, NoFile, reading, saving
from store.files.paths import Spot

Put = Callable[[Path, bytes, Path | None], None]


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, as read and checked."""

    header: Header
    tables: Tables
    checksum: str


def read_file(spot: Spot, sealer: Sealer) -> Content | None:
    """Read and check a file; None when there is none.

    Raises:
        DamagedFile, NewerFormat, OtherSeal: it is not what it should be.
        NotRead: the disk does not give it.
    """
    blob = _blob(spot)
    return None if blob is None else content_of(blob, spot, sealer)


def read_payload(spot: Spot, sealer: Sealer) -> bytes | None:
    """Read and check a file as `read_file` does, and return what is in it undecoded."""
    blob = _blob(spot)
    return None if blob is None else unpack(blob, spot, sealer)[1]


def _blob(spot: Spot) -> bytes | None:
    """The bytes of a file; None when there is none. What is no file is as damaged as one can be."""
    with reading(spot.path):
        try:
            return disk.read(spot.path)
        except FileNotFoundError:
            return None
        except NoFile:
            raise DamagedFile(spot.path, spot.kind, Damage.NO_FILE) from None


def content_of(blob: bytes, spot: Spot, sealer: Sealer) -> Content:
    """Check the bytes of a file that were read already. Raises as `read_file`, but for NotRead."""
    header, payload, checksum = unpack(blob, spot, sealer)
    try:
        return Content(header, codec.decode(payload), checksum)
    except codec.Misfit as misfit:
        raise DamagedFile(spot.path, spot.kind, Damage.CONTENT, misfit.where) from None


class FileStorage(Storage):
    """One file as tinydb sees it. No handle stays open; what was read or written last is remembered.

    `known` is the checksum of the file as this program last knew it ("" when there was none), None when
    it never looked. A file that is in the way and is not that one is never written over: it is given
    another name first, and what is written then comes from memory. `format` is written from now on.
    """

    def __init__(
        self, spot: Spot, *, sealer: Sealer, new_id: Callable[[], str], put: Put, known: str | None = None
    ) -> None:
        self._spot = spot
        self._sealer = sealer
        self._new_id = new_id
        self._put = put
        self._known = known
        self._tried = ""
        self._stranger = ""
        self._header: Header | None = None
        self._tables: Tables | None = None
        self._state: tuple[int, int, int] | None = None
        self._batch: Tables | None = None
        self._changed = False
        self.format = FORMAT

    @property
    def spot(self) -> Spot:
        """Where the file stands."""
        return self._spot

    @property
    def checksum(self) -> str:
        """That of the file as last read or written; "" when there is none."""
        return self._known or ""

    def read(self) -> Any:
        """Return the tables; None when there is no file yet."""
        return self._load() if self._batch is None else self._batch

    def write(self, data: Any) -> None:
        """Keep the tables: durable when this returns, unless within `together`."""
        if self._batch is None:
            self._store(data)
        else:
            self._batch, self._changed = data, True

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let everything within it see one state of the file, and make all its changes one write."""
        self._batch, self._changed = dict(self._load() or {}), False
        try:
            yield
            tables, changed = self._batch, self._changed
        finally:
            self._batch = None
        if changed:
            self._store(tables)

    def remove(self) -> None:
        """Remove the file, if there is one.

        Raises:
            NotSaved: it could not be removed.
            NewerFormat, OtherSeal, NotRead: it is a file that must be left alone.
        """
        self._load()
        with saving(self._spot.path):
            self._pushed_aside()
            self._spot.path.unlink(missing_ok=True)
        self._header, self._tables, self._known = None, None, ""

    def _pushed_aside(self) -> bool:
        """Give what was in the way another name, and say whether anything was."""
        if self._stranger:
            disk.set_aside(self._spot.path, self._stranger)
        return bool(self._stranger)

    def _load(self) -> Tables | None:
        path, state = self._spot.path, file_state(self._spot.path)
        self._stranger = ""
        if state is not None and state == self._state:
            return self._tables
        try:
            content = read_file(self._spot, self._sealer)
        except DamagedFile:
            if self._known is None:
                raise
            self._stranger = "damaged"
            return self._tables
        if content is None:
            if self._known is None and self._spot.previous and self._spot.previous.exists():
                raise DamagedFile(path, self._spot.kind, Damage.MISSING)
            self._known = self._known or ""
        elif self._known in (None, content.checksum) or content.checksum == self._tried:
            self._header, self._tables = content.header, content.tables
            self._known, self._state = content.checksum, state
        else:
            self._stranger = "found"
        return self._tables

    def _store(self, tables: Tables) -> None:
        spot, header = self._spot, self._header
        header = Header(
            spot.kind,
            spot.of,
            header.file if header else self._new_id(),
            header.generation + 1 if header else 1,
            self.format,
        )
        blob, checksum = pack(codec.encode(tables), header, self._sealer)
        self._tried = checksum
        with saving(spot.path):
            # what was pushed aside is no generation of ours: the one before stays where it is
            previous = None if self._pushed_aside() else spot.previous
            self._put(spot.path, blob, previous)
        self._header, self._tables, self._stranger = header, tables, ""
        self._known, self._state = checksum, file_state(spot.path)


class BlobStorage(FileStorage):
    """A file of which the bytes were read already, out of a backup for instance. It is only read."""

    def __init__(self, spot: Spot, blob: bytes, sealer: Sealer) -> None:
        """Raises DamagedFile, NewerFormat or OtherSeal when it is not what belongs there."""
        content = content_of(blob, spot, sealer)
        super().__init__(spot, sealer=sealer, new_id=str, put=_never, known=content.checksum)
        self._tables = content.tables

    def _load(self) -> Tables | None:
        return self._tables


def _never(path: Path, blob: bytes, previous: Path | None) -> None:
    raise RuntimeError("this is only read")


def file_state(path: Path) -> tuple[int, int, int] | None:
    """Return what is the same as long as nobody writes or replaces the file; None where it can't be seen."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns

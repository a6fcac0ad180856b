"""A file's tables: tinydb on our storage, and the documents of the records in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from tinydb import TinyDB

from store.files import codec
from store.files.codec import Misfit
from store.files.errors import Damage, DamagedFile
from store.files.storage import FileStorage
from store.files.unknown_keys import Document, keep_unknown


class Identified(Protocol):
    """A record that has an id."""

    @property
    def id(self) -> str:
        """The record's own id; tinydb's mean nothing."""


class TableFile:
    """One file with tables."""

    def __init__(self, storage: FileStorage) -> None:
        self.storage = storage
        self._db = TinyDB(storage=lambda: storage)

    def documents(self, table: str) -> list[Document]:
        """Return the documents of a table in their order."""
        return list(map(dict, self._db.table(table)))

    def fill(self, table: str, documents: Iterable[Document]) -> None:
        """Make these the documents of a table, in this order."""
        self._db.table(table).truncate()
        self._db.table(table).insert_multiple(documents)

    @contextmanager
    def checked(self) -> Iterator[None]:
        """Let everything within it see one state of the file, be one write, and fit the records.

        Raises:
            DamagedFile: a document is not the record it should be.
        """
        try:
            with self.storage.together():
                yield
        except Misfit as misfit:
            spot = self.storage.spot
            raise DamagedFile(spot.path, spot.kind, Damage.CONTENT, misfit.where) from None


@dataclass(frozen=True, slots=True)
class _Made:
    record: Any
    document: Document
    more: bool
    """Whether the document holds keys that this version does not know."""


class Documents:
    """The documents of the records of one table, made again only for a record that changed."""

    def __init__(self) -> None:
        self._made: dict[str, _Made] = {}
        self._looked = False

    def of(self, records: Iterable[Identified], found: Callable[[], Sequence[Document]]) -> list[Document]:
        """Return the documents of these records, with the unknown keys of those in the file.

        `found` reads the file; it is called once only.
        """
        before = self._made
        if not self._looked:
            before = {each["id"]: _Made(None, each, True) for each in found() if "id" in each}
            self._looked = True
        self._made = {record.id: _made(record, before.get(record.id)) for record in records}
        return [each.document for each in self._made.values()]


def _made(record: Identified, before: _Made | None) -> _Made:
    if before and before.record is record:
        return before
    known = codec.document(record)
    if before is None or not before.more:
        return _Made(record, known, False)
    document: Document = keep_unknown(known, before.document)
    return _Made(record, document, codec.has_more(document, known))

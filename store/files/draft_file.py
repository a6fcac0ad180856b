"""The half-typed lines of a day in a small file of their own: table `draft`, a document per talk."""

from __future__ import annotations

from collections.abc import Iterable

from store.domain.draft import Draft
from store.files import codec
from store.files.tables import TableFile

DRAFT = "draft"


class DraftFile(TableFile):
    """Reads and keeps the drafts. There is no previous generation: a line is typed in seconds."""

    def read(self) -> tuple[Draft, ...]:
        """Return the drafts; none when there is no file.

        Raises:
            DamagedFile, NewerFormat, OtherSeal, NotRead: see there.
        """
        with self.checked():
            found = self.documents(DRAFT)
            return codec.record(found, tuple[Draft, ...], DRAFT) if self.storage.checksum else ()

    def save(self, drafts: Iterable[Draft]) -> None:
        """Keep these drafts and no others: durable when this returns.

        Raises:
            NotSaved: the disk did not take it.
            DamagedFile, NewerFormat, OtherSeal, NotRead: there is a file that must not be written over.
        """
        with self.checked():
            self.fill(DRAFT, [codec.document(draft) for draft in drafts])

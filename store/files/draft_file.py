"""The half-typed line in a small file of its own: table `draft`, one document."""

from __future__ import annotations

from store.domain.draft import Draft
from store.files import codec
from store.files.tables import TableFile

DRAFT = "draft"


class DraftFile(TableFile):
    """Reads and keeps one draft. There is no previous generation: a line is typed in seconds."""

    def read(self) -> Draft | None:
        """The draft; None when there is none.

        Raises:
            DamagedFile, NewerFormat, OtherSeal, NotRead: see there.
        """
        with self.checked():
            found = self.documents(DRAFT)
            return codec.record(found, tuple[Draft], DRAFT)[0] if self.storage.checksum else None

    def save(self, draft: Draft) -> None:
        """Keep the draft: durable when this returns.

        Raises:
            NotSaved: the disk did not take it.
            DamagedFile, NewerFormat, OtherSeal, NotRead: there is a file that must not be written over.
        """
        with self.checked():
            self.fill(DRAFT, [codec.document(draft)])

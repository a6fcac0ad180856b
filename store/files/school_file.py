"""The class list and what the school decided, in a file a year: tables `school` and `pupils`."""

from __future__ import annotations

from dataclasses import replace

from store.domain.school import School
from store.files import codec
from store.files.tables import Documents, TableFile
from store.files.unknown_keys import keep_unknown

SCHOOL, PUPILS = "school", "pupils"


class SchoolFile(TableFile):
    """Reads and keeps the school of one year."""

    def read(self) -> School | None:
        """Return the school; None when there is no file.

        Raises:
            DamagedFile, NewerFormat, OtherSeal, NotRead: see there.
        """
        with self.checked():
            found, pupils = self.documents(SCHOOL), self.documents(PUPILS)
            if not self.storage.checksum:
                return None
            if len(found) != 1:
                raise codec.Misfit(SCHOOL)
            return codec.record(found[0] | {"pupils": pupils}, School, SCHOOL)

    def save(self, school: School) -> None:
        """Keep the school: durable when this returns.

        Raises:
            NotSaved: the disk did not take it.
            DamagedFile, NewerFormat, OtherSeal, NotRead: there is a file that must not be written over.
        """
        with self.checked():
            found = self.documents(SCHOOL) or [{}]
            known = codec.document(replace(school, pupils=()))
            del known["pupils"]
            self.fill(SCHOOL, [keep_unknown(known, found[0])])
            self.fill(PUPILS, Documents().of(school.pupils, lambda: self.documents(PUPILS)))

"""The settings in a file of their own: table `settings`, one document."""

from __future__ import annotations

from store.domain.settings import Settings
from store.files import codec
from store.files.tables import TableFile
from store.files.unknown_keys import keep_unknown

SETTINGS = "settings"


class SettingsFile(TableFile):
    """Reads and keeps the settings."""

    def read(self) -> Settings | None:
        """Return the settings; None when there is no file.

        Raises:
            DamagedFile, NewerFormat, OtherSeal, NotRead: see there.
        """
        with self.checked():
            found = self.documents(SETTINGS)
            return codec.record(found, tuple[Settings], SETTINGS)[0] if self.storage.checksum else None

    def save(self, settings: Settings) -> None:
        """Keep the settings: durable when this returns.

        Raises:
            NotSaved: the disk did not take it.
            NewerFormat, OtherSeal, NotRead: there is a file that must not be written over.
        """
        with self.checked():
            found = self.documents(SETTINGS) or [{}]
            self.fill(SETTINGS, [keep_unknown(codec.document(settings), found[0])])

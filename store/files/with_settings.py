"""A data folder with the settings in it."""

from __future__ import annotations

from pathlib import Path

from store.domain.settings import Settings
from store.files.data_folder import DataFolder
from store.files.errors import DamagedFile
from store.files.settings_file import SettingsFile


class WithSettings(DataFolder):
    """Reads and keeps what was decided about the program itself."""

    def settings(self) -> Settings:
        """The settings; those of a new folder when there is no file, or a damaged one."""
        file = SettingsFile(self._storage(self.layout.settings))
        try:
            found = file.read()
        except DamagedFile:
            # nothing but habits is in it: the next settings push it aside
            self._known.setdefault(file.storage.spot.path, "")
            return Settings()
        self._saw(file)
        return found or Settings()

    def lost_settings(self) -> Path | None:
        """The file whose damage put everything that was set back to the beginning, if any."""
        try:
            SettingsFile(self._storage(self.layout.settings)).read()
        except DamagedFile as error:
            return error.path
        return next(iter(self.layout.settings_asides()), None)

    def save_settings(self, settings: Settings) -> None:
        """Keep the settings: durable when this returns."""
        with self.still:
            spot = self._ready(self.layout.settings)
            if spot.path not in self._known:
                self.settings()
            file = SettingsFile(self._storage(spot, self._known[spot.path]))
            file.save(settings)
            self._known[spot.path] = file.storage.checksum

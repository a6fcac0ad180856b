"""The data folder: held by one program at a time, and left in order by a kill."""

from __future__ import annotations

import platform
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self

from store.files import disk
from store.files.envelope import Plain, Sealer
from store.files.errors import (
    AnotherInstance,
    NoFile,
    NotRead,
    NotSaved,
    OtherSeal,
    Trouble,
    reading,
    saving,
    trouble,
)
from store.files.paths import Layout, Spot
from store.files.storage import FileStorage, Put
from store.files.tables import TableFile

if TYPE_CHECKING:
    from store.files.lock import Hold
    from store.files.sealing.key_file import Unlocked


class DataFolder:
    """One folder with everything in it, and the way its files are sealed.

    Reading needs nothing and changes nothing. Changing needs `open`.
    """

    def __init__(
        self, folder: Path, *, new_id: Callable[[], str], sealer: Sealer | None = None, put: Put = disk.put
    ) -> None:
        """`new_id` gives the ids of new files; `put` makes bytes the content of a file, all or nothing."""
        self.folder = folder
        self.layout = Layout(folder)
        self.sealer = sealer or Plain()
        self.still = threading.RLock()
        """Nothing is changed by another thread while this is held."""
        self.elsewhere = threading.Lock()
        """One backup at a time goes to another place than this folder, and that may be slow."""
        self._new_id = new_id
        self.put = put
        self._hold: Hold | None = None
        self._known: dict[Path, str] = {}
        self._mark = b""
        self._key = b""
        self._lost: deque[Path] = deque()
        self.went_back = False
        """Whether opening had to finish going back to a backup."""
        self.refused: Path | None = None
        """Where what would have gone back to a backup stands now, and nobody can tell that it is ours."""

    def open(self) -> Self:
        """Make the folder if need be, hold it for this program alone, and finish what a kill left.

        Raises:
            AnotherInstance: the program is open on this folder already, here or on another computer.
            NotSaved: the folder cannot be made or takes no files.
        """
        from store.files import lock

        with saving(self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._hold = lock.Hold(self.layout.lock)
        if computer := self._open_elsewhere():
            self._hold.release()
            self._hold = None
            raise AnotherInstance(self.folder, computer, self.layout.mark)
        for leftover in self.layout.leftovers():
            try:
                leftover.unlink()
            except OSError:
                continue
        try:
            self._leave_mark()
            self._finish()
        except BaseException:
            self.close()
            raise
        return self

    def close(self) -> None:
        """Let go of the folder, with its key in it."""
        if self._hold and self._away() is None:
            with suppress(NotSaved):
                self.hold_key()
            with suppress(OSError):
                self.layout.mark.unlink()
        if self._hold:
            self._hold.release()
        self._hold = None

    def dates(self) -> tuple[date, ...]:
        """Return every stored day of every year, in order; a damaged one too."""
        if self._hold and (why := self._away()):
            raise NotRead(self.folder, why)
        with reading(self.folder):
            return self.layout.dates()

    def seal(self, passphrase: str) -> Unlocked:
        """Seal everything below the folder while it is held; whoever saves meanwhile waits.

        Whatever was read before must be read again, as every file is a new one.

        Raises:
            Whatever `seal_folder` raises. If that left a key file behind, nothing can be read or saved until
            the program is started again, which finishes the sealing.
        """
        from store.files.sealing.seal_folder import seal_folder

        return self._sealed_anew(lambda: seal_folder(self.folder, passphrase, put=self.put))

    def renew_data_key(self, secret: str, passphrase: str) -> Unlocked:
        """Seal everything with a new data key while the folder is held. Works, and raises, as `seal` does."""
        from store.files.sealing.seal_folder import renew_data_key

        return self._sealed_anew(lambda: renew_data_key(self.folder, secret, passphrase, put=self.put))

    def _sealed_anew(self, work: Callable[[], Unlocked]) -> Unlocked:
        """Let go of the folder for the work, and take it up again with the key it made."""
        with self.still:
            self.close()
            try:
                made = work()
                self.sealer = made.sealer
            finally:
                self._key = b""
                self._forget()
                self.open()
        return made

    def hold_key(self) -> None:
        """Remember the key file while it is whole, and put it back when not: nothing opens without it.

        Raises:
            NotSaved: the disk did not take it.
        """
        if self.sealer.name != Plain.name and self._away() is None:
            from store.files.sealing.key_file import KeyFile

            self._key = KeyFile(self.folder, put=self.put).keep(self.sealer, self._key)

    def copies(self, spots: Iterable[Spot]) -> dict[Path, bytes | None]:
        """Return these files as they are now, with their generations before; None for what is not there.

        They are named by their place below the folder.

        Raises:
            NotRead: the disk does not give them.
        """
        found: dict[Path, bytes | None] = {}
        with self.still:
            for path in (path for spot in spots for path in (spot.path, spot.previous) if path):
                with reading(path):
                    found[path.relative_to(self.folder)] = disk.read(path) if path.exists() else None
        return found

    def put_back(self, copies: Mapping[Path, bytes | None]) -> None:
        """Make these files byte for byte what they were; what was not there goes.

        Raises:
            NotSaved: the disk does not take it.
        """
        with self.still:
            for name, blob in copies.items():
                path = self.folder / name
                with saving(path):
                    if blob is not None:
                        self._put_here(path, blob, None)
                    else:
                        path.unlink(missing_ok=True)
            self._forget()

    def take_lost(self) -> tuple[Path, ...]:
        """Return the folders that were deleted while this was open, and had to be made again; each once."""
        # no lock: whoever asks must not wait for the disk
        return tuple(dict.fromkeys(self._lost.popleft() for _ in range(len(self._lost))))

    def _forget(self) -> None:
        """Forget what is known of the files."""
        self._known.clear()

    def __enter__(self) -> Self:
        return self.open()

    def __exit__(self, *_: object) -> None:
        self.close()

    def _finish(self) -> None:
        """Do what a kill left half done."""
        if self.layout.restoring.exists():
            from store.files.backups import restore_journal

            try:
                self.went_back = restore_journal.finish(self.layout, self.put, self.sealer)
            except OtherSeal:
                with saving(self.layout.restoring):
                    self.refused = disk.set_aside(self.layout.restoring, "found")
                    self.layout.restoring.unlink(missing_ok=True)
        if self.layout.has_key:
            from store.files.sealing.cipher import Sealed
            from store.files.sealing.key_file import KeyFile

            ours = self.sealer if isinstance(self.sealer, Sealed) else None
            with suppress(NotSaved):
                # a disk that is full now is no reason not to look inside
                KeyFile(self.folder, put=self.put).mend(ours)
        self.hold_key()

    def _open_elsewhere(self) -> str:
        """Return the computer that has this folder open, or did not close it; empty where none is known.

        A lock is only seen on this computer. Only a place that others see too is looked at: a stick that was
        pulled out at school may be opened at home.
        """
        from store.files.folder_place import risk

        with suppress(OSError, UnicodeDecodeError):
            computer = disk.read(self.layout.mark).decode().partition("\n")[2]
            if computer and computer != platform.node() and risk(self.folder):
                return computer
        return ""

    def _leave_mark(self) -> None:
        """Leave in the folder by what it is known again; on the disk at once, like what is kept in it."""
        mark = f"{self._new_id()}\n{platform.node()}".encode()
        with saving(self.folder if not disk.is_no_file(self.layout.mark) else self.layout.mark):
            disk.put(self.layout.mark, mark)
        self._mark = mark

    def _away(self) -> Trouble | None:
        """Return why the folder under its name is not the one that was opened; None if it is.

        A mark that somebody deleted in the folder that is held is left there again.
        """
        try:
            found = disk.read(self.layout.mark)
        except OSError as error:
            if not isinstance(error, (FileNotFoundError, NoFile)) or not self._is_in_place():
                return trouble(error)
            with suppress(OSError):
                # a disk that is full takes no mark; what is kept in the folder is another matter
                disk.put(self.layout.mark, self._mark)
            return None
        return None if found == self._mark else Trouble.SWAPPED

    def _is_in_place(self) -> bool:
        return self._hold is not None and self._hold.is_in_place()

    def _put_here(self, path: Path, blob: bytes, previous: Path | None) -> None:
        """Put it in this folder and no other: a stick may have been changed since it was looked at."""

        def last_look() -> None:
            if self._hold and (why := self._away()):
                raise NotSaved(path, why)

        if self.put is disk.put:
            disk.put(path, blob, previous, last_look=last_look)
        else:
            last_look()
            self.put(path, blob, previous)

    def _storage(self, spot: Spot, known: str | None = None) -> FileStorage:
        return FileStorage(spot, sealer=self.sealer, new_id=self._new_id, put=self._put_here, known=known)

    def _before(self, spot: Spot) -> FileStorage:
        return self._storage(replace(spot, path=spot.previous or spot.path, previous=None))

    def _alone(self, spot: Spot) -> FileStorage:
        """The file without a previous generation: what is replaced is gone."""
        return self._storage(replace(spot, previous=None), self._known.get(spot.path))

    def _unlink(self, *paths: Path | None) -> None:
        for path in filter(None, paths):
            with saving(path):
                if path.exists():
                    path.unlink()
                    disk.sync_folder(path.parent)
            self._known[path] = ""

    def _saw(self, file: TableFile) -> None:
        """Remember what was read, so that a later save knows the file again.

        The first sight counts: a save that came in between knows better than the reader.
        """
        if not file.storage.checksum and self._hold and (why := self._away()):
            raise NotRead(self.folder, why)
        self._known.setdefault(file.storage.spot.path, file.storage.checksum)

    def _ready(self, spot: Spot) -> Spot:
        """The same spot, its folders being there.

        The data folder itself is never made again: when a USB stick was pulled out, its name may be an
        empty place on another disk, or another stick with an older copy. It is known by our own mark.
        """
        if self._hold is None:
            raise RuntimeError("this repository is not open for changes")
        if why := self._away():
            raise NotSaved(spot.path, why)
        with saving(spot.path):
            missing = [folder for folder in spot.folders if not folder.is_dir()]
        if missing and any(known and missing[0] in path.parents for path, known in self._known.items()):
            self._lost.append(missing[0])
        for folder in missing:
            with saving(folder):
                folder.mkdir(mode=0o700)
                disk.sync_folder(folder.parent)
        return spot

"""The key file: the random data key, wrapped by the passphrase and by the recovery key."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import msgspec

from store.files import disk
from store.files.envelope import Header, Plain, Sealer, pack, peek, unpack
from store.files.errors import (
    AlreadySealed,
    Damage,
    DamagedFile,
    DamagedKeyFile,
    FilesError,
    Kind,
    MissingKeyFile,
    WrongPassphrase,
    reading,
    saving,
)
from store.files.paths import Layout, Spot
from store.files.sealing.cipher import KEY_BYTES, Sealed
from store.files.sealing.key_wrapping import Cost as Cost
from store.files.sealing.key_wrapping import Wrap, is_sane, unwrapped, wrapped
from store.files.sealing.passphrase import plain
from store.files.sealing.recovery_key import as_recovery_key, new_recovery_key
from store.files.storage import Put

PASSPHRASE, RECOVERY = "passphrase", "recovery"
OF = "key"


class _Key(msgspec.Struct, frozen=True):
    wraps: tuple[Wrap, ...]
    pending: bool = False
    unshown: bool = False
    """Whether nobody can have the recovery key: the screen with it was never left in order."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The sealer of a new key file, and the recovery key to print: it is shown now and never again."""

    sealer: Sealed
    recovery_key: str


class KeyFile:
    """The key of one data folder. Reading never writes; what writes wants the folder to be held.

    Raises, wherever a key file is read: MissingKeyFile, DamagedKeyFile, NewerFormat, NotRead; where it is
    opened WrongPassphrase; where it is written NotSaved.
    """

    def __init__(self, folder: Path, *, put: Put = disk.put, cost: Cost | None = None) -> None:
        """`cost` is that of passphrases that are set from now on."""
        self._main, self._copy = Layout(folder).keys
        self._layout = Layout(folder)
        self._put = put
        self._cost = cost or Cost()

    # -- looking -------------------------------------------------------------
    def exists(self) -> bool:
        """Say whether this folder has a key, so that a passphrase must be asked for."""
        return self._main.exists() or self._copy.exists()

    def is_missing(self) -> bool:
        """Say whether there is no key while what is stored was sealed with one."""
        if self.exists():
            return False
        for path in self._layout.files():
            with path.open("rb") as file:
                found = peek(file.readline(4096))
            if found:
                return found[1] != Plain.name
        return False

    def is_twofold(self) -> bool:
        """Say whether the copy is what the key file is."""
        return _content(self._main) == _content(self._copy)

    def pending(self) -> bool:
        """Say whether sealing the folder was begun and not finished (see `seal_folder`)."""
        return self._read()[1].pending

    def is_shown(self) -> bool:
        """Say whether the recovery key was shown; as long as it was not, nobody has it."""
        return not self._read()[1].unshown

    def sealed_bytes(self) -> bytes:
        """Return what `mark_sealed` makes of the key file, for the backups that are sealed before that."""
        header, key = self._read()
        return _packed(header, msgspec.structs.replace(key, pending=False))

    def unlock(self, secret: str) -> Sealed:
        """Return the sealer that this passphrase or recovery key opens. Takes one key derivation."""
        return _opened(*self._read(), secret, self._main)

    # -- changing ------------------------------------------------------------
    def create(self, passphrase: str, *, pending: bool = False) -> Unlocked:
        """Make a new data key. For a folder with something in it call `seal_folder` instead.

        Raises:
            AlreadySealed: there is a key file already.
            ValueError: the passphrase is empty.
        """
        if self.exists():
            raise AlreadySealed(self._main)
        header = Header(Kind.KEY, OF, str(uuid4()), 0)
        sealer, recovery_key = Sealed(os.urandom(KEY_BYTES), header.file), new_recovery_key()
        wraps = (
            self._by_passphrase(sealer, header, passphrase),
            _by_recovery_key(sealer, header, recovery_key),
        )
        self._write(header, _Key(wraps, pending, unshown=True))
        return Unlocked(sealer, recovery_key)

    def change(self, secret: str, passphrase: str) -> Sealed:
        """Set a new passphrase; `secret` is the old one or the recovery key.

        The data key and the recovery key stay, so no other file changes. After a kill either the old or
        the new passphrase opens everything. Backups from before keep opening with the old one.
        """
        header, key = self._read()
        sealer = _opened(header, key, secret, self._main)
        others = tuple(wrap for wrap in key.wraps if wrap.by != PASSPHRASE)
        wraps = (self._by_passphrase(sealer, header, passphrase), *others)
        self._write(header, msgspec.structs.replace(key, wraps=wraps))
        return sealer

    def renew_recovery_key(self, secret: str) -> Unlocked:
        """Make a new recovery key, for a lost one; the old one opens nothing from now on."""
        header, key = self._read()
        sealer, recovery_key = _opened(header, key, secret, self._main), new_recovery_key()
        others = tuple(wrap for wrap in key.wraps if wrap.by != RECOVERY)
        wraps = (*others, _by_recovery_key(sealer, header, recovery_key))
        self._write(header, msgspec.structs.replace(key, wraps=wraps, unshown=True))
        return Unlocked(sealer, recovery_key)

    def mark_shown(self) -> None:
        """Note that the recovery key was shown, to the end."""
        header, key = self._read()
        self._write(header, msgspec.structs.replace(key, unshown=False))

    def mark_sealed(self) -> None:
        """Note that everything below the folder is sealed now."""
        header, key = self._read()
        self._write(header, msgspec.structs.replace(key, pending=False))

    def mend(self) -> None:
        """Make the copy what the key file is, and the other way round, after a kill or damage."""
        if self.exists() and not self.is_twofold():
            try:
                header, key = self._read()
            except DamagedKeyFile:
                # both: only a backup helps, and that must be able to open this folder
                return
            self._write(header, key)

    def keep(self, sealer: Sealer, known: bytes) -> bytes:
        """Return the key file of this sealer; where it is gone, damaged or another's, put `known` there.

        Nothing when it is not there and not known either.
        """
        for blob in filter(None, map(_content, (self._main, self._copy))):
            if (found := key_id(blob)) and sealer.name.endswith(f":{found}"):
                return blob
        for path in (self._main, self._copy) if known else ():
            with saving(path):
                self._put(path, known, None)
        return known

    # -- inside --------------------------------------------------------------
    def _read(self) -> tuple[Header, _Key]:
        """The key file, or its copy where that is damaged or gone."""
        blobs = []
        for path in (self._main, self._copy):
            with reading(path), suppress(FileNotFoundError):
                blobs.append(path.read_bytes())
        return _sound(blobs, self._main)

    def _write(self, header: Header, key: _Key) -> None:
        """Keep the key file, then its copy: what counts is the first."""
        blob = _packed(header, key)
        for path in (self._main, self._copy):
            with saving(path):
                self._put(path, blob, None)

    def _by_passphrase(self, sealer: Sealed, header: Header, passphrase: str) -> Wrap:
        secret = _bytes_of(passphrase)
        if not secret:
            raise ValueError("a passphrase is at least one letter")
        return wrapped(sealer.key, header, secret, Wrap(PASSPHRASE, os.urandom(16), b"", self._cost))


def _packed(header: Header, key: _Key) -> bytes:
    """The key file of the generation after this header."""
    following = Header(header.kind, header.of, header.file, header.generation + 1)
    return pack(msgspec.json.encode(key), following, Plain())[0]


def unlock_bytes(blobs: Sequence[bytes], path: Path, secret: str) -> Sealed:
    """Unlock a key file and its copy that were read already, as `KeyFile.unlock`; `path` is for errors."""
    return _opened(*_sound(blobs, path), secret, path)


def key_id(blob: bytes) -> str | None:
    """Return which key these bytes of a key file hold; None when it is not whole, or no key file."""
    try:
        return _sound([blob], Path())[0].file
    except FilesError:
        return None


def _sound(blobs: Sequence[bytes], path: Path) -> tuple[Header, _Key]:
    """The first that is whole."""
    damaged: DamagedFile | None = None
    for blob in blobs:
        try:
            header, payload, _ = unpack(blob, Spot(Kind.KEY, path, None, OF, ()), Plain())
            return header, _key(path, payload)
        except DamagedFile as error:
            damaged = damaged or error
    if damaged:
        raise DamagedKeyFile(path, Kind.KEY, damaged.damage)
    raise MissingKeyFile(path)


def _opened(header: Header, key: _Key, secret: str, path: Path) -> Sealed:
    typed = {RECOVERY: as_recovery_key(secret), PASSPHRASE: _bytes_of(secret)}
    # the recovery key needs no stretching: it goes first, and a wrong passphrase costs one derivation
    for wrap in sorted(key.wraps, key=lambda wrap: wrap.by == PASSPHRASE):
        if (letters := typed.get(wrap.by)) and (found := unwrapped(wrap, header, letters)):
            return Sealed(found, header.file)
    raise WrongPassphrase(path)


def _by_recovery_key(sealer: Sealed, header: Header, recovery_key: str) -> Wrap:
    secret = as_recovery_key(recovery_key) or b""
    return wrapped(sealer.key, header, secret, Wrap(RECOVERY, os.urandom(16), b""))


def _key(path: Path, payload: bytes) -> _Key:
    """The content of a key file whose checksum is right."""
    try:
        key = msgspec.json.decode(payload, type=_Key)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise DamagedKeyFile(path, Kind.KEY, Damage.CONTENT) from None
    if not key.wraps or not all(is_sane(wrap) for wrap in key.wraps):
        raise DamagedKeyFile(path, Kind.KEY, Damage.CONTENT)
    return key


def _bytes_of(secret: str) -> bytes:
    """The letters of a passphrase; nothing for one of white space only."""
    letters = plain(secret)
    return letters.encode("utf-8", "surrogatepass") if letters.strip() else b""


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None

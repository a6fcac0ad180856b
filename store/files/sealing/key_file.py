"""The key file: the random data key, wrapped by the passphrase and by the recovery key.

All of it stands under a mark that only the data key can make, so that whoever can write files can't change it
unseen. A key file of before that gets its mark when the folder is opened with the right passphrase.
"""

from __future__ import annotations

import hmac
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

from store.files import disk
from store.files.envelope import FORMAT, Header, Plain, Sealer, pack, unpack
from store.files.errors import (
    AlreadySealed,
    Damage,
    DamagedFile,
    DamagedKeyFile,
    FilesError,
    Kind,
    MissingKeyFile,
    NoFile,
    WrongPassphrase,
    reading,
    saving,
)
from store.files.paths import Layout, Spot
from store.files.sealing.cipher import KEY_BYTES, Sealed
from store.files.sealing.key_wrapping import Cost, Wrap, is_sane, unwrapped, wrapped
from store.files.sealing.missing_key import is_key_missing
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
    to_seal: Mapping[str, str] = msgspec.field(default_factory=dict)
    """What was there to be sealed while that is pending: the hash of each file, by its name."""
    retiring: Wrap | None = None
    """The data key before this one as this one opens it, while files may still be sealed with it."""
    mac: bytes = b""
    """The mark of the data key over all of this; none in a key file of before there was one."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """A key file that is whole: `said` is all that is in it, also what this version does not know."""

    header: Header
    key: _Key
    said: Mapping[str, Any]

    def is_proven(self, sealer: Sealed) -> bool:
        """Return whether the mark is right; one of before there was a mark has none."""
        if self.header.file != sealer.key_id:
            return False
        mark = _mark_of(self.header, self.said, sealer)
        return not self.key.mac or hmac.compare_digest(self.key.mac, mark)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The sealer of a new key file, and the recovery key to print: it is shown now and never again."""

    sealer: Sealed
    recovery_key: str


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What a kill left to be sealed: the `files` there were, by their hashes, or what has the key `before`.

    `proven` is false where nobody can tell that it is ours: the key file is of before it had a mark.
    """

    proven: bool = True
    files: Mapping[str, str] = field(default_factory=dict)
    before: Sealed | None = None


class KeyFile:
    """The key of one data folder. Reading never writes; what writes wants the folder to be held.

    Raises, wherever a key file is read: MissingKeyFile, DamagedKeyFile, NewerFormat, NotRead; where it is
    opened WrongPassphrase; where it is written NotSaved.
    """

    def __init__(self, folder: Path, *, put: Put = disk.put, cost: Cost | None = None) -> None:
        """`cost` is that of passphrases that are set from now on; another one was not set by this program."""
        self._main, self._copy = Layout(folder).keys
        self._layout = Layout(folder)
        self._put = put
        self._cost = cost or Cost()

    # -- looking -------------------------------------------------------------
    def exists(self) -> bool:
        """Return whether this folder has a key, so that a passphrase must be asked for."""
        return self._layout.has_key

    def is_missing(self) -> bool:
        """Return whether there is no key while what is stored was sealed with one."""
        return is_key_missing(self._layout)

    def is_twofold(self) -> bool:
        """Return whether the copy is what the key file is."""
        return _content(self._main) == _content(self._copy)

    def pending(self) -> bool:
        """Return whether sealing the folder was begun and not finished (see `seal_folder`); unproven."""
        key = self._read().key
        return key.pending or key.retiring is not None

    def unfinished(self, sealer: Sealed) -> Unfinished | None:
        """Return what a kill left to be sealed, as the data key proves it; None when nothing is left."""
        whole = self._own(sealer)
        header, key = whole.header, whole.key
        if key.retiring is not None:
            old = unwrapped(key.retiring, header, sealer.key)
            if old is None:
                raise DamagedKeyFile(self._main, Kind.KEY, Damage.SEAL)
            return Unfinished(before=Sealed(old, key.retiring.by))
        return Unfinished(bool(key.mac), key.to_seal) if key.pending else None

    def is_shown(self) -> bool:
        """Return whether the recovery key was shown; as long as it was not, nobody has it."""
        return not self._read().key.unshown

    def sealed_bytes(self, sealer: Sealed) -> bytes:
        """Return what `mark_sealed` makes of the key file, for the backups that are sealed before that."""
        whole = self._own(sealer)
        return _packed(whole.header, _finished(whole.key), sealer)

    def unlock(self, secret: str) -> Sealed:
        """Return the sealer that this passphrase or recovery key opens. Takes one key derivation."""
        return _opened(self.blobs(), self._main, secret, self._cost)[0]

    # -- changing ------------------------------------------------------------
    def create(self, passphrase: str, *, to_seal: Mapping[str, str] | None = None) -> Unlocked:
        """Make a new data key. For a folder with something in it call `seal_folder` instead.

        With `to_seal` the files of these names and hashes are still to be sealed.

        Raises:
            AlreadySealed: there is a key file already.
            ValueError: the passphrase is empty.
        """
        if self.exists():
            raise AlreadySealed(self._main)
        header = Header(Kind.KEY, OF, str(uuid4()), 0)
        made, wraps = self._new_key(header, passphrase)
        key = _Key(wraps, to_seal is not None, unshown=True, to_seal=to_seal or {})
        self._write(header, key, made.sealer)
        return made

    def change(self, secret: str, passphrase: str) -> Sealed:
        """Set a new passphrase; `secret` is the old one or the recovery key.

        The data key and the recovery key stay, so no other file changes. After a kill either the old or
        the new passphrase opens everything. Backups from before keep opening with the old one.
        """
        sealer, header, key = _opened(self.blobs(), self._main, secret, self._cost)
        others = tuple(wrap for wrap in key.wraps if wrap.by != PASSPHRASE)
        wraps = (self._by_passphrase(sealer, header, passphrase), *others)
        self._write(header, msgspec.structs.replace(key, wraps=wraps), sealer)
        return sealer

    def renew_recovery_key(self, secret: str) -> Unlocked:
        """Make a new recovery key, for a lost one; the old one no longer opens this key file.

        With the key file of an older backup it still opens whatever this data key seals: `renew` ends that.
        """
        sealer, header, key = _opened(self.blobs(), self._main, secret, self._cost)
        recovery_key = new_recovery_key()
        others = tuple(wrap for wrap in key.wraps if wrap.by != RECOVERY)
        wraps = (*others, _by_recovery_key(sealer, header, recovery_key))
        self._write(header, msgspec.structs.replace(key, wraps=wraps, unshown=True), sealer)
        return Unlocked(sealer, recovery_key)

    def renew(self, secret: str, passphrase: str) -> Unlocked:
        """Make a new data key, with this passphrase and a new recovery key; the files follow.

        See `renew_data_key`. The key before goes along, sealed, until that is done.
        """
        before, header, key = _opened(self.blobs(), self._main, secret, self._cost)
        if key.retiring is not None or key.pending:
            raise AlreadySealed(self._main)
        header = Header(Kind.KEY, OF, str(uuid4()), header.generation)
        made, wraps = self._new_key(header, passphrase)
        retiring = wrapped(before.key, header, made.sealer.key, Wrap(before.key_id, os.urandom(16), b""))
        self._write(header, _Key(wraps, unshown=True, retiring=retiring), made.sealer)
        return made

    def mark_shown(self, sealer: Sealed) -> None:
        """Note that the recovery key was shown, to the end."""
        whole = self._own(sealer)
        self._write(whole.header, msgspec.structs.replace(whole.key, unshown=False), sealer)

    def mark_sealed(self, sealer: Sealed) -> None:
        """Note that everything below the folder is sealed now."""
        whole = self._own(sealer)
        self._write(whole.header, _finished(whole.key), sealer)

    def mend(self, sealer: Sealed | None = None) -> None:
        """Make the copy what the key file is, and the other way round, after a kill or damage.

        With the `sealer` it also gets the mark of the data key, where it is of before there was one. Without
        it two sound ones that differ stay as they are: which of them is ours only the data key tells.
        """
        if not self.exists():
            return
        try:
            if sealer is not None:
                whole = self._own(sealer)
                if not (self.is_twofold() and whole.key.mac):
                    self._write(whole.header, whole.key, sealer)
            elif len(sound := [blob for blob in self.blobs() if key_id(blob)]) == 1:
                self._put_both(sound[0])
        except DamagedKeyFile:
            # both: only a backup helps, and that must be able to open this folder
            return

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

    def blobs(self) -> list[bytes]:
        """Return the bytes of the key file and its copy, as far as they are there; no file has no bytes."""
        found = []
        for path in (self._main, self._copy):
            with reading(path), suppress(FileNotFoundError):
                try:
                    found.append(disk.read(path))
                except NoFile:
                    found.append(b"")
        return found

    # -- inside --------------------------------------------------------------
    def _read(self) -> _Whole:
        """The key file, or its copy where that is damaged or gone; nothing in it is proven."""
        return _sound(self.blobs(), self._main)[0]

    def _own(self, sealer: Sealed) -> _Whole:
        """The key file as the data key knows it again."""
        proven = [each for each in _sound(self.blobs(), self._main) if each.is_proven(sealer)]
        marked = [each for each in proven if each.key.mac]
        if not proven:
            raise DamagedKeyFile(self._main, Kind.KEY, Damage.SEAL)
        return max(marked or proven, key=lambda each: each.header.generation)

    def _write(self, header: Header, key: _Key, sealer: Sealed) -> None:
        """Keep the key file, then its copy: what counts is the first."""
        self._put_both(_packed(header, key, sealer))

    def _put_both(self, blob: bytes) -> None:
        for path in (self._main, self._copy):
            with saving(path):
                self._put(path, blob, None)

    def _new_key(self, header: Header, passphrase: str) -> tuple[Unlocked, tuple[Wrap, Wrap]]:
        """A data key and a recovery key that nobody had before; what wraps the one for either secret."""
        sealer, recovery_key = Sealed(os.urandom(KEY_BYTES), header.file), new_recovery_key()
        wraps = (
            self._by_passphrase(sealer, header, passphrase),
            _by_recovery_key(sealer, header, recovery_key),
        )
        return Unlocked(sealer, recovery_key), wraps

    def _by_passphrase(self, sealer: Sealed, header: Header, passphrase: str) -> Wrap:
        secret = _bytes_of(passphrase)
        if not secret:
            raise ValueError("a passphrase is at least one letter")
        return wrapped(sealer.key, header, secret, Wrap(PASSPHRASE, os.urandom(16), b"", self._cost))


def _packed(header: Header, key: _Key, sealer: Sealed) -> bytes:
    """The key file of the generation after this header, with its mark."""
    following = Header(header.kind, header.of, header.file, header.generation + 1)
    said = msgspec.to_builtins(key)
    marked = msgspec.structs.replace(key, mac=_mark_of(following, said, sealer))
    return pack(msgspec.json.encode(marked), following, Plain())[0]


def _finished(key: _Key) -> _Key:
    """The key when everything is sealed with it."""
    return msgspec.structs.replace(key, pending=False, to_seal={}, retiring=None)


def _mark_of(header: Header, said: Mapping[str, Any], sealer: Sealed) -> bytes:
    """The mark of the data key over all that is in a key file, but for the mark itself."""
    bare = {name: value for name, value in said.items() if name != "mac"}
    whole = [FORMAT, header.kind, header.of, header.file, header.generation, bare]
    return hmac.digest(sealer.key_for("key file"), msgspec.json.encode(whole, order="sorted"), "sha256")


def unlock_bytes(blobs: Sequence[bytes], path: Path, secret: str) -> Sealed:
    """Unlock a key file and its copy that were read already, as `KeyFile.unlock`; `path` is for errors."""
    return _opened(blobs, path, secret, Cost())[0]


def key_id(blob: bytes) -> str | None:
    """Return which key these bytes of a key file hold; None when it is not whole, or no key file."""
    try:
        return _sound([blob], Path())[0].header.file
    except FilesError:
        return None


def _sound(blobs: Sequence[bytes], path: Path) -> list[_Whole]:
    """Those that are whole, each once; at least one."""
    damaged: DamagedFile | None = None
    whole: list[_Whole] = []
    for blob in dict.fromkeys(blobs):
        try:
            header, payload, _ = unpack(blob, Spot(Kind.KEY, path, None, OF, ()), Plain())
            whole.append(_Whole(header, _key(path, payload), msgspec.json.decode(payload)))
        except DamagedFile as error:
            damaged = damaged or error
    if whole:
        return whole
    if damaged:
        raise DamagedKeyFile(path, Kind.KEY, damaged.damage)
    raise MissingKeyFile(path)


def _opened(blobs: Sequence[bytes], path: Path, secret: str, cost: Cost) -> tuple[Sealed, Header, _Key]:
    """What a secret opens, of a key file and its copy.

    Where the secret is right and the key file was changed by something else, that is said, not that the
    secret is wrong.
    """
    changed = False
    tried: set[Wrap] = set()
    for whole in _sound(blobs, path):
        header, key = whole.header, whole.key
        if tried.issuperset(key.wraps):
            continue
        if sealer := _unwrapped(header, key, secret):
            if whole.is_proven(sealer):
                return sealer, header, key
            changed = True
        else:
            changed = changed or _has_other_cost(header, key, secret, cost)
            tried |= set(key.wraps)
    if changed:
        raise DamagedKeyFile(path, Kind.KEY, Damage.SEAL)
    raise WrongPassphrase(path)


def _unwrapped(header: Header, key: _Key, secret: str) -> Sealed | None:
    typed = {RECOVERY: as_recovery_key(secret), PASSPHRASE: _bytes_of(secret)}
    # the recovery key needs no stretching: it goes first, and a wrong passphrase costs one derivation
    for wrap in sorted(key.wraps, key=lambda wrap: wrap.by == PASSPHRASE):
        if (letters := typed.get(wrap.by)) and (found := unwrapped(wrap, header, letters)):
            return Sealed(found, header.file)
    return None


def _has_other_cost(header: Header, key: _Key, secret: str, cost: Cost) -> bool:
    """Return whether the passphrase is right, and only the cost of a try was changed from what is ours."""
    ours = (wrap for wrap in key.wraps if wrap.by == PASSPHRASE and wrap.cost != cost)
    letters = _bytes_of(secret)
    meant = (msgspec.structs.replace(wrap, cost=cost) for wrap in ours)
    return bool(letters) and any(unwrapped(wrap, header, letters) for wrap in meant)


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
        return disk.read(path)
    except OSError:
        return None

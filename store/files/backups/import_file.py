"""The file that was read in last, as long as that can be taken back: tables `import` and `files`."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from store.files import codec
from store.files.tables import TableFile

IMPORT, FILES = "import", "files"


@dataclass(frozen=True, slots=True)
class LastStep:
    """The step that was the last one of a day."""

    day: date
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRecord:
    """What was stored in one go, and whether it was taken back.

    `what` says what it was; `schools` and `days` are what it changed; `before` and `after` tell what stood
    in these; `steps` are the last steps of all days then, so that what was done later is taken back first.
    """

    what: str
    schools: tuple[date, ...]
    days: tuple[date, ...]
    steps: tuple[LastStep, ...]
    before: str
    after: str
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class _FileTwice:
    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class KeptImport:
    """An import with the bytes of its files before and after it, by their place below the data folder."""

    record: ImportRecord
    before: Mapping[Path, bytes | None]
    after: Mapping[Path, bytes | None]


class ImportFile(TableFile):
    """Reads and keeps the last import."""

    def read(self) -> KeptImport | None:
        """Return the last import; None when there is no file.

        Raises:
            DamagedFile, NewerFormat, OtherSeal, NotRead: see there.
        """
        with self.checked():
            found, files = self.documents(IMPORT), self.documents(FILES)
            if not self.storage.checksum or not found:
                return None
            both = codec.record(files, tuple[_FileTwice, ...], FILES)
            return KeptImport(
                codec.record(found[0], ImportRecord, IMPORT),
                {Path(each.path): _bytes(each.before) for each in both},
                {Path(each.path): _bytes(each.after) for each in both},
            )

    def save(self, kept: KeptImport) -> None:
        """Keep this import: durable when this returns.

        Raises:
            NotSaved: the disk did not take it.
        """
        with self.checked():
            self.fill(IMPORT, [codec.document(kept.record)])
            both = (
                _FileTwice(path.as_posix(), _text(kept.before[path]), _text(kept.after[path]))
                for path in kept.before
            )
            self.fill(FILES, [codec.document(each) for each in both])


def _text(blob: bytes | None) -> str | None:
    return None if blob is None else b64encode(blob).decode("ascii")


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else b64decode(text)

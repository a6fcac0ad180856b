"""Records ↔ documents. Everything that comes in is validated here, with the path of what is wrong."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any, TypeVar

import msgspec

from store.domain.undo import RECORD_TYPES, Record, RecordKind, Shift, Step, StepName, Touch
from store.files.unknown_keys import Document

T = TypeVar("T")
Tables = dict[str, dict[str, Document]]


class Misfit(ValueError):  # noqa: N818
    """A document that is not the record it should be; `where` is a path without any value."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class _Touch(msgspec.Struct):
    kind: RecordKind
    before: Document | None
    after: Document | None
    at: int = 0


class _Step(msgspec.Struct):
    id: str
    name: StepName
    talk: str
    touches: list[_Touch]
    line: str = ""
    newcomer: bool = False
    undone: bool = False
    shifts: tuple[Shift, ...] = ()
    elsewhere: date | None = None


def document(record: object) -> Document:
    """Make the document of a record: JSON types only, every field of it."""
    made: Document = msgspec.to_builtins(record, enc_hook=_plain_time)
    return made


def record(made: Any, kind: type[T], where: str = "") -> T:
    """Make the record of a document; unknown keys are passed over.

    Raises:
        Misfit: a field is missing or not what it should be.
    """
    try:
        return msgspec.convert(made, kind)
    except msgspec.ValidationError as error:
        raise Misfit(where + _path(error)) from None


def step(made: Document, where: str = "") -> Step:
    """Make the undo step of a document: what each touch holds follows from its kind.

    Raises:
        Misfit: as for `record`.
    """
    read = record(made, _Step, where)
    touches = tuple(
        Touch(
            kind=touch.kind,
            before=_side(touch.kind, touch.before, f"{where}.touches[{at}].before"),
            after=_side(touch.kind, touch.after, f"{where}.touches[{at}].after"),
            at=touch.at,
        )
        for at, touch in enumerate(read.touches)
    )
    return Step(
        id=read.id,
        name=read.name,
        talk=read.talk,
        touches=touches,
        line=read.line,
        newcomer=read.newcomer,
        undone=read.undone,
        shifts=read.shifts,
        elsewhere=read.elsewhere,
    )


def encode(tables: Tables) -> bytes:
    """Return the payload of a file."""
    try:
        return msgspec.json.encode(tables)
    except UnicodeEncodeError:
        # a lone surrogate, from a damaged name or a terminal: kept as it came, in JSON's own escape
        return json.dumps(tables, allow_nan=False, separators=(",", ":")).encode("ascii")


def decode(payload: bytes) -> Tables:
    """Return the tables of a payload.

    Raises:
        Misfit: it is not JSON, or not tables of documents.
    """
    try:
        return _checked(msgspec.json.decode(payload))
    except msgspec.DecodeError:
        pass
    try:
        return _checked(json.loads(payload))
    except (ValueError, RecursionError):
        raise Misfit("$") from None


def _checked(found: Any) -> Tables:
    tables = record(found, Tables)
    for name, table in tables.items():
        if not all(key.isascii() and key.isdecimal() for key in table):
            raise Misfit(f"$.{name}")
    return tables


def _side(kind: RecordKind, made: Document | None, where: str) -> Record | None:
    return None if made is None else record(made, RECORD_TYPES[kind], where)


def _path(error: msgspec.ValidationError) -> str:
    """Only the path from the message: the rest could quote what somebody wrote."""
    return str(error).rpartition(" - at `$")[2].rstrip("`") if " - at `$" in str(error) else ""


def _plain_time(value: Any) -> Any:
    """Moments of a library's own kind (pendulum's) are stored like any other."""
    if isinstance(value, datetime):
        return datetime.fromisoformat(value.isoformat())
    if isinstance(value, date):
        return date.fromisoformat(value.isoformat())
    raise NotImplementedError


def has_more(made: Document, known: Document) -> bool:
    """Return whether `made`, which is `known` with the unknown keys of a file, is more than `known`."""
    return encode({"": {"": made}}) != encode({"": {"": known}})

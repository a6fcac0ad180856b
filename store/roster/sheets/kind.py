"""Know what a file is by what is in it; its name says nothing."""

from __future__ import annotations

import io
import re
from enum import StrEnum

from store.roster.problems import Refusal, UnusableError
from store.roster.sheets.encoding import decode

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
_SEALED = "EncryptedPackage".encode("utf-16-le")
"""The name of the one part in which a workbook with a password is, whatever kind it was."""
_BEGINS = (b"\x09\x08\x10\0", b"\x09\x08\x08\0")
_FILE_PASS = b"\x2f\0"
"""The records that an old workbook begins with, and that says that the others need a password."""
_LIST = "META-INF/manifest.xml"
"""The part of an open document that lists the others, and how they were encrypted."""
LARGEST_UNPACKED = 50 << 20
"""Bytes that a workbook may take unpacked; one that says it takes more is no class list."""


class FileKind(StrEnum):
    """The kinds of files that hold a class list or timetable."""

    TEXT = "text"
    WORKBOOK = "workbook"
    HTML = "html"
    SPREADSHEET_XML = "spreadsheet_xml"
    EDEXML = "edexml"
    CALENDAR = "calendar"


_OTHERS = (
    (b"%PDF", Refusal.PDF),
    (b"{\\rtf", Refusal.DOCUMENT),
    (b"\x89PNG", Refusal.PICTURE),
    (b"\xff\xd8\xff", Refusal.PICTURE),
    (b"GIF8", Refusal.PICTURE),
    (b"\x1f\x8b", Refusal.PACKED),
    (b"7z\xbc\xaf", Refusal.PACKED),
    (b"Rar!", Refusal.PACKED),
)
_OLD_EDEX = re.compile(r"(?m)^\d{4,10} +\S.{0,90}?[ \d](?:19|20)\d{2}[01]\d[0-3]\d\d?\S{0,6}\s*$")
"""A line of an old EDEX file: a number, names at fixed places, a date of birth and sex in one."""


def kind_of(data: bytes) -> FileKind:
    """Return what kind of file this is.

    Raises:
        UnusableError: it is of a kind that can't be read, which the refusal names.
    """
    for mark, refusal in _OTHERS:
        if data.startswith(mark):
            raise UnusableError(refusal)
    if data.startswith(ZIP):
        return _zipped(data)
    if data.startswith(OLE):
        if b"W\0o\0r\0d\0D\0o\0c" in data[: 1 << 16]:
            raise UnusableError(Refusal.DOCUMENT)
        if _SEALED in data or _has_file_pass(data):
            raise UnusableError(Refusal.PROTECTED)
        return FileKind.WORKBOOK
    return _text(decode(data[: 1 << 14]).text.lstrip("\ufeff \r\n\t"))


def _has_file_pass(data: bytes) -> bool:
    """Return whether an old workbook says among its first records that a password is needed."""
    for sector in range(512, len(data), 64):
        if data.startswith(_BEGINS, sector):
            at = sector
            for _ in range(4):
                if data.startswith(_FILE_PASS, at):
                    return True
                at += 4 + int.from_bytes(data[at + 2 : at + 4], "little")
    return False


def _text(start: str) -> FileKind:
    """Return what kind of text begins so."""
    if start[:15].upper().startswith("BEGIN:VCALENDAR"):
        return FileKind.CALENDAR
    if start[:11].upper().startswith("BEGIN:VCARD"):
        raise UnusableError(Refusal.CONTACTS)
    if start[:1] in "{[" and re.match(r"[\[{]\s*(?:[\[{\"\]}]|-?\d+[,\]]|$)", start):
        raise UnusableError(Refusal.JSON)
    if re.match(r"MIME-Version:|From: ", start, re.IGNORECASE) and "text/html" in start.casefold():
        return FileKind.HTML
    if start[:1] == "<":
        return _markup(start)
    if len(_OLD_EDEX.findall(start)) * 2 > start.count("\n"):
        raise UnusableError(Refusal.OLD_EDEX)
    return FileKind.TEXT


def _markup(start: str) -> FileKind:
    small = start.casefold()
    if re.search(r"<!entity|<!doctype[^>]*\[", small):
        raise UnusableError(Refusal.ENTITIES)
    if re.search(r"<(?:\w+:)?edex\b", small):
        return FileKind.EDEXML
    if "urn:schemas-microsoft-com:office:spreadsheet" in small and re.search(r"<(?:\w+:)?workbook\b", small):
        return FileKind.SPREADSHEET_XML
    if re.search(r"<(?:!doctype html|html|table|body|head|meta|div|style)\b", small):
        return FileKind.HTML
    if re.match(r"<\?xml|<[a-z]", small):
        raise UnusableError(Refusal.XML)
    return FileKind.TEXT


def _zipped(data: bytes) -> FileKind:
    """Return the kind of a packed file: a workbook, or what it is refused as."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            kind = packed.read("mimetype")[:100] if "mimetype" in packed.namelist() else b""
            listed = packed.read(_LIST) if _LIST in packed.namelist() else b""
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        raise UnusableError(Refusal.DAMAGED) from error
    if b"encryption-data" in listed or any(part.flag_bits & 1 for part in parts):
        raise UnusableError(Refusal.PROTECTED)
    names = {part.filename for part in parts}
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UnusableError(Refusal.TOO_LARGE)
    if any(name.startswith("xl/") for name in names) or kind.endswith(b"opendocument.spreadsheet"):
        return FileKind.WORKBOOK
    if any(name.startswith("word/") for name in names) or b"opendocument.text" in kind:
        raise UnusableError(Refusal.DOCUMENT)
    if any(name.startswith("Index/") for name in names):
        raise UnusableError(Refusal.NUMBERS)
    raise UnusableError(Refusal.PACKED)

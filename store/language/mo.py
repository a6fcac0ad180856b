"""The compiled catalogue that stdlib gettext reads, always the same bytes for the same messages."""

from __future__ import annotations

import struct
from collections.abc import Mapping

MAGIC = 0x950412DE
HEADER = struct.Struct("<7I")
ENTRY = struct.Struct("<2I")


def compiled(entries: Mapping[str, str]) -> bytes:
    """The `.mo` file for these entries, without a hash table.

    A plural is one entry: ids and translations joined by NUL. The entry with the empty id is the
    catalogue's own header and names the charset.
    """
    pairs = sorted((key.encode(), value.encode()) for key, value in entries.items())
    keys_at = HEADER.size
    values_at = keys_at + ENTRY.size * len(pairs)
    text_at = values_at + ENTRY.size * len(pairs)
    tables, text = [b"", b""], b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += ENTRY.pack(len(pair[side]), text_at + len(text))
            text += pair[side] + b"\0"
    header = HEADER.pack(MAGIC, 0, len(pairs), keys_at, values_at, 0, 0)
    return header + tables[0] + tables[1] + text

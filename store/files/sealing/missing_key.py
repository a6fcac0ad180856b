"""Know that a key is gone, without what it takes to read one."""

from __future__ import annotations

from store.files import disk
from store.files.envelope import Plain, peek
from store.files.errors import reading
from store.files.paths import Layout


def is_key_missing(layout: Layout) -> bool:
    """Say whether there is no key while what is stored was sealed with one."""
    if layout.has_key:
        return False
    for path in layout.files():
        with reading(path):
            found = peek(disk.read(path, 4096))
        if found:
            return found[1] != Plain.name
    return False

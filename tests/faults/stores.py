"""The repositories that are put to the test: the real one, and broken ones that the test must catch."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from store.files.repository import Repository

Store = Callable[[Path], Repository]


def real(folder: Path) -> Repository:
    """The repository as the program uses it."""
    return Repository(folder, new_id=_new_id)


def truncating(folder: Path) -> Repository:
    """Empties the file and writes into it, as tinydb's own storage does."""
    return Repository(folder, new_id=_new_id, put=_write_into)


def forgetful(folder: Path) -> Repository:
    """Says of every third save that it was kept, without keeping it."""
    saves = 0

    def put(path: Path, blob: bytes, _: Path | None) -> None:
        nonlocal saves
        saves += 1
        if saves % 3:
            temporary = path.with_name("temporary")
            temporary.write_bytes(blob)
            temporary.replace(path)

    return Repository(folder, new_id=_new_id, put=put)


def _write_into(path: Path, blob: bytes, _: Path | None) -> None:
    with path.open("wb", buffering=0) as file:
        for at in range(0, len(blob), 8192):
            file.write(blob[at : at + 8192])
        os.fsync(file.fileno())


def _new_id() -> str:
    return str(uuid4())


STORES: dict[str, Store] = {"real": real, "truncating": truncating, "forgetful": forgetful}

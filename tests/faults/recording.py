"""What a piece of work asks of the disk, call by call, for playing a power cut after each.

The calls are recorded in a process of its own, at the one place all of them go through. Whoever plays
them must end with the folder as it really is: a call that was not recorded can't go unnoticed.
"""

from __future__ import annotations

import os
import pickle
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Call:
    """One call: what, on which path, and to where or with what bytes."""

    what: str
    path: str = ""
    to: str = ""
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Recording:
    """The folder before, the calls, and the folder after; folders have no bytes."""

    before: dict[str, bytes | None]
    calls: tuple[Call, ...]
    after: dict[str, bytes | None]


def record(folder: Path, steps: Callable[[Path, Callable[[], None]], None]) -> Recording:
    """Run `steps` in a process of its own and record what it asks of the disk below `folder`."""
    before = snapshot(folder)
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            calls: list[Call] = []
            _listen(str(folder), calls)
            steps(folder, lambda: calls.append(Call("acknowledge")))
            with os.fdopen(writing, "wb") as out:
                pickle.dump(calls, out)
        except BaseException:  # noqa: BLE001 - whatever it was, it must be seen
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        content = told.read()
    os.waitpid(pid, 0)
    if not content:
        raise RuntimeError("the work under test did not come to its end")
    return Recording(before, tuple(pickle.loads(content)), snapshot(folder))


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder but the lock."""
    paths = (path for path in sorted(folder.rglob("*")) if path.name != ".lock")
    return {str(path.relative_to(folder)): None if path.is_dir() else path.read_bytes() for path in paths}


def _listen(folder: str, calls: list[Call]) -> None:
    """Put an ear on the calls of this process."""
    real: Any = {name: getattr(os, name) for name in ("open", "write", "close", "fsync", "replace", "link")}
    real |= {name: getattr(os, name) for name in ("unlink", "mkdir", "rename", "remove", "ftruncate")}
    files: dict[int, str] = {}

    def inside(path: Any) -> str:
        name = os.path.relpath(os.fspath(path), folder)
        return "" if name.startswith("..") or Path(name).name == ".lock" else name

    def opened(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        existed = os.path.lexists(path)
        descriptor: int = real["open"](path, flags, *rest, **more)
        if name := inside(path):
            files[descriptor] = name
            if flags & os.O_CREAT and not existed:
                calls.append(Call("create", name))
            elif flags & os.O_TRUNC:
                calls.append(Call("truncate", name))
        return descriptor

    def wrote(descriptor: int, data: Any) -> int:
        done: int = real["write"](descriptor, data)
        if descriptor in files:
            calls.append(Call("write", files[descriptor], data=bytes(data[:done])))
        return done

    def closed(descriptor: int) -> None:
        real["close"](descriptor)
        files.pop(descriptor, None)

    def synced(descriptor: int) -> None:
        real["fsync"](descriptor)
        if descriptor in files:
            calls.append(Call("sync", files[descriptor]))

    def one(what: str, name: str) -> Callable[..., None]:
        def call(path: Any, *rest: Any, **more: Any) -> None:
            real[name](path, *rest, **more)
            if where := inside(path):
                calls.append(Call(what, where))

        return call

    def two(what: str, name: str) -> Callable[..., None]:
        def call(path: Any, to: Any, **more: Any) -> None:
            real[name](path, to, **more)
            if where := inside(to):
                calls.append(Call(what, inside(path), where))

        return call

    hooks: dict[str, Any] = {"open": opened, "write": wrote, "close": closed, "fsync": synced}
    hooks |= {
        "replace": two("rename", "replace"),
        "rename": two("rename", "rename"),
        "link": two("link", "link"),
    }
    hooks |= {
        "unlink": one("unlink", "unlink"),
        "remove": one("unlink", "remove"),
        "mkdir": one("mkdir", "mkdir"),
    }
    for name, hook in hooks.items():
        setattr(os, name, hook)

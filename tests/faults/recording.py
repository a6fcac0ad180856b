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
    for name, hook in _Ear(folder, calls).hooks().items():
        setattr(os, name, hook)


class _Ear:
    """Does what the operating system was asked, and writes down what it was about."""

    def __init__(self, folder: str, calls: list[Call]) -> None:
        self._folder, self._calls = folder, calls
        self._files: dict[int, str] = {}
        self._real: Any = {name: getattr(os, name) for name in ("open", "write", "close", "fsync")}

    def hooks(self) -> dict[str, Any]:
        hooks: dict[str, Any] = {
            "open": self.open,
            "write": self.write,
            "close": self.close,
            "fsync": self.sync,
        }
        hooks |= {name: self._two(what, getattr(os, name)) for name, what in _TWO_PATHS.items()}
        return hooks | {name: self._one(what, getattr(os, name)) for name, what in _ONE_PATH.items()}

    def open(self, path: Any, flags: int, *rest: Any, **more: Any) -> int:
        existed = os.path.lexists(path)
        descriptor: int = self._real["open"](path, flags, *rest, **more)
        if name := self._inside(path):
            self._files[descriptor] = name
            if flags & os.O_CREAT and not existed:
                self._calls.append(Call("create", name))
            elif flags & os.O_TRUNC:
                self._calls.append(Call("truncate", name))
        return descriptor

    def write(self, descriptor: int, data: Any) -> int:
        done: int = self._real["write"](descriptor, data)
        if descriptor in self._files:
            self._calls.append(Call("write", self._files[descriptor], data=bytes(data[:done])))
        return done

    def close(self, descriptor: int) -> None:
        self._real["close"](descriptor)
        self._files.pop(descriptor, None)

    def sync(self, descriptor: int) -> None:
        self._real["fsync"](descriptor)
        if descriptor in self._files:
            self._calls.append(Call("sync", self._files[descriptor]))

    def _one(self, what: str, real: Callable[..., None]) -> Callable[..., None]:
        def call(path: Any, *rest: Any, **more: Any) -> None:
            real(path, *rest, **more)
            if where := self._inside(path):
                self._calls.append(Call(what, where))

        return call

    def _two(self, what: str, real: Callable[..., None]) -> Callable[..., None]:
        def call(path: Any, to: Any, **more: Any) -> None:
            real(path, to, **more)
            if where := self._inside(to):
                self._calls.append(Call(what, self._inside(path), where))

        return call

    def _inside(self, path: Any) -> str:
        name = os.path.relpath(os.fspath(path), self._folder)
        return "" if name.startswith("..") or Path(name).name == ".lock" else name


_TWO_PATHS = {"replace": "rename", "rename": "rename", "link": "link"}
_ONE_PATH = {"unlink": "unlink", "remove": "unlink", "mkdir": "mkdir"}

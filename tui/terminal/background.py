"""Work beside the screen that holds nothing up when it hangs: not the keys, not the end of the program."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


async def in_background(work: Callable[[], T], seconds: float | None = None) -> T | None:
    """Do it in a thread of its own and wait for it; None when that took more than so many seconds.

    What `asyncio.to_thread` runs is waited for when the program ends, also a stick that no longer answers.
    This is left behind then.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def told(outcome: T | Exception) -> None:
        if done.done():
            return
        if isinstance(outcome, Exception):
            done.set_exception(outcome)
        else:
            done.set_result(outcome)

    def run() -> None:
        outcome: T | Exception
        try:
            outcome = work()
        except Exception as error:  # noqa: BLE001 - raised where it is waited for
            outcome = error
        with suppress(RuntimeError):
            # there may be nobody left to tell
            loop.call_soon_threadsafe(told, outcome)

    Thread(target=run, daemon=True).start()
    try:
        return await asyncio.wait_for(done, seconds)
    except TimeoutError:
        return None

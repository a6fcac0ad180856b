"""The curtain that falls by itself when nobody is there, and the lock on it when the folder is sealed."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from tui.desk.desk import Desk
from tui.desk.setup.passphrase import SealedKey, sealed_key
from tui.navigation import Navigator

LOOK_SECONDS = 15
"""How often it is looked whether somebody is still there; the period itself is in minutes."""
REFUSED_WHEN_LOCKED = {"curtain", "help", "palette", "kept", "settings"}
"""Actions of the app that lead anywhere but to the end."""


class IdleLock:
    """Covers the screen when no key came for a while, and lets nobody by without the passphrase."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        """Watch over this desk; the curtain is put up by `navigator`."""
        self._desk = desk
        self._navigator = navigator
        self._touched = desk.real_now()
        self._key: SealedKey | None = None
        self.locked = False

    @property
    def can_lock(self) -> bool:
        """Whether there is a passphrase to lock with."""
        return self._key is not None

    async def learn_key(self) -> None:
        """Read the key of the folder while it is there; anew when it was set or changed."""
        self._key = await asyncio.to_thread(sealed_key, self._desk.repository)

    def touched(self) -> None:
        """Remember that a key came: somebody is there."""
        self._touched = self._desk.real_now()

    def refuses(self, action: str) -> bool:
        """Return whether an action of the app would lead past the lock."""
        return self.locked and action in REFUSED_WHEN_LOCKED

    async def fall_when_idle(self) -> None:
        """Cover the screen when no key came for so many minutes, outside a running talk; lock it if sealed.

        A clock that was set back counts anew.
        """
        idle = self._desk.real_now() - self._touched
        if idle < timedelta(0):
            self._touched = self._desk.real_now()
        if idle < timedelta(minutes=1) or self.locked or self._desk.day.running is not None:
            return
        from tui.desk.settings.preferences import preferences_of

        minutes = (await asyncio.to_thread(preferences_of, self._desk.repository)).curtain_minutes
        if minutes and idle >= timedelta(minutes=minutes):
            await self.lock()

    async def lock(self) -> None:
        """Cover the screen; where the folder is sealed only the passphrase opens it again."""
        self.locked = self._key is not None
        await self._navigator.cover(self._key.unlock if self._key else None)

    async def lock_from_the_start(self, key: SealedKey) -> None:
        """Put up the curtain of a folder that nobody has opened yet."""
        self.locked = True
        await self._navigator.show_curtain(key.unlock)

    async def unlock(self) -> None:
        """Lift the curtain: it was the right passphrase."""
        self.locked = False
        await self._navigator.uncover()

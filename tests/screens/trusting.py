"""What the flows about trust share: a passphrase, and waiting for work beside the screen."""

from __future__ import annotations

from tests.screens.classroom import Visit

PASSPHRASE = "vier blauwe regenlaarzen"


async def worked(visit: Visit) -> None:
    """Wait for what is done beside the screen."""
    await visit.pilot.pause()
    await visit.app.workers.wait_for_complete()
    await visit.pilot.pause()
    await visit.pilot.pause()


async def seal(visit: Visit, *lines: str) -> None:
    """Type these lines on the passphrase screen."""
    for line in lines:
        await visit.enter(line)
        await worked(visit)

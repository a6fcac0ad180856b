"""What the flows about trust share: a passphrase, and waiting for work beside the screen."""

from __future__ import annotations

from tests.screens.classroom import Visit
from tui.desk.settings.settings_rows import Setting, SettingKind
from tui.words.settings import label_words

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


async def to_row(visit: Visit, kind: SettingKind) -> None:
    """To a row of the settings, by the palette."""
    label = label_words(Setting(kind), visit.desk.year, visit.t)
    await visit.press("ctrl+p")
    await visit.type(label)
    await visit.press("enter")
    await visit.pilot.pause()
    assert (visit.screen, visit.badge) == ("settings", label)

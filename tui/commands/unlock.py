"""How the app gets at a sealed folder: the passphrase on its own curtain, or from a file (issue 3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from store.domain.school import School
from store.files.envelope import Sealer
from store.files.errors import FilesError, MissingKeyFile
from store.files.key_file import KeyFile
from store.files.paths import Layout
from tui.commands.context import FAILED, Context, UserError
from tui.commands.passphrase import refuse, secret_for


@dataclass(frozen=True, slots=True)
class Way:
    """The way in: what opens the files, None where they are not sealed; `stopped` when nobody went in."""

    sealer: Sealer | None = None
    stopped: bool = False


def way_in(context: Context) -> Way:
    """Ask for the passphrase where there is one, and finish a sealing that was killed halfway.

    Raises:
        AnotherInstance: that could not be finished, the folder being open.
        UserError: the passphrase file is not the right one (2); the key is damaged or gone, or the disk
            does not take what is left to be sealed (1).
    """
    key_file = KeyFile(context.folder)
    try:
        if not key_file.exists():
            if key_file.is_missing():
                raise MissingKeyFile(Layout(context.folder).keys[0])
            return Way()
        # a damaged key shows itself before anything is asked
        key_file.pending()
        sealer = _sealer(key_file, context)
        if sealer is None:
            return Way(stopped=True)
        from store.files.turn_on import finish

        finish(context.folder, sealer)
    except FilesError as error:
        refuse(error, context.t)
    except OSError as error:
        sentence = context.t("{path} can't be read; check the folder and its rights.", path=context.folder)
        raise UserError(sentence, FAILED) from error
    return Way(sealer)


def _sealer(key_file: KeyFile, context: Context) -> Sealer | None:
    """By the passphrase file, else asked on the screen; None when the teacher stopped there."""
    if context.passphrase_file:
        return key_file.unlock(secret_for(context, ""))
    from tui.screens.unlock import UnlockApp

    zone = ZoneInfo(School().zone)

    def wall_time() -> datetime:
        return context.now().astimezone(zone)

    return UnlockApp(key_file.unlock, wall_time, context.t).run()

"""How the app gets at a sealed folder: a passphrase still to be asked, or one from a file (issue 3)."""

from __future__ import annotations

from store.files.envelope import Sealer
from store.files.errors import FilesError, MissingKeyFile
from store.files.paths import Layout
from store.files.sealing.key_file import KeyFile
from tui.commands.context import FAILED, Context, UserError
from tui.commands.passphrase import refuse, secret_for
from tui.desk.passphrase import SealedKey


def way_in(context: Context) -> SealedKey | Sealer | None:
    """What opens the files; a lock where the passphrase is still to be asked, None where nothing is sealed.

    Raises:
        UserError: the passphrase file is not the right one (2); the key is damaged or gone (1).
    """
    key_file = KeyFile(context.folder)
    try:
        if not key_file.exists():
            if key_file.is_missing():
                raise MissingKeyFile(Layout(context.folder).keys[0])
            return None
        # a damaged key shows itself before anything is asked
        key_file.pending()
        if context.passphrase_file:
            return key_file.unlock(secret_for(context, ""))
        return SealedKey.of(context.folder)
    except FilesError as error:
        refuse(error, context.t)
    except OSError as error:
        sentence = context.t("{path} can't be read; check the folder and its rights.", path=context.folder)
        raise UserError(sentence, FAILED) from error

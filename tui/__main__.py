"""The one composition root: arguments → settings → repository, decks, clock, translator → app."""

from __future__ import annotations

import gc
import sys

from tui.commands.line import answer


def main() -> None:
    """Run the command `startgesprek`."""
    # a command is over before there is much to let go of; the app turns it on again
    gc.disable()
    sys.exit(answer(sys.argv[1:]))


if __name__ == "__main__":
    main()

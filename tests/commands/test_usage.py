"""What of a command line can't be read is named in one sentence, with where it stands how."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from store.language import Translator
from tui.commands.line import run
from tui.words.usage import why_words

REFUSED = {
    "roster": "Er ontbreekt nog: BESTAND; 'startgesprek roster --help' laat zien wat waar hoort.",
    "plan bellen": "Er ontbreekt nog: --on; 'startgesprek plan --help' laat zien wat waar hoort.",
    "rooster klas.csv": "Er is geen opdracht 'rooster'; 'startgesprek --help' laat zien welke er zijn. "
    "Bedoel je roster?",
    "xyz": "Er is geen opdracht 'xyz'; 'startgesprek --help' laat zien welke er zijn.",
    "summary 2026-09-08": "'2026-09-08' hoort hier niet; 'startgesprek summary --help' laat zien wat er kan.",
    "--rood": "'--rood' hoort hier niet; 'startgesprek --help' laat zien wat er kan.",
    "roster --": "Er ontbreekt nog: BESTAND; 'startgesprek roster --help' laat zien wat waar hoort.",
    "week --language fr": "Achter --language hoort een van deze: nl, en; niet 'fr'.",
    "purge --weeks zes": "Achter --weeks hoort een getal, niet 'zes'.",
    "export --to": "Achter --to ontbreekt nog iets; 'startgesprek export --help' laat zien wat.",
    "--version=3": "Achter --version hoort niets.",
    "export --d x": "'--d' kan dit zijn: --data, --day; typ er meer van.",
}


@pytest.mark.parametrize("typed", REFUSED)
def test_what_cannot_be_read_on_the_command_line_is_named_with_the_way_out(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(typed.split(), lambda: datetime(2026, 8, 25, tzinfo=UTC)) == 2
    assert capsys.readouterr().err == f"startgesprek: {REFUSED[typed]}\n"


def test_a_reason_of_argparse_that_nobody_thought_of_leads_to_the_help() -> None:
    sentence = why_words("argument -a: conflicts with -b", "startgesprek week", Translator("en"))
    assert sentence == "I don't understand this; 'startgesprek week --help' shows what is possible."

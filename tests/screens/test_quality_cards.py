"""Cards with qualities in a talk: few keys, and nothing kept of what was not taken."""

from __future__ import annotations

from pathlib import Path

from store.domain.people import Voice
from store.files.repository import Repository
from tests.screens.classroom import DAY, opened

OWN = """
instead = true
cards = ["Vuur [/x]", "Kletsen", "Dansen"]
"""


async def test_cards_of_ones_own_come_by_a_few_letters_and_one_that_is_taken_gets_its_answer_under_it(
    tmp_path: Path,
) -> None:
    own = tmp_path / "data/decks/nl/cards.toml"
    own.parent.mkdir(parents=True)
    own.write_text(OWN, "utf-8")
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("f2")
        await visit.type("kw")
        await visit.press("f2")
        assert visit.screen == "qualitycards"
        assert all(each in visit.flat for each in ("Vuur [/x]", "Kletsen", "Dansen", "Wat past bij jou?"))
        # put back: nothing of it is left
        await visit.press("9", "2", "escape", "escape")
        assert visit.talk().points == ()
        await visit.press("f2", "f2", "2", "tab")
        assert "Wat heeft Liv van wie nodig?" in visit.flat
        assert visit.flat.count("Kletsen") + visit.flat.count("Dansen") + visit.flat.count("Vuur") == 1
        await visit.press("enter")
        (point,) = visit.talk().points
        assert point.voice is Voice.CARER
        assert "Wat heeft Liv van wie nodig?" in visit.flat
        await visit.enter("van opa: tijd")
        (point,) = visit.talk().points
        assert [note.text for note in point.notes] == ["van opa: tijd"]
        # a file that was changed meanwhile is read again
        own.write_text(OWN.replace("Dansen", "Zwemmen"), "utf-8")
        await visit.press("ctrl+p")
        await visit.type("kaart")
        await visit.press("enter")
        assert "Zwemmen" in visit.flat
        await visit.press("escape", "ctrl+z", "ctrl+z")
        assert visit.talk().points == ()
        await visit.kept()
    kept = b"".join(
        path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file() and path != own
    )
    assert b"Zwemmen" not in kept
    assert Repository.reading(tmp_path / "data").day(DAY).talks[0].points == ()

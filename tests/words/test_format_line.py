from pathlib import Path

from store.language import Translator
from tui.desk.kinds.decks import Decks
from tui.desk.kinds.format_line import read_format_line
from tui.words.planning.format_line import format_wrong_words, kinds_words


def test_kinds_of_one_title_are_told_apart_by_the_names_of_their_files(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    for name in ("buiten", "binnen"):
        text = 'title = "Rondje"\n[[theme]]\ntitle = "x"\nquestions = [{ text = "Wat zie je?" }]\n'
        (tmp_path / f"nl/{name}.toml").write_text(text, "utf-8")
    decks = Decks(tmp_path)
    t = Translator("nl").knowing(decks.called)
    assert "Rondje (binnen) 20 · Rondje (buiten) 20" in kinds_words(decks, t)
    assert "Startgesprek 20" in kinds_words(decks, t)
    asked = format_wrong_words(read_format_line("rond", decks, "nl"), decks, t)
    assert "Rondje (binnen) en Rondje (buiten)" in asked
    assert read_format_line("bui", decks, "nl").decks == ("buiten",)

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from store.language import Translator
from tests.planline.year import YEAR
from tests.screens.classroom import opened
from tui.desk.kinds.decks import Decks
from tui.desk.kinds.format_line import read_format_line
from tui.words.kinds.forms import season_words
from tui.words.planning.format_line import format_wrong_words, kinds_rows, kinds_words


def test_kinds_of_one_title_are_told_apart_by_the_names_of_their_files(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    for name in ("buiten", "binnen"):
        text = 'title = "Rondje"\n[[theme]]\ntitle = "x"\nquestions = [{ text = "Wat zie je?" }]\n'
        (tmp_path / f"nl/{name}.toml").write_text(text, "utf-8")
    decks = Decks(tmp_path)
    t = Translator("nl").knowing(decks.called)
    assert "Rondje (binnen) 20 · Rondje (buiten) 20" in kinds_words(decks, t)
    assert "Startgesprek 20" in kinds_words(decks, t)
    rows = kinds_rows(decks, t)
    assert len(rows) > 1
    whole = set(kinds_words(decks, t).split(" · "))
    assert {each for row in rows for each in row.removesuffix(" ·").split(" · ")} == whole
    asked = format_wrong_words(read_format_line("rond", decks, "nl"), decks, t)
    assert "Rondje (binnen) en Rondje (buiten)" in asked
    assert read_format_line("bui", decks, "nl").decks == ("buiten",)


def test_a_kind_is_found_by_any_word_that_it_alone_is_called_by() -> None:
    found = {
        "tell": ("oudervertelgesprek",),
        "par": ("oudervertelgesprek",),
        "know whole day": ("kennismakingsgesprek",),
        "start": ("startgesprek",),
        # all are talks
        "talk": (),
        "same": (),
    }
    assert {each: read_format_line(each, Decks(), "en").decks for each in found} == found


async def test_when_a_form_goes_home_is_said_as_long_as_that_day_is_not_over(tmp_path: Path) -> None:
    for wall, told in ((datetime(2026, 11, 1, 12, 55), True), (datetime(2026, 11, 10, 12, 55), False)):
        async with opened(tmp_path, wall=wall) as visit:
            desk = visit.desk
            desk.keep_school(replace(desk.school, year=YEAR, revision=desk.school.revision + 1))
            said = season_words("oudervertelgesprek", desk, visit.t)
            assert "ma 9 nov" in said
            assert ("ma 2 nov" in said) is told

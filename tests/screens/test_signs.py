"""The signs on the talk screen, and the slip of what the teacher prepared."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from store.domain.board import FIRST
from store.domain.plan import Initiative
from tests.screens.classroom import opened
from tui.desk.talk.signs import NO, Sign, once, read_sign
from tui.widgets.letter import Letter


def test_a_sign_twice_is_the_start_of_the_text_itself() -> None:
    for line, text in (
        ("!! au", "! au"),
        ("**x", "*x"),
        (">> a", "> a"),
        ("o:: maat", "o: maat"),
    ):
        assert (read_sign(line, "nl").sign, read_sign(line, "nl").text) == (Sign.NONE, text)
    for line, sign in (("!!", Sign.AGREEMENT), ("**", Sign.GOAL), (">>>", Sign.LATER)):
        assert (read_sign(line).sign, read_sign(line).text) == (sign, ""), "alone it only came twice"
    for line, sign in (("-", Sign.NONE), ("—", Sign.NONE), ("*!", Sign.GOAL), ("! -", Sign.AGREEMENT)):
        assert (read_sign(line).sign, read_sign(line).text) == (sign, ""), "signs alone are no text"
    assert [once(line, NO) for line in ("--", "-", "-- nee", "")] == [NO, NO, "-- nee", ""]
    for line in ("oma: koekjes", "12:30", "j", "p: x", "> meer", ":-)", "?", "- tekenen"):
        assert read_sign(line, "nl").text == line


async def test_a_letter_and_a_colon_put_a_line_with_its_voice_and_the_badge_says_so(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        before = visit.badge
        await visit.type("O: ")
        assert visit.badge == visit.t("Parents")
        # Tab goes on from there: the letter in front gives way
        await visit.type("slaapt ")
        await visit.press("tab")
        assert (visit.line, visit.badge) == ("slaapt", "juf Els")
        await visit.type("slecht")
        assert visit.line == "slaapt slecht"
        await visit.press("tab", "ctrl+u")
        assert visit.badge == before
        await visit.enter("O: slaapt slecht", "j:lezen", "l: tekenen", "o:: geen teken")
        assert visit.raised() == [
            ("carer", "slaapt slecht"),
            ("teacher", "lezen"),
            ("pupil", "tekenen"),
            ("pupil", "o: geen teken"),
        ]
        assert visit.badge == before
        await visit.press("ctrl+z")
        assert visit.line == "o:: geen teken"
        await visit.press("ctrl+u")
        await visit.enter("!j: vraagt over twee weken", "o:! elke avond voorlezen")
        told = [(each.text, each.side) for each in visit.talk().agreements]
        assert told == [
            ("juf Els: vraagt over twee weken", Initiative.TEACHER),
            ("Ouders: elke avond voorlezen", Initiative.PARENTS),
        ], "a letter is no word for a family"
    async with opened(tmp_path / "en", language="en") as visit:
        await visit.to_board()
        await visit.enter("c: sleeps badly", "o: no sign")
        assert visit.raised() == [("carer", "sleeps badly"), ("pupil", "o: no sign")]


async def test_with_a_point_chosen_a_sign_alone_makes_something_of_it_and_the_keys_say_so(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, size=(120, 30)) as visit:
        await visit.to_board()
        await visit.enter(">")
        assert visit.t("Choose a point first, with ↑.") in visit.flat
        # the next letter takes the place of what could not land
        await visit.enter("juf belt maandag", "naast Lotte zitten")
        await visit.press("up")
        assert f"> {visit.t('later on')}" in visit.text.splitlines()[-1]
        await visit.enter(">")
        assert visit.talk().points[1].later == FIRST
        assert "> naast Lotte" in visit.text
        await visit.press("up", "up")
        await visit.enter("!")
        (agreement,) = visit.talk().agreements
        assert (agreement.text, agreement.side) == ("juf belt maandag", Initiative.TEACHER)
        assert [point.text for point in visit.talk().points] == ["naast Lotte zitten"]
        await visit.press("ctrl+z", "ctrl+z")
        assert visit.line == ""
        assert [(point.text, point.kept_for) for point in visit.talk().points] == [
            ("juf belt maandag", ""),
            ("naast Lotte zitten", ""),
        ]


async def test_an_agreement_says_who_does_it_by_when_and_stays_one_unless_tab_takes_the_offer(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("! juf vraagt Liv over twee weken naar de beurten")
        assert "dinsdag 8 september" in visit.question
        await visit.press("enter")
        (agreement,) = visit.talk().agreements
        assert (agreement.who, agreement.side) == ("juf", Initiative.TEACHER)
        assert agreement.when is not None
        assert agreement.when.date == date(2026, 9, 8)
        await visit.enter("! juf belt ouders in november")
        assert (len(visit.talk().agreements), visit.talk().plan.moments) == (2, ())
        await visit.type("! juf belt ouders in maart")
        assert visit.badge == visit.t("contact moment?")
        await visit.press("tab")
        assert (len(visit.talk().agreements), len(visit.talk().plan.moments)) == (2, 1)
        await visit.type("! mail mentor 12 jan")
        await visit.press("tab", "f9")
        # who starts was not said on the board either
        await visit.enter("ouders")
        assert [each.initiative for each in visit.talk().plan.moments] == [
            Initiative.TEACHER,
            Initiative.PARENTS,
        ]
        await visit.press("f7", "d", "f9")
        assert "op dinsdag 8 september: juf vraagt Liv" in visit.flat


async def test_the_goal_is_one_line_that_a_second_replaces_and_undo_brings_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("* durft in de kring te vertellen")
        assert "* durft in de kring te vertellen" in visit.text
        await visit.press("f9")
        await visit.enter("* leest een heel boek")
        assert visit.talk().goal == "leest een heel boek"
        assert "leest een heel boek" in visit.text
        await visit.press("ctrl+z")
        assert visit.talk().goal == "durft in de kring te vertellen"
        await visit.press("f5")
        assert visit.app.screen.query_one(Letter)
        assert visit.t("What we want to reach together") in visit.text


async def test_what_was_prepared_is_shown_one_at_a_time_and_on_the_board_only_by_enter(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("v")
        await visit.enter("mooie tekening", "lezen thuis", "o: komt met oma")
        assert "mooie tekening" in visit.text
        await visit.press("escape")
        assert "mooie tekening" not in visit.text
        assert "komt met oma" not in visit.text
        await visit.press("enter")
        assert "mooie tekening" not in visit.text
        assert visit.raised()[2] == ("carer", "komt met oma")
        assert "komt met oma" in visit.text
        await visit.press("down", "down")
        assert "lezen thuis" in visit.question
        await visit.press("enter")
        assert [point.text for point in visit.talk().raised] == ["komt met oma", "lezen thuis"]
        await visit.press("down")
        assert "mooie tekening" in visit.question
        await visit.press("escape")
        assert visit.question == ""
        await visit.press("f5")
        assert "mooie tekening" not in visit.text
        assert "lezen thuis" in visit.text
        await visit.press("escape", "ctrl+z")
        assert [point.text for point in visit.talk().prepared] == ["mooie tekening", "lezen thuis"]


async def test_the_sign_for_later_is_no_sign_for_a_chosen_agreement_and_says_so(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("! juf belt morgen")
        await visit.press("up")
        before = visit.badge
        await visit.type(">")
        assert visit.badge == before
        await visit.press("enter")
        assert "een afspraak staat al vast" in visit.flat
        assert visit.talk().agreements[0].text == "juf belt morgen"

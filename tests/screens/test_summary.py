from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual.widgets import OptionList

from store.domain.undo import StepName
from store.export.pupil_text import pupil_text
from tests.screens.classroom import Visit, family, opened
from tui.desk.files_out import keep_text

TOPIC = "veilig internet"


async def finished(visit: Visit) -> None:
    """Liv's talk is done, Hamit did not come; then the summary."""
    await visit.to_closing("tekenen")
    await visit.enter("juf belt in november: slaapt het beter", "-", f"{TOPIC}, in november")
    await visit.finish()
    await visit.press("enter", "n")
    visit.clock.go_on(seconds=1.5)
    await visit.press("n")
    await visit.press("d", "f9")
    assert visit.screen == "summary"


async def test_the_summary_says_what_is_open_and_counts_topics_and_weeks(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        await finished(visit)
        assert visit.t("{name}: call or visit", name="Hamit Yıldız") in visit.text
        assert visit.t("{name}: planned at {time}", name="Zuzanna Wójcik", time="14:00")[:15] in visit.text
        topic = visit.t.n("{topic}: {count} family", "{topic}: {count} families", 1, topic=TOPIC)
        assert topic in visit.text
        assert visit.text.index(topic) < visit.text.index("░ ")


async def test_the_key_that_shows_more_of_what_is_open_stands_there_as_long_as_there_is_more(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await finished(visit)
        more = visit.t("pgdn: more")
        assert more in visit.text.splitlines()[1]
        await visit.pilot.resize_terminal(120, 50)
        await visit.dealt_with()
        assert more not in visit.text


async def test_enter_copies_this_pupils_text_and_goes_to_the_next(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        await finished(visit)
        assert "slaapt het beter" in visit.text, "what is copied stands beside the list"
        await visit.press("enter")
        assert "slaapt het beter" not in visit.text
        assert "Startgesprek met Hamit" in visit.text
        assert visit.clipboard.text == pupil_text(visit.talk(), visit.desk.school, visit.t)
        assert "Hamit" not in visit.clipboard.text
        assert visit.t("Copied: {name}.", name="Liv Bosman") in visit.text
        await visit.press("enter")
        assert "Hamit" in visit.clipboard.text
        assert "Liv" not in visit.clipboard.text


async def test_a_click_chooses_a_row_and_does_no_more(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.pilot.click("#slots", offset=(10, 1))
        await visit.dealt_with()
        assert visit.screen == "day"
        assert visit.app.screen.query_one("#slots", OptionList).highlighted == 1
        await visit.press("escape")
        await finished(visit)
        await visit.press("down")
        await visit.pilot.click("#pupils", offset=(10, 0))
        await visit.dealt_with()
        assert visit.app.screen.query_one("#pupils", OptionList).highlighted == 0
        assert visit.clipboard.text == ""


async def test_the_text_of_a_pupil_can_be_seen_before_it_is_copied(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await finished(visit)
        await visit.press("v")
        assert "Startgesprek met Liv Bosman" in visit.text
        assert "Hamit" not in visit.text
        await visit.press("v")
        assert visit.screen == "summary"


async def test_f9_keeps_the_whole_day_as_a_file_and_never_on_the_clipboard(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        await finished(visit)
        await visit.press("f9")
        (file,) = visit.exports.glob("*.md")
        assert all(name in file.read_text("utf-8") for name in ("Liv Bosman", "Hamit Yıldız"))
        assert visit.clipboard.text == ""


async def test_a_file_from_a_sealed_folder_is_said_to_be_readable(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        await finished(visit)
        visit.desk.repository.seal("vier blauwe regenlaarzen")
        await visit.press("f9")
        assert visit.t("This file can be read without the passphrase.") in visit.flat


async def test_there_is_one_file_of_a_day_and_it_holds_the_latest(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        await finished(visit)
        await visit.press("f9")
        (first,) = visit.exports.iterdir()
        before = first.read_text("utf-8")
        visit.desk.do(StepName.NOT_COME, visit.desk.day.in_order[2].not_come())
        await visit.press("f9")
        assert list(visit.exports.iterdir()) == [first]
        assert first.read_text("utf-8") != before


async def test_a_key_that_is_held_keeps_one_file_and_copies_one_text(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        await finished(visit)
        visit.clock.go_on(seconds=2)
        for key in ("f9", "enter"):
            for _ in range(10):
                visit.post(key)
                await visit.dealt_with()
                visit.clock.go_on(milliseconds=60)
        assert len(list(visit.exports.glob("*.md"))) == 1
        assert sum(talk.handed_over is not None for talk in visit.desk.day.talks) <= 1


def test_a_text_that_is_kept_again_takes_the_place_of_the_one_before_and_of_no_other_childs(
    tmp_path: Path,
) -> None:
    talk = family("Liv Bosman", at="13:00")
    for text in ("Gesprek met Liv\neen", "Gesprek met Tom\neen", "Gesprek met Liv\ntwee"):
        keep_text(text, talk, tmp_path)
    assert {each.read_text() for each in tmp_path.iterdir()} == {
        "Gesprek met Liv\ntwee",
        "Gesprek met Tom\neen",
    }


async def test_only_a_talk_that_was_held_is_handed_over_by_a_copy(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        await finished(visit)
        for _ in visit.desk.day.talks:
            await visit.press("enter")
        assert [talk.handed_over is not None for talk in visit.desk.day.in_order] == [True, False, False]
        # the last was not held, and `s` says so
        await visit.press("s")
        assert (
            visit.t("{name}: no talk was held, so nothing is handed over.", name="Zuzanna Wójcik")
            in visit.flat
        )


async def test_a_folder_that_takes_no_file_is_said_in_words(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        await finished(visit)
        visit.exports.write_text("hier staat al iets")
        await visit.press("f9")
        assert visit.screen == "summary"
        assert "De samenvatting kon niet bewaard worden: er staat iets anders in de weg." in visit.flat


async def test_when_no_family_is_left_enter_says_so_without_a_name(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        await visit.to_day()
        await visit.press("home", "n", "down", "n", "down", "n", "f8", "enter")
        assert "laatste gezin" in visit.flat
        assert not any(name in visit.text for name in ("Liv", "Hamit", "Zuzanna"))
        await visit.press("d")
        assert visit.screen == "day"


async def test_a_row_keeps_to_its_line_beside_a_scroll_bar_and_whom_it_was_with_stands_under_it(
    tmp_path: Path,
) -> None:
    mother, father = (family("Bram de Groot", f"{each} de Groot", at="13:00") for each in ("Anja", "Kees"))
    apart = replace(father, pupil=replace(mother.pupil, carers=father.pupil.carers))
    others = [family(f"Kind{at} Vos", "Ria Vos", at=f"{14 + at // 3}:{at % 3}0") for at in range(15)]
    async with opened(tmp_path, (mother, apart, *others)) as visit:
        await visit.to_closing()
        await visit.enter("juf belt in november: hoe gaat het")
        await visit.press("f9")
        await visit.enter("-")
        await visit.finish()
        await visit.press("d", "f9")
        lines = [line.rstrip("▁▂▃▄▅▆▇█ ") for line in visit.text.splitlines()]
        (under,) = (at for at, line in enumerate(lines) if "met Anja" in line)
        # the state of all rows stands in line
        first, second = lines[under - 1], lines[under + 1]
        assert first.endswith(visit.t("not yet handed over"))
        assert first.index(visit.t("finished")) == second.index(visit.t("planned"))


async def test_escape_goes_back_to_the_day(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.press("d", "f9", "escape")
        assert visit.screen == "day"


async def test_what_is_said_in_more_lines_leaves_the_keys_a_line_of_their_own_beside_a_long_list(
    tmp_path: Path,
) -> None:
    talks = [family(f"Kind{at} Jansen", at=f"{8 + at // 3:02}:{at % 3 * 20:02}") for at in range(12)]
    folder = tmp_path / "een map"
    async with opened(folder, talks) as visit:
        await visit.to_day()
        await visit.press("f9")
        keys = visit.text.splitlines()[-1]
        await visit.press("f9")
        assert visit.text.splitlines()[-1] == keys
        assert "Bewaard: 2026-08-25.md" in visit.flat

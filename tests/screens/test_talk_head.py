"""The two lines on top of a talk: no name is cut there, however long and whatever the clock says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.classroom import family, opened
from tui.widgets.talk_head import longest_fitting

LONG = (
    "Maximiliaan-Alexander van Oranje-Nassau-B",
    "Annemarie-Wilhelmina van der Meulen-Jong",
    "Bartholomeus-Jan",
)


async def test_who_is_here_stays_in_whole_names_when_the_time_is_up(tmp_path: Path) -> None:
    async with opened(tmp_path, [family("Liv Bosman", *LONG, at="13:00")]) as visit:
        await visit.to_card()
        await visit.press("w")
        await visit.enter("oma Cornelia-Petronella")
        await visit.press("w")
        await visit.enter("meester Willem-Frederik")
        visit.clock.go_on(seconds=2)
        await visit.press("enter")
        for minutes, said in (
            (0, "Welkom tot"),
            (15, visit.t("{left} min left, time for agreements", left=5)),
        ):
            visit.clock.go_on(minutes=minutes)
            await visit.enter("punt")
            name, people = visit.text.split("\n")[1:3]
            assert "Liv Bosman" in name
            assert said in name
            assert (
                people.strip()
                == "Liv, Maximiliaan-Alexander, Annemarie-Wilhelmina, Bartholomeus-Jan en nog 2"
            )
        await visit.press("f9")
        assert f"  ·  {visit.t('agreements')}" in visit.text.split("\n")[1]


@pytest.mark.parametrize(
    ("roles", "said"),
    [
        (("vader", "moeder"), "Liv, vader, moeder en een tolk"),
        (("moeder", "moeder"), "Liv, Maximiliaan-Alexander, Annemarie-Wilhelmina en een tolk"),
    ],
)
async def test_where_names_are_too_long_parents_are_told_by_role_unless_two_have_the_same(
    tmp_path: Path, roles: tuple[str, str], said: str
) -> None:
    names = [f"{name} ({role})" for name, role in zip(LONG, roles, strict=False)]
    talk = family("Liv Bosman", *names, at="13:00", interpreter=True)
    async with opened(tmp_path, [talk]) as visit:
        await visit.to_board()
        assert visit.text.split("\n")[2].strip() == said


async def test_the_name_and_the_time_left_have_room_before_the_part_of_the_talk(tmp_path: Path) -> None:
    long = "Maximiliaan van Oranje-Nassau"
    for name, part in (
        ("Liv Bosman", "Welkom tot 12:58  ·  "),
        (long, "Welkom  ·  "),
        (f"{long}-Bourbon", ""),
    ):
        async with opened(tmp_path / name, [family(name, at="13:00")]) as visit:
            await visit.to_board()
            head = visit.text.splitlines()[1]
            assert name in head
            left = visit.t("{left} min left, until {until}", left=20, until="13:15")
            assert head.rstrip().endswith(f"12:55  {part}{left}")


def test_the_longest_way_to_say_it_that_fits_is_said() -> None:
    assert longest_fitting(("aaa", "bb", "c"), 2) == "bb"
    assert longest_fitting(("aaa", "bb"), 1) == "bb"

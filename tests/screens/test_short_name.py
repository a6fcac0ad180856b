"""A long name in a row of a list."""

from __future__ import annotations

import pytest

from tui.widgets.row_list import short_name


@pytest.mark.parametrize(
    ("name", "room", "shown"),
    [
        ("Bas Jan van der Meulen", 22, "Bas Jan van der Meulen"),
        ("Bas Jan van der Meulen", 21, "Bas Jan van der…"),
        ("Bas Jan van der Meulen", 9, "Bas Jan…"),
        ("Maximiliaan-Alexander", 10, "Maximilia…"),
        ("Zuzanna Wójcik-Brzęczyk", 16, "Zuzanna Wójcik-…"),
        ("李小龙 Li", 8, "李小龙…"),
        ("", 5, ""),
    ],
)
def test_a_name_is_cut_between_its_words(name: str, room: int, shown: str) -> None:
    assert short_name(name, room) == shown

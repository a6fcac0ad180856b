"""The other words by which the list of all commands is searched."""

from __future__ import annotations

from store.language import Translator
from tui.desk.settings.settings_rows import SettingKind
from tui.keys import KEYS
from tui.words.other_names import NAMED, other_names


def test_other_words_belong_to_a_key_or_a_row_of_the_settings() -> None:
    assert [each for each in NAMED if each not in KEYS and each not in set(SettingKind)] == []


def test_every_one_of_them_has_dutch_words() -> None:
    t, english = Translator("nl"), Translator("en")
    assert [each for each in NAMED if other_names(each, t) == other_names(each, english)] == []

"""What a group of the school is called."""

from __future__ import annotations

from store.language import Translator


def group_words(group: str, t: Translator) -> str:
    """Call a group: a number alone would be taken for a day or a time by a spreadsheet, as 3/4 is."""
    if not group:
        return t("(no group)")
    return t("group {group}", group=group) if group[0].isdigit() else group


def group_title(group: str, t: Translator) -> str:
    """Call a group at the beginning of a line; nothing where it has no name."""
    words = group_words(group, t) if group else ""
    return words[:1].upper() + words[1:]

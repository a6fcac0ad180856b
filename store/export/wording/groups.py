"""What a group of the school is called."""

from __future__ import annotations

from store.language import Translator


def group_words(group: str, t: Translator) -> str:
    """Call a group: a number alone would be taken for a day or a time by a spreadsheet, as 3/4 is."""
    if not group:
        return t("(no group)")
    return t("group {group}", group=group) if group[0].isdigit() else group

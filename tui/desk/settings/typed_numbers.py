"""A number as a teacher types it: 20, 20 min, after 5 minutes, week 3."""

from __future__ import annotations

import re

from store.domain.text import those
from tui.desk.settings.refusal import RefusedError, SettingRefusal

MINUTE_WORDS = those("m min minuut minuten minute minutes '")
WEEK_WORDS = those("w wk week weken weeks schoolweek")
DAY_WORDS = those("d dag dagen day days")
_BESIDE = those("na after vóór voor before by uiterlijk at latest van of per the de school . ,")


def number_in(text: str, allowed: range, code: SettingRefusal, units: frozenset[str]) -> int:
    """Read a text that says one number of these units: 20, 20 min, after 5 minutes.

    Digits are not picked out of anything else: not of x9, a day, or 3 months where weeks are asked.

    Raises:
        RefusedError: `code`, there is no such number.
    """
    words = re.findall(r"[0-9]+|[^\W\d_]+|\S", text.casefold())
    numbers = [word for word in words if word.isdecimal()]
    beside = {word for word in words if not word.isdecimal()}
    if len(numbers) != 1 or int(numbers[0]) not in allowed or beside - units - _BESIDE:
        raise RefusedError(code)
    return int(numbers[0])

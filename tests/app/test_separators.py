"""What stands on one line after another, parted by dots, when it takes more lines than one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.classroom import opened
from tui.widgets.safe_text import literal


@pytest.mark.parametrize("between", [" · ", "  ·  "])
async def test_no_line_begins_with_the_dot_that_parts(tmp_path: Path, between: str) -> None:
    words = ("vrolijk", "graag alleen", "nieuwsgierig", "durft veel", "zingt")
    async with opened(tmp_path):
        for width in range(16, 60):
            lines = [line.plain for line in literal(between.join(words)).wrap(width)]
            assert not [line for line in lines if line.lstrip().startswith("·")], lines
            assert " ".join(" ".join(lines).split()) == " · ".join(words)
            assert max(map(len, lines)) <= width
    assert [line.plain for line in literal("· lezen").wrap(20)] == ["· lezen"]

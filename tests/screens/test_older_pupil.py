"""A pupil of age says whether her parents read along: asked quietly, below what was agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from store.domain.talk import Talk
from tests.screens.classroom import family, opened
from tests.screens.test_closing import complete


def grown_up() -> Talk:
    talk = family("Selma Aydın", "Derya Aydın", at="13:00")
    return replace(talk, pupil=replace(talk.pupil, birth_date=date(2008, 8, 1)))


async def test_a_pupil_of_age_is_asked_in_sight_and_her_letter_goes_by_what_she_says(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, [grown_up()]) as visit:
        await complete(visit)
        await visit.press("f5")
        assert "Beste Selma," in visit.text
        await visit.press("f5", "down", "down")
        assert "Selma: alleen als jij ja zegt. Mogen je ouders meelezen? ja, of -" in visit.flat
        # nobody is asked in her place
        await visit.press("f3", "1", "enter")
        assert "Selma is er niet: niet, zolang Selma zelf geen ja zegt" in visit.flat
        await visit.press("f3", "1", "enter")
        await visit.press("enter")
        assert visit.talk().arrangements.read_along == (visit.talk().pupil.id,)
        await visit.press("f5")
        assert "Beste Selma en Derya Aydın," in visit.text
        await visit.press("f5")
        await visit.enter("-")
        assert visit.talk().readers == ()
        await visit.press("ctrl+z")
        assert visit.talk().readers
        await visit.press("f9")
        assert visit.screen == "readback"

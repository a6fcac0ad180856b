"""What a child brings up with one parent reaches the other parent's talk only if the child says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store.domain.board import AgendaPoint
from store.domain.day import SchoolDay
from store.domain.people import Voice
from store.domain.talk import Slot, Talk
from store.files.repository import Repository
from tests.screens.classroom import DAY, Visit, family, opened, reopened

NOW = datetime(2026, 8, 24, 11, tzinfo=UTC)


def apart() -> tuple[Talk, Talk]:
    """Two talks about one child, with a parent each."""
    talk = family("Yousef Haddad", "Rania Haddad", "Samir Haddad", at="13:00")
    one, other = (talk.pupil.as_known_to([carer.id]) for carer in talk.pupil.carers)
    later = Slot(start=talk.slot.start.replace(hour=14))
    return replace(talk, pupil=one), replace(talk, id="other", pupil=other, slot=later)


async def may_go_along(visit: Visit) -> None:
    await visit.press("ctrl+p")
    await visit.type("mag mee")
    await visit.press("enter")


async def test_a_point_of_the_child_goes_along_only_after_its_yes_and_without_what_a_parent_added(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, apart()) as visit:
        await visit.to_board()
        await visit.enter("vaker buiten spelen", "geheim")
        await may_go_along(visit)
        assert visit.t("Choose a point of the pupil first, with ↑.") in visit.flat
        await visit.press("up", "up")
        await visit.enter("mama vindt het te druk")
        await visit.press("up", "up")
        await may_go_along(visit)
        assert visit.talk().points[0].goes_along
        assert "mag mee" in visit.text, "it is seen where it was said"
        await visit.press("escape", "f7", "enter", "enter")
        assert [each.sitting is None for each in visit.desk.day.in_order] == [True, False]
        assert "vaker buiten spelen" in visit.text
        for unsaid in ("mag mee", "te druk", "geheim"):
            assert unsaid not in visit.text
        # once, also when the talk is taken up again
        await visit.press("f7")
        await visit.press("d", "end", "enter", "enter")
        points = visit.desk.day.in_order[1].points
        assert [(point.text, point.notes, point.goes_along) for point in points] == [
            ("vaker buiten spelen", (), False)
        ]


async def test_it_goes_along_to_a_talk_on_another_day(tmp_path: Path) -> None:
    one, other = apart()
    point = AgendaPoint(id="p", voice=Voice.PUPIL, text="vaker buiten spelen", goes_along=True)
    held = replace(one.begin(NOW, one.invited), points=(point,)).set_aside(NOW)
    async with opened(tmp_path, (other,)) as visit:
        known = replace(other.pupil, carers=(*one.pupil.carers, *other.pupil.carers))
        visit.desk.keep_school(visit.desk.school.put(known))
        await visit.kept()
    with Repository(tmp_path / "data", new_id=str) as repository:
        earlier = replace(held, slot=Slot(start=held.slot.start - timedelta(days=1)))
        repository.save(SchoolDay(date=DAY - timedelta(days=1), talks=(earlier,), revision=1))
    async with reopened(tmp_path) as visit:
        await visit.to_board()
        assert "vaker buiten spelen" in visit.text
        await visit.press("up")
        await may_go_along(visit)
        assert visit.talk().points[0].goes_along, "the other parent is known, the talk may be on any day"

"""What a child brings up with one parent reaches the other parent's talk only if the child says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from store.domain.people import Presence
from store.domain.talk import Slot, Talk
from tests.screens.classroom import Visit, family, opened


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
        await visit.press("escape", "f7")
        other = visit.desk.day.in_order[1]
        assert other.points == ()
        visit.desk.begin(other, Presence())
        points = visit.desk.day.in_order[1].points
        assert [(point.text, point.notes, point.goes_along) for point in points] == [
            ("vaker buiten spelen", (), False)
        ]
        # once, also when the talk is taken up again
        visit.desk.begin(visit.desk.day.in_order[1], Presence())
        assert len(visit.desk.day.in_order[1].points) == 1

"""The contact moments on the closing: typed, corrected in place, taken off."""

from __future__ import annotations

from pathlib import Path

from store.domain.plan import Channel, Initiative
from store.domain.talk import Missing, TalkState
from tests.screens.classroom import Visit, opened
from tests.screens.test_closing import PLAN, complete


async def test_a_dash_is_no_plan_however_often_it_is_entered(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing("punt")
        await visit.enter("-", "", "")
        assert visit.talk().plan.moments == ()
        assert visit.t("A plan needs a word: 'mail if needed' is enough.") in visit.flat
        await visit.press("ctrl+u")
        await visit.enter("mail zo nodig")
        assert len(visit.talk().plan.moments) == 1


async def test_a_dash_on_the_line_for_one_more_moment_means_no_more(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        await visit.enter("-")
        assert len(visit.talk().plan.moments) == 1
        assert visit.line == ""
        await visit.finish()
        assert visit.talk().state is TalkState.FINISHED


async def test_each_part_of_a_moment_is_corrected_in_its_place(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        moment_id = visit.talk().plan.moments[0].id
        for steps, text in (
            (1, "12 januari"),
            (2, "op school"),
            (3, "met moeder en kind"),
            (4, "ouders bellen"),
            (5, "wennen in de groep"),
        ):
            await to_the_moment(visit)
            await visit.press(*["right"] * steps)
            await visit.enter(text)
        (moment,) = visit.talk().plan.moments
        assert moment.id == moment_id
        assert moment.when is not None
        assert str(moment.when.first_day) == "2027-01-12"
        assert moment.channel is Channel.VISIT
        assert "pupil" in moment.present
        assert moment.initiative is Initiative.PARENTS
        assert moment.purpose == "wennen in de groep"
        assert moment.text == PLAN


async def to_the_moment(visit: Visit) -> None:
    """Stand on the first contact moment, wherever the closing stands now."""
    await visit.press("up", "up", "up", "up")


async def test_a_part_that_cannot_be_read_changes_nothing_and_stays_on_the_line(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        before = visit.talk().plan
        await to_the_moment(visit)
        await visit.press("right")
        await visit.enter("sint juttemis")
        assert visit.talk().plan == before
        assert visit.line == "sint juttemis"


async def test_enter_on_a_moment_gives_its_line_back_to_be_typed_anew(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        before = visit.talk().plan.moments[0]
        await to_the_moment(visit)
        await visit.press("enter")
        assert visit.line == PLAN
        await visit.press("ctrl+u")
        await visit.enter("mailen in maart: taal")
        (moment,) = visit.talk().plan.moments
        assert (moment.id, moment.channel, moment.purpose) == (before.id, Channel.MAIL, "taal")


async def test_delete_takes_a_moment_off_and_undo_brings_it_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        before = visit.talk().plan
        await to_the_moment(visit)
        await visit.press("delete")
        assert visit.talk().plan.moments == ()
        assert Missing.PLAN in visit.talk().missing()
        await visit.press("ctrl+z")
        assert visit.talk().plan == before

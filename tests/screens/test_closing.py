from __future__ import annotations

from pathlib import Path

from store.domain.board import Outlook
from store.domain.talk import Missing, TalkState
from store.export.wording import missing_words
from tests.screens.classroom import Visit, opened

PLAN = "bellen in november met ouders: slaapt het beter"


async def complete(visit: Visit) -> None:
    """A closing that can be finished."""
    await visit.to_closing("tekenen")
    await visit.enter(PLAN, "-")


async def test_a_talk_cannot_be_finished_without_a_plan(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing("tekenen")
        await visit.press("f9", "f9", "f9")
        assert (visit.screen, visit.talk().state) == ("closing", TalkState.RUNNING)
        assert missing_words((Missing.PLAN, Missing.INFORMATION), visit.t)[:30] in visit.flat


async def test_a_plan_alone_is_not_enough_and_f9_goes_to_the_row_that_is_missing(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter(PLAN)
        await visit.press("up", "up", "f9")
        assert visit.talk().state is TalkState.RUNNING
        assert visit.badge == visit.t("information moment")
        await visit.enter("-")
        await visit.finish()
        assert visit.talk().state is TalkState.FINISHED


async def test_a_good_line_goes_on_to_the_information_moment_and_then_back_to_the_plan(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        assert visit.badge == visit.t("contact")
        await visit.enter(PLAN)
        assert visit.badge == visit.t("information moment")
        await visit.enter("veilig internet, in november")
        assert visit.badge == visit.t("contact")
        answer = visit.talk().information
        assert answer is not None
        assert (answer.topic, answer.when) == ("veilig internet", "in november")


async def test_the_reading_is_live_while_a_plan_line_is_typed(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.type("bellen in nov")
        await visit.type("ember")
        assert "november 2026" in visit.flat
        assert visit.talk().plan.moments == ()


async def test_a_line_that_cannot_be_read_says_why_and_a_second_enter_keeps_it_as_typed(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("bellen 31 november: rekenen")
        assert visit.talk().plan.moments == ()
        assert visit.line == "bellen 31 november: rekenen"
        assert visit.t("Enter again keeps it as typed, date to be set.")[:20] in visit.flat
        await visit.press("enter")
        (moment,) = visit.talk().plan.moments
        assert moment.to_be_set
        assert (moment.text, moment.purpose) == ("bellen 31 november: rekenen", "rekenen")
        assert visit.line == ""


async def test_a_refused_line_that_was_changed_is_read_again_before_it_is_kept(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("bellen 31 november")
        await visit.press("backspace")
        await visit.enter("rrr")
        assert visit.talk().plan.moments == ()


async def test_a_home_visit_needs_what_it_is_for(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("huisbezoek 12 november 15:30")
        await visit.press("f9", "f9")
        assert Missing.REASON in visit.talk().missing()
        assert visit.talk().state is TalkState.RUNNING


async def test_delete_takes_the_answer_on_the_information_moment_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        await visit.press("down", "delete")
        assert visit.talk().information is None


async def test_what_stays_needs_a_key_and_goes_round_later_no_longer_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        await visit.press("down", "down")
        seen = []
        for _ in range(3):
            await visit.press("enter")
            seen.append(visit.talk().points[0].outlook)
        assert seen == [Outlook.LATER, Outlook.NO_LONGER, Outlook.RAISED]


async def test_only_points_without_a_note_are_asked_about(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("met notitie")
        await visit.press("up")
        await visit.enter("al gezegd")
        await visit.enter("zonder notitie")
        await visit.press("f9")
        assert "zonder notitie" in visit.text
        assert "met notitie" not in visit.text


async def test_the_optional_rows_are_set_by_enter_or_typing_and_emptied_by_a_dash(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as visit:
        await visit.to_closing()
        await visit.enter(PLAN, "-")
        await visit.press("down", "down", "enter")
        talk = visit.talk()
        assert talk.arrangements.first_contact == talk.audience[0].id
        await visit.enter("eline")
        assert visit.talk().arrangements.first_contact == talk.audience[1].id
        await visit.press("down", "enter")
        assert visit.talk().arrangements.details_right
        await visit.enter("06-00009999")
        assert (visit.talk().arrangements.details_right, visit.talk().arrangements.details) == (
            False,
            "06-00009999",
        )
        await visit.press("down")
        await visit.enter("moeder van Piet spreekt Pools")
        assert visit.talk().arrangements.buddy == "moeder van Piet spreekt Pools"
        await visit.enter("-")
        assert visit.talk().arrangements.buddy == ""
        await visit.press("down", "enter", "down", "enter")
        assert visit.talk().arrangements.pupil_file
        assert visit.talk().arrangements.reception


async def test_a_first_contact_who_is_not_invited_is_refused(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        await visit.press("down", "down", "down")
        await visit.enter("de buurvrouw")
        assert visit.talk().arrangements.first_contact == ""
        assert visit.line == "de buurvrouw"


async def test_a_half_typed_plan_line_is_taken_along_by_f9(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.type(PLAN)
        await visit.press("f9")
        assert len(visit.talk().plan.moments) == 1
        assert visit.talk().state is TalkState.RUNNING


async def test_escape_goes_back_to_the_board_but_not_with_text_on_the_line(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.type("bel")
        await visit.press("escape", "escape")
        assert (visit.screen, visit.line) == ("closing", "bel")
        await visit.press("ctrl+u", "escape")
        assert visit.screen == "talk"


async def test_setting_aside_is_possible_without_a_plan(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.press("f7")
        assert (visit.screen, visit.talk().state) == ("curtain", TalkState.SET_ASIDE)


async def test_undo_of_a_plan_line_puts_it_back_on_the_line(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter(PLAN)
        await visit.press("ctrl+z")
        assert (visit.talk().plan.moments, visit.line) == ((), PLAN)


async def test_a_line_of_two_moments_is_undone_as_one(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("bellen in november en maart: wennen")
        assert len(visit.talk().plan.moments) >= 1
        await visit.press("ctrl+z")
        assert visit.talk().plan.moments == ()


async def test_who_made_the_plan_is_who_was_at_the_table(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        await visit.to_read_back()
        await visit.press("f3", "3", "enter", "f9")
        talk = visit.talk()
        assert talk.state is TalkState.FINISHED
        assert talk.made_with is not None
        assert talk.made_with.carers == (talk.audience[0].id,)

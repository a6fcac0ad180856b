"""The contact moments on the closing: typed, kept as typed, corrected in place, taken off."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.domain.plan import Channel, Initiative, Way
from store.domain.talk import Missing, TalkState
from store.export.wording.states import missing_words
from store.planline.reading import Part
from tests.screens.classroom import Visit, opened
from tests.screens.test_closing import PLAN, complete, enter_alone
from tui.desk.talk.contact_moments import add, correct, read
from tui.widgets.capture_line import CaptureLine


async def to_the_moment(visit: Visit) -> None:
    """Stand on the first contact moment, wherever the closing stands now."""
    await visit.press("up", "up", "up", "up")


async def test_a_dash_is_no_plan_however_often_it_is_entered(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing("punt")
        await visit.enter("-", "-")
        assert visit.talk().plan.moments == ()
        assert visit.t("A word is needed here: 'mail if needed' is enough.") in visit.flat
        await visit.enter("ouders mailen juf zo nodig")
        assert len(visit.talk().plan.moments) == 1


@pytest.mark.parametrize("keys", [(), ("up",)])
async def test_the_answer_to_who_somebody_is_goes_where_it_was_asked_and_whole_lines_stay_apart(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("bel haar in november")
        assert "Wie is 'haar'?" in visit.flat
        await visit.press(*keys)
        await visit.type("mama")
        assert "november 2026 · bellen · mama" in visit.flat.replace("  ", " ")
        await visit.press("enter")
        (moment,) = visit.talk().plan.moments
        assert (moment.text, moment.who) == ("bel mama in november", ("mama",))
        await visit.enter("juf", "zij mailt zo nodig", "bel vader in mei")
        assert [each.text for each in visit.talk().plan.moments][1:] == [
            "zij mailt zo nodig",
            "bel vader in mei",
        ]


async def test_escape_leaves_a_part_that_is_asked_with_the_line_that_is_no_answer_to_it(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("met oma samen")
        await visit.press("f9")
        await visit.enter("nee hoor")
        keys = visit.text.splitlines()[-1]
        assert visit.badge == visit.t("how")
        assert f"esc {visit.t('back')}" in keys
        assert f"F9 {visit.t('onward')}" in keys
        await visit.press("escape", "escape")
        assert (visit.line, visit.badge) == ("nee hoor", visit.t("contact"))
        assert visit.t("'{words}' is not clear here.", words="nee hoor") not in visit.flat
        # to one more moment, also from the row of one, a no is none
        await visit.press("up")
        await enter_alone(visit)
        assert len(visit.talk().plan.moments) == 1
        # what was said of one row goes with it
        await visit.press("up", "delete")
        assert visit.t("Removed. ctrl+z brings it back.") in visit.flat
        await visit.press("down")
        assert visit.t("Removed. ctrl+z brings it back.") not in visit.flat


async def test_who_starts_is_named_once_more_where_another_line_passed_it_by_and_holds_nothing_up(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("bellen in november", "juf mailt ouders in maart", "-", "-")
        said = visit.t("Still to talk about: '{what}'  F9 reads it back.", what=visit.t("who phones whom?"))
        assert " ".join(said.split()) in visit.flat
        assert visit.talk().missing() == ()
        await visit.press("up", "up", "right")
        await visit.enter("moeder")
        assert visit.t("Complete. F9 reads it back.") in visit.flat
        # a line that still waits for its day is not all there is to tell
        await visit.enter("wij bellen moeder")
        assert "Nog zonder dag: 'wij bellen moeder' F9 leest het terug." in visit.flat


async def test_a_dash_on_the_line_for_one_more_moment_means_no_more(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter(PLAN, "-")
        assert len(visit.talk().plan.moments) == 1
        assert (visit.line, visit.badge) == ("", visit.t("information moment"))
        await visit.press("escape")
        await visit.enter("nee, bedankt")
        assert len(visit.talk().plan.moments) == 1
        assert visit.badge == visit.t("information moment")


async def test_a_line_that_is_not_understood_stands_there_as_typed_and_the_next_is_another_line(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("juf belt 31 november: rekenen", "in nog eens samen kijken")
        assert visit.line == ""
        first, second = visit.talk().plan.moments
        assert (first.text, second.text) == ("juf belt 31 november: rekenen", "in nog eens samen kijken")
        assert first.to_be_set
        assert (first.channel, first.initiative, first.purpose) == (
            Channel.PHONE,
            Initiative.TEACHER,
            "rekenen",
        )
        assert (second.channel, second.when, second.purpose) == (None, None, "")
        assert visit.flat.count(visit.t("still open")) == 2
        assert visit.t("That day does not exist; check the day and the month.")[:20] in visit.flat
        await to_the_moment(visit)
        await visit.press("right")
        assert visit.line == first.text
        await visit.press("ctrl+u")
        await visit.enter("juf belt 30 november: rekenen")
        changed = visit.talk().plan.moments[0]
        assert (changed.id, changed.to_be_set, len(visit.talk().plan.moments)) == (first.id, False, 2)


async def test_who_takes_part_is_corrected_without_losing_who_was_not_to_be_there(tmp_path: Path) -> None:
    rows = (
        ("gesprek 12 nov met oma erbij zonder Liv: lezen", "met tolk erbij", ("tolk",), ("Liv",)),
        ("gesprek 12 nov met oma erbij zonder Liv: lezen", "met Liv", ("Liv",), ()),
        ("gesprek 12 nov met oma erbij: lezen", "zonder vader", ("oma",), ("vader",)),
        ("gesprek 12 nov zonder Liv en vader", "met vader", ("vader",), ("Liv",)),
        ("gesprek 12 nov zonder Liv: lezen", "alleen moeder", ("moeder",), ("Liv",)),
    )
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        for line, text, who, without in rows:
            (made,) = add(read(line, visit.talk(), visit.desk), visit.talk(), visit.desk)
            moment = visit.talk().plan.moment(made)
            assert moment is not None
            assert correct(Part.WHO, text, moment, visit.talk(), visit.desk)
            changed = visit.talk().plan.moment(made)
            assert changed is not None
            assert (changed.who, changed.without) == (who, without), (line, text)


async def test_who_keeps_up_the_contact_alone_does_so_no_more_when_somebody_else_is_said_to_start(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        talk, desk = visit.talk(), visit.desk
        assert not any(each.alone for each in read("Liv mailt zelf zo nodig", talk, desk).moments)
        (made,) = add(read("Liv regelt het contact zelf, mail zo nodig", talk, desk), talk, desk)
        moment = visit.talk().plan.moment(made)
        assert moment is not None
        assert moment.alone
        assert correct(Part.INITIATIVE, "juf", moment, visit.talk(), desk)
        changed = visit.talk().plan.moment(made)
        assert changed is not None
        assert (changed.initiative, changed.alone) == (Initiative.TEACHER, False)


async def test_why_a_child_is_not_there_is_no_reason_to_visit_and_is_not_lost_by_the_reason(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("huisbezoek 12 nov zonder Liv-zwemles")
        assert Missing.REASON in visit.talk().missing()
        # none is no reason, and a key that leads nowhere further says why
        await visit.enter("-")
        assert (
            visit.t("A visit at home has a reason that you agree on together; a few words will do.")
            in visit.flat
        )
        await visit.press("f9")
        assert visit.screen == "closing"
        assert visit.notice == missing_words(visit.talk().missing(), visit.t)
        await visit.enter("kamer zien")
        (moment,) = visit.talk().plan.moments
        assert (moment.purpose, moment.without, moment.lacks_reason) == (
            "kamer zien, zwemles",
            ("Liv",),
            False,
        )


async def test_who_starts_is_asked_once_and_then_only_stands_in_the_row(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        asked = visit.t("who phones whom?")
        await visit.to_closing()
        await visit.enter("bellen 12 nov: lezen")
        assert visit.badge == asked
        await visit.press("escape", "escape")
        assert visit.screen == "talk"
        await visit.press("f9")
        assert visit.badge != asked
        assert asked in visit.flat
        await visit.enter("mailen 3 feb: rekenen")
        assert visit.badge == visit.t("who e-mails whom?")
        # and it is the first that can be answered there
        await visit.press("escape", "up", "right")
        assert visit.badge == visit.t("who e-mails whom?")
        await visit.enter("ouders")
        assert visit.talk().plan.moments[1].initiative is Initiative.PARENTS


async def test_rubbish_does_not_pass_the_gate_until_it_says_how_and_who_starts(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("x", "-", "-")
        await visit.press("f9", "f9")
        assert (visit.screen, visit.badge) == ("closing", visit.t("how"))
        await visit.enter("y")
        assert visit.t("How? For instance phone, e-mail, message, or at school.") in visit.flat
        assert visit.line == "y"
        # what was refused is never glued to what is typed next
        await visit.enter("bellen")
        assert visit.badge == visit.t("who phones whom?")
        await visit.enter("moeder")
        (moment,) = visit.talk().plan.moments
        assert (moment.text, moment.channel, moment.initiative, moment.starter) == (
            "x",
            Channel.PHONE,
            Initiative.PARENTS,
            "moeder",
        )
        await visit.enter("-", "-")
        await visit.to_read_back()
        await visit.press("f9")
        assert visit.talk().state is TalkState.FINISHED
        assert visit.talk().plan.moments[0].to_be_set


async def test_an_answer_that_was_asked_for_leads_on_to_the_next_and_of_one_moment_all_before_another(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("met oma samen", "die ene dag")
        await visit.press("f9")
        assert f"del {visit.t('remove')}" in visit.text.splitlines()[-1]
        for answer, asked_next in (
            ("bellen", "who phones whom?"),
            ("juf", "how"),
            ("huisbezoek", "who makes the appointment?"),
            ("ouders", "what for"),
            ("kennismaken met oma", "contact"),
            ("-", "information moment"),
            ("-", "contact"),
            # what a visit at home is for is asked at once; another whole line is the next moment
            ("juf op huisbezoek in oktober", "what for"),
            ("moeder belt juf in november", "contact"),
            ("huisbezoek na de toetsweek", "who makes the appointment?"),
            ("juf", "what for"),
            # of the one in October that was passed by
            ("oma leren kennen", "what for"),
        ):
            await visit.enter(answer)
            assert visit.badge == visit.t(asked_next), answer
        ways = [each.channel for each in visit.talk().plan.moments]
        assert ways == [
            Channel.PHONE, Channel.HOME_VISIT, Channel.HOME_VISIT, Channel.PHONE, Channel.HOME_VISIT,
        ]  # fmt: skip


async def test_who_starts_is_asked_once_where_nobody_said_so(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("bellen in november en maart")
        assert visit.badge == visit.t("who phones whom?")
        # the answer is read as one, and no day is asked of it
        needs_a_day = visit.t("When? Add a day, a week, a period, or: if needed.")
        await visit.type("ou")
        assert needs_a_day not in visit.flat
        await visit.type("ders")
        assert "ouders → juf Els" in visit.flat
        assert needs_a_day not in visit.flat
        await visit.press("ctrl+u")
        await visit.enter("ouders bellen")
        assert [each.initiative for each in visit.talk().plan.moments] == [Initiative.PARENTS] * 2
        await visit.enter("mail zo nodig")
        await visit.press("enter")
        assert visit.badge == visit.t("who e-mails whom?")
        await enter_alone(visit)
        assert visit.talk().plan.moments[-1].initiative is Initiative.EITHER
        # a whole line instead of an answer is the next moment
        await visit.enter("appen zo nodig", "juf belt in mei", "gesprek begin juni")
        assert [each.initiative for each in visit.talk().plan.moments[3:]] == [None, Initiative.TEACHER, None]
        assert visit.badge == visit.t("contact")


async def test_who_phones_is_asked_apart_from_who_e_mails(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.paste("bellen 12 nov\nmailen in maart\nbellen in mei")
        await visit.press("enter")
        assert visit.badge == visit.t("who phones whom?")
        await visit.enter("moeder")
        assert visit.badge == visit.t("who e-mails whom?")
        await visit.enter("juf")
        moments = visit.talk().plan.moments
        assert [each.initiative for each in moments] == [
            Initiative.PARENTS,
            Initiative.TEACHER,
            Initiative.PARENTS,
        ]
        assert visit.badge == visit.t("contact")


async def test_each_part_of_a_moment_is_corrected_in_its_place_and_its_row_stays_the_current_one(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        moment_id = visit.talk().plan.moments[0].id
        await to_the_moment(visit)
        assert f"→ {visit.t('correct')}" in visit.text
        for steps, text in (
            (1, "12 januari"),
            (2, "op school of bellen"),
            (3, "met moeder en kind"),
            (4, "ouders bellen"),
            (5, "wennen in de groep"),
        ):
            await visit.press(*["right"] * steps)
            await visit.type(text)
            assert f"↵ {visit.t('change')}" in visit.text.splitlines()[-1]
            await visit.press("enter")
        (moment,) = visit.talk().plan.moments
        assert moment.id == moment_id
        assert moment.when is not None
        assert str(moment.when.first_day) == "2027-01-12"
        assert moment.ways == (Way(Channel.VISIT), Way(Channel.PHONE))
        assert "pupil" in moment.present
        assert moment.initiative is Initiative.PARENTS
        assert moment.purpose == "wennen in de groep"
        assert moment.text == PLAN


async def test_a_part_that_cannot_be_read_or_says_more_changes_nothing_and_stays_on_the_line(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        before = visit.talk().plan
        await to_the_moment(visit)
        await visit.press("right")
        for text in ("sint juttemis", "12 november nieuwe bril"):
            await visit.enter(text)
            assert visit.talk().plan == before
            assert visit.line == text
            assert visit.badge == visit.t("when")
            assert f"'{text}' is hier niet duidelijk." in visit.flat
            assert visit.flat.count("Wanneer? ") == 1
        await visit.press("right", "right", "escape")
        assert visit.line == text


async def test_a_line_brought_back_and_left_as_it_was_adds_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        before = visit.talk().plan
        await to_the_moment(visit)
        await visit.press("enter")
        assert visit.line == PLAN
        await visit.press("escape", "f9")
        assert (visit.talk().plan, visit.screen) == (before, "readback")
        await visit.press("escape")
        await to_the_moment(visit)
        await visit.press("enter", "enter")
        assert visit.talk().plan == before
        assert visit.badge == visit.t("contact")
        await to_the_moment(visit)
        await visit.press("enter", "ctrl+u")
        await visit.enter("juf mailt in maart: taal")
        (moment,) = visit.talk().plan.moments
        assert (moment.id, moment.channel, moment.purpose) == (before.moments[0].id, Channel.MAIL, "taal")


async def test_a_line_of_two_moments_typed_anew_takes_the_place_of_both(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("juf belt in november en maart", "ouders mailen juf zo nodig")
        await to_the_moment(visit)
        await visit.press("down", "enter")
        await visit.enter(" en mei")
        assert [each.text for each in visit.talk().plan.moments] == [
            *["juf belt in november en maart en mei"] * 3,
            "ouders mailen juf zo nodig",
        ]


async def test_pasted_lines_are_lines_by_themselves_in_their_order(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.paste("juf belt in november\nx\n\nouders mailen juf zo nodig")
        assert "november 2026" in visit.flat
        await visit.press("enter")
        assert [each.text for each in visit.talk().plan.moments] == [
            "juf belt in november",
            "x",
            "ouders mailen juf zo nodig",
        ]
        # on the row of the rest as well, where a line is a contact moment too
        await visit.press("down", "down")
        assert visit.badge == visit.t("contact")
        await visit.paste("juf mailt in mei\njuf belt in juni")
        await visit.press("enter")
        assert [each.text for each in visit.talk().plan.moments[3:]] == [
            "juf mailt in mei",
            "juf belt in juni",
        ]


def _looks(visit: Visit) -> dict[str, tuple[bool, ...]]:
    """Return how the stretches of the typed line look, apart from their colour."""
    line = visit.app.screen.query_one(CaptureLine).query_one("#line")
    return {
        segment.text.strip(): tuple(
            bool(look)
            for look in (
                segment.style.bold,
                segment.style.italic,
                segment.style.underline,
                segment.style.reverse,
            )
        )
        for segment in line.render_line(0)
        if segment.style and segment.text.strip()
    }


async def test_what_was_understood_is_lit_in_the_line_and_the_ghost_of_a_word_is_taken_by_tab(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.type("bellen 12 nov met moeder kijken")
        looks = _looks(visit)
        await visit.press("ctrl+u")
        await visit.type("als ze ziek is bellen j>o")
        looks |= _looks(visit)
        # each part by more than its colour, and no two alike
        parts = ("bellen", "12 nov", "met moeder", "kijken", "als ze ziek is", "j>o")
        assert all(any(looks[part]) for part in parts)
        assert len({looks[part] for part in parts}) == len(parts)
        # the reading is under it, whole
        assert "als ze ziek is · bellen" in visit.flat
        await visit.press("ctrl+u")
        await visit.type("huis")
        assert visit.line == "huis"
        assert "huisbezoek" in visit.text.splitlines()[-5]
        await visit.press("tab")
        assert visit.line == "huisbezoek"
        await visit.press("ctrl+u")
        await visit.type("huis")
        await visit.press("right")
        assert visit.line == "huisbezoek"


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

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from store.domain.board import Outlook
from store.domain.plan import Initiative
from store.domain.talk import CheckedDetails, Missing, TalkState
from store.domain.undo import StepName
from store.export.wording.states import missing_words
from tests.screens.classroom import Visit, opened
from tui.desk.talk.closing_line import BOARD_STEPS

PLAN = "juf belt ouders in november: slaapt het beter"


async def complete(visit: Visit) -> None:
    """A closing that can be finished."""
    await visit.to_closing("tekenen")
    await visit.enter(PLAN, "-", "-")


async def enter_alone(visit: Visit) -> None:
    """Enter without a line, so long after the one before that it counts."""
    visit.clock.go_on(seconds=2)
    await visit.press("enter")


async def test_a_talk_cannot_be_finished_without_a_plan(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing("tekenen")
        await visit.press("f9", "f9", "f9")
        assert (visit.screen, visit.talk().state) == ("closing", TalkState.RUNNING)
        words = missing_words((Missing.PLAN, Missing.INFORMATION), visit.t)
        assert visit.flat.count(words[:30]) == 1
        # where it leads nowhere it says what does
        assert visit.notice == visit.t("Type how and when, for instance: phone in November.")


async def test_a_plan_alone_is_not_enough_and_f9_goes_to_the_row_that_is_missing(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter(PLAN)
        assert f"F9 {visit.t('onward')}" in visit.text
        await visit.press("up", "up", "f9")
        assert visit.talk().state is TalkState.RUNNING
        assert visit.badge == visit.t("information moment")
        await visit.enter("-")
        assert f"F9 {visit.t('read back')}" in visit.text
        await visit.to_read_back()
        await visit.press("f9")
        assert visit.talk().state is TalkState.FINISHED


async def test_enter_stays_for_another_moment_and_enter_alone_goes_on_but_not_at_once(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter(PLAN, "ouders mailen juf zo nodig", "Liv zelf belt juf in maart")
        assert len(visit.talk().plan.moments) == 3
        await visit.press("enter")
        assert visit.badge == visit.t("contact")
        await enter_alone(visit)
        assert visit.badge == visit.t("information moment")
        await visit.enter("veilig internet, in november")
        assert visit.badge == visit.t("contact")
        answer = visit.talk().information
        assert answer is not None
        assert (answer.topic, answer.when) == ("veilig internet", "in november")


async def test_at_what_is_asked_the_key_that_answers_it_stands_first(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("juf belt in november: wennen", "-")
        assert visit.badge == visit.t("information moment")
        keys = visit.text.splitlines()[-1].split()
        assert keys.index("-") < keys.index("F9")
        await visit.press("pagedown", "f9", "f9")
        assert visit.notice == visit.t("Type what about and when, or - for no.")
        # the rest of the rows is open already
        assert "pgdn" not in visit.text


async def test_a_yes_or_no_in_words_is_no_topic(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.press("down")
        for typed, topic in (
            ("nee", ""),
            ("nee hoor, niet nodig", ""),
            ("no thanks", ""),
            ("ja, lezen thuis", "lezen thuis"),
            ("ja graag over lezen thuis", "lezen thuis"),
            ("yes please about reading", "reading"),
            ("nee zeggen leren", "nee zeggen leren"),
            ("niet te laat naar bed", "niet te laat naar bed"),
            ("jaarfeesten", "jaarfeesten"),
        ):
            await visit.enter(typed)
            answer = visit.talk().information
            assert answer is not None, typed
            assert answer.topic == topic
            await visit.press("down", "delete")
        # a yes that says no topic asks for one, and stays on the line
        await visit.enter("ja")
        assert (visit.line, visit.talk().information) == ("ja", None)
        assert visit.t("What about, and when? For instance: reading at home, in November.") in visit.flat


async def test_what_looks_like_a_contact_moment_elsewhere_is_offered_and_only_tab_takes_it_there(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.press("down")
        await visit.type("juf belt in maart")
        assert visit.t("This looks like a contact moment: ⇥ takes it there.") in visit.flat
        await visit.press("tab")
        assert [moment.text for moment in visit.talk().plan.moments] == ["juf belt in maart"]
        assert (visit.line, visit.talk().information) == ("", None)
        await visit.press("down")
        await visit.type("appje na de toetsweek")
        assert visit.t("This looks like a contact moment: ⇥ takes it there.") in visit.flat
        await visit.press("ctrl+u")
        await visit.enter("juf belt in mei")
        answer = visit.talk().information
        assert answer is not None
        assert answer.topic == "juf belt in mei"
        assert len(visit.talk().plan.moments) == 1


async def test_an_agreement_is_taken_wherever_its_sign_is_typed(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("! ander tafelgroepje")
        await visit.press("down")
        await visit.enter("! elke dag lezen")
        assert [each.text for each in visit.talk().agreements] == ["ander tafelgroepje", "elke dag lezen"]
        assert visit.talk().information is None
        await visit.press("down", "right")
        assert visit.line == "ander tafelgroepje"
        await visit.enter(" na de herfst")
        await visit.press("down", "down", "down", "delete")
        await visit.enter("-")
        assert [each.text for each in visit.talk().agreements] == ["ander tafelgroepje na de herfst"]


async def test_the_reading_is_live_while_a_plan_line_is_typed(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.type("bellen in nov")
        await visit.type("ember")
        assert "november 2026" in visit.flat
        assert visit.talk().plan.moments == ()


async def test_a_home_visit_needs_what_it_is_for(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("huisbezoek 12 november 15:30")
        assert not visit.talk().plan.moments[0].to_be_set
        await visit.press("f9")
        assert visit.badge == visit.t("what for")
        assert visit.talk().missing() == (Missing.REASON, Missing.INFORMATION)
        await visit.enter("thuis leren kennen")
        assert visit.talk().missing() == (Missing.INFORMATION,)


async def test_delete_takes_the_answer_on_the_information_moment_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        await visit.press("down", "delete")
        assert visit.talk().information is None


async def test_only_what_was_kept_for_later_stands_there_and_enter_lets_it_go(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        assert "tekenen" not in visit.text
        (point,) = visit.talk().points
        later = type(point)(id=point.id, voice=point.voice, text=point.text, outlook=Outlook.LATER)
        visit.desk.do(next(iter(BOARD_STEPS)), visit.talk().change_point(later))
        await visit.dealt_with()
        assert "tekenen" in visit.text
        await visit.press("down", "down")
        await enter_alone(visit)
        assert visit.talk().points[0].outlook is Outlook.RAISED


async def test_the_rest_stands_behind_one_key_and_is_set_by_enter_or_typing_and_emptied_by_a_dash(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        assert visit.t("pupil file") + "  " not in visit.text
        await visit.press("pagedown", "enter")
        talk = visit.talk()
        assert talk.arrangements.first_contact == talk.audience[0].id
        # held down it does not go round
        visit.post("enter")
        await visit.dealt_with()
        assert visit.talk().arrangements.first_contact == talk.audience[0].id
        await visit.enter("eline")
        assert visit.talk().arrangements.first_contact == talk.audience[1].id
        await visit.press("up")
        await visit.enter("oma Fatma")
        assert visit.talk().arrangements.first_contact == ""
        assert "oma Fatma" in visit.text
        await visit.press("up", "enter")
        assert visit.talk().arrangements.other_contact == "oma Fatma"
        # what is typed next never replaces what was typed before: that row has its answer
        await visit.press("down")
        await visit.enter("tante Aylin, 06-00007777")
        assert visit.badge == visit.t("number and mail")
        assert visit.talk().arrangements.support == "tante Aylin, 06-00007777"
        await visit.press("f5")
        assert visit.t("Support in keeping in touch: {text}", text="tante Aylin") in visit.flat
        await visit.press("f5", "down", "down", "down", "down")
        await visit.enter("vertalen uit het Pools")
        assert visit.talk().arrangements.buddy_offers == "vertalen uit het Pools"
        await visit.press("up")
        await visit.enter("nee hoor")
        assert visit.talk().arrangements.buddy_offers == ""
        await visit.press("down", "enter", "down", "enter")
        assert visit.talk().arrangements.pupil_file
        assert visit.talk().arrangements.reception
        await visit.press("pageup")
        assert visit.badge == visit.t("contact")
        assert visit.t("pupil file") + "  " not in visit.text


async def test_a_family_offers_and_asks_help_and_is_listed_only_when_it_says_so(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        await complete(visit)
        asked = visit.t("may this be on the list of buddies? yes, or -")
        await visit.press("pagedown", *["down"] * 6)
        assert asked not in visit.flat
        await visit.enter("vertalen uit het Pools")
        await visit.enter("fietsles")
        assert asked in visit.flat
        assert f"↵ {visit.t('yes')}" in visit.flat
        await visit.enter("misschien")
        assert visit.t("Yes or Enter: it may be on the list of buddies; - for no.") in visit.flat
        assert (visit.line, visit.talk().arrangements.buddy_shared) == ("misschien", False)
        await visit.press("ctrl+u")
        await visit.enter(visit.t("yes"))
        said = visit.talk().arrangements
        assert (said.buddy_offers, said.buddy_needs) == ("vertalen uit het Pools", "fietsles")
        assert said.buddy_shared
        await visit.press("up")
        await visit.enter("-")
        assert not visit.talk().arrangements.buddy_shared
        await visit.press("ctrl+z", "ctrl+u")
        assert visit.talk().arrangements.buddy_shared
        await visit.press("f9", "f9", "f9")
        await visit.to_day()
        await visit.press("f9")
        assert visit.screen == "summary"
        name = visit.talk().pupil.full_name
        assert visit.t("{name} can help with: {text}", name=name, text="vertalen uit het Pools") in visit.flat
        assert visit.t("{name} could use help with: {text}", name=name, text="fietsles") in visit.flat


async def test_a_text_on_buddies_from_before_stays_until_a_dash_and_enter_alone_leaves_it(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        talk = visit.talk()
        earlier = replace(talk.arrangements, buddy="wil helpen met Turks")
        visit.desk.do(StepName.ARRANGED, talk.arrange(earlier))
        await visit.dealt_with()
        await visit.press("pagedown", *["down"] * 8)
        assert visit.badge == visit.t("buddy")
        await visit.press("enter")
        assert visit.talk().arrangements == earlier
        await visit.enter("-")
        assert visit.talk().arrangements.buddy == ""


async def test_number_and_mail_are_asked_of_each_carer_and_shown_of_one_at_a_time_behind_a_key(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        mark, eline = visit.talk().audience
        await visit.press("pagedown", "down", "down")
        assert visit.t("{name}: are number and mail right?", name=mark.name) in visit.flat
        assert mark.phone not in visit.text
        await visit.press("right")
        assert mark.phone in visit.text
        assert eline.phone not in visit.text
        await visit.press("down")
        assert mark.phone not in visit.text
        await visit.press("up")
        await visit.enter("ja hoor, klopt", "klopt niet meer")
        assert (
            visit.t("A phone number or an e-mail address, please; Enter alone: they are right.") in visit.flat
        )
        await visit.enter("06-00009999, eline@example.org")
        assert visit.talk().arrangements.checked == (
            CheckedDetails(id=mark.id, right=True),
            CheckedDetails(id=eline.id, right=True, phone="06-00009999", email="eline@example.org"),
        )
        assert visit.line == ""
        assert "06-00009999" not in visit.text


async def test_a_carer_says_how_to_be_addressed_which_the_letter_and_the_class_list_keep_until_a_dash(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        mark, eline = visit.talk().audience
        await visit.press("pagedown", *["down"] * 4)
        assert visit.badge == visit.t("addressed as")
        assert visit.t("{name}, or type how", name=mark.name) in visit.flat
        await visit.enter("06-00009999")
        assert visit.t("A name, please; - for the whole name.") in visit.flat
        await visit.enter("meneer [b]Bosman")

        def listed() -> list[str]:
            pupil = visit.desk.school.pupil(visit.talk().pupil.id)
            return [carer.addressed for carer in pupil.carers] if pupil else []

        assert f"{mark.name}: meneer [b]Bosman" in visit.flat
        assert listed() == ["meneer [b]Bosman", ""]
        await visit.press("f5")
        assert f"meneer [b]Bosman en {eline.name}," in visit.flat
        assert mark.name not in visit.flat
        await visit.press("escape", "up")
        await visit.enter("-")
        assert (listed(), visit.talk().arrangements.details_of(mark.id).addressed) == (["", ""], "")
        await visit.press("ctrl+z")
        assert listed() == ["meneer [b]Bosman", ""]
        await visit.press("ctrl+u", "ctrl+z")
        assert (listed(), visit.line) == (["", ""], "meneer [b]Bosman")
        await visit.press("ctrl+b")
        assert listed() == ["meneer [b]Bosman", ""]


async def test_a_half_typed_plan_line_waits_for_last_years_and_is_taken_along_by_f9(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.type(PLAN)
        await visit.press("f6")
        assert visit.t("There is no plan of last year for this family.") in visit.flat
        assert visit.line == PLAN
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


async def test_undo_puts_every_answer_back_at_its_own_row(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter(PLAN)
        await visit.press("down")
        await visit.enter("rekenen, in november")
        await visit.enter("* samen lezen")
        await visit.press("pagedown", *["down"] * 4)
        await visit.enter("mevrouw Bosman")
        await visit.press("down")
        await visit.enter("Bas")
        before = visit.talk()
        assert before.arrangements.buddy_offers == "Bas"
        for line in ("Bas", "mevrouw Bosman", "* samen lezen", "rekenen, in november", PLAN):
            await visit.press("ctrl+z")
            assert visit.line == line
        await visit.press(*["ctrl+b"] * 5)
        assert (visit.talk().plan, visit.talk().information) == (before.plan, before.information)
        assert (visit.talk().arrangements, visit.line) == (before.arrangements, "")
        await visit.press(*["ctrl+z"] * 4)
        await visit.press("enter")
        assert visit.talk().information == before.information


async def test_a_line_of_two_moments_is_undone_as_one(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("juf belt in november en maart: wennen")
        assert len(visit.talk().plan.moments) == 2
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


async def test_a_goal_that_is_answered_with_no_is_said_to_be_removed(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("* klokkijken")
        await visit.press("f9", "down", "down")
        await visit.enter("-")
        assert visit.talk().arrangements.goal == ""
        assert visit.t("Removed. ctrl+z brings it back.") in visit.text
        await visit.press("ctrl+z")
        assert visit.talk().arrangements.goal == "klokkijken"


async def test_who_tells_an_absent_child_is_an_agreement_asked_or_offered_but_no_contact_moment(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing("punt")
        desk, talk = visit.desk, visit.talk()
        desk.do(StepName.PRESENCE_CHANGED, talk.seat(replace(talk.presence, pupil=False)))
        question = visit.t("Who tells {name} what you agree on?", name=talk.pupil.first_name)
        await visit.type("moeder legt t uit")
        assert visit.t("This looks like an agreement: ⇥ takes it there.") in visit.flat
        await visit.press("tab")
        assert (visit.line, visit.talk().plan.moments) == ("", ())
        assert [each.text for each in visit.talk().agreements] == ["moeder legt t uit"]
        await visit.press("ctrl+z", "ctrl+u")
        await visit.enter("12 nov bellen, juf belt")
        await visit.press("f9")
        await visit.enter("-", "-")
        assert question in visit.flat
        assert visit.badge == visit.t("who tells it?")
        # a bare answer says of what it is one, and where it has a verb of its own it stays as it is
        for line, agreed in (
            (
                "zijn ouders, vanavond",
                f"zijn ouders, vanavond: aan {talk.pupil.first_name} vertellen wat we afspraken",
            ),
            ("mama", f"mama: aan {talk.pupil.first_name} vertellen wat we afspraken"),
            ("moeder legt t thuis uit vanavond", "moeder legt t thuis uit vanavond"),
        ):
            await visit.enter(line)
            assert len(visit.talk().plan.moments) == 1
            assert [each.text for each in visit.talk().agreements] == [agreed]
            assert visit.talk().agreements[0].side is not Initiative.PUPIL
            assert question not in visit.flat
            await visit.press("ctrl+z", "ctrl+u")


async def test_who_explains_to_a_child_why_it_is_not_there_is_asked_for_and_is_an_agreement(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing("punt")
        await visit.enter("gesprek 12 nov met moeder zonder Liv", "-", "-")
        asked = visit.t("who explains to {name} why?", name="Liv")
        assert (
            " ".join(visit.t("Still to talk about: '{what}'  F9 reads it back.", what=asked).split())
            in visit.flat
        )
        await visit.enter("moeder legt Liv uit waarom")
        assert [each.text for each in visit.talk().agreements] == ["moeder legt Liv uit waarom"]
        assert len(visit.talk().plan.moments) == 1
        assert visit.t("Complete. F9 reads it back.") in visit.flat


async def test_a_sign_in_the_closing_says_where_its_line_lands_and_is_read_as_what_it_becomes(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing("punt")
        for line, badge, said in (
            ("! ik vraag haar over twee weken", "agreement", "dinsdag 8 september"),
            ("* met plezier lezen", "goal", ""),
            ("ik bel in november", "contact", "november 2026"),
        ):
            await visit.type(line)
            assert visit.badge == visit.t(badge)
            assert said in visit.flat
            assert visit.t("still to be set") not in visit.flat
            await visit.press("ctrl+u")


async def test_a_sign_in_front_of_a_line_that_was_kept_as_a_moment_makes_an_agreement_of_it(
    tmp_path: Path,
) -> None:
    for keys in (("right", "home", "!", "enter"), ("!", "enter")):
        async with opened(tmp_path / keys[0].replace("!", "alone")) as visit:
            await visit.to_closing()
            await visit.enter("liv leest elke dag 10 min met vader")
            assert "Zet er ! voor" in visit.flat
            await visit.press("up", *keys)
            talk = visit.talk()
            assert not talk.plan.moments
            assert [each.text for each in talk.agreements] == ["liv leest elke dag 10 min met vader"]
            # as one step
            await visit.press("ctrl+z")
            talk = visit.talk()
            assert [each.text for each in talk.plan.moments] == ["liv leest elke dag 10 min met vader"]
            assert not talk.agreements


async def test_the_row_that_asks_who_starts_takes_the_answer_when_it_is_chosen_later(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("bellen in november", "appen in december")
        await visit.press("escape")
        await visit.press("up", "up")
        assert visit.badge == visit.t("who phones whom?")
        await visit.enter("ik")
        first, second = visit.talk().plan.moments
        assert (first.initiative, second.initiative) == (Initiative.TEACHER, None)
        # what is no answer makes no moment either
        await visit.press("up")
        await visit.enter("groen")
        assert len(visit.talk().plan.moments) == 2
        assert visit.line == "groen"


async def test_a_note_under_what_is_kept_for_later_stands_there_and_can_be_undone(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("rekenen")
        await visit.press("up", ">", "enter")
        await visit.press("f9", "down", "down")
        await visit.enter("nee hoeft niet")
        assert "rekenen · nee hoeft niet" in visit.flat
        await visit.press("ctrl+z")
        assert "rekenen · nee hoeft niet" not in visit.flat
        assert (visit.line, visit.badge) == ("nee hoeft niet", visit.t("note"))


async def test_a_no_that_was_drawn_out_is_a_no(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter(PLAN)
        await visit.press("down")
        await visit.enter("neeee")
        answer = visit.talk().information
        assert answer is not None
        assert not answer.wanted

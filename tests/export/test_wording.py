"""Sentences, rows and names in the words of the field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from store.domain.people import Carer, Presence, Speaker, Voice
from store.domain.plan import Channel, ContactMoment, Initiative, Way
from store.domain.school import School
from store.domain.talk import Missing, TalkState
from store.export.wording.days import day_long, day_short
from store.export.wording.groups import group_title
from store.export.wording.moments import moment_row
from store.export.wording.people import carer_words, listed, present_words, short_present_words, voice_words
from store.export.wording.sentences import moment_sentence
from store.export.wording.states import missing_words, state_words
from store.language import Translator
from store.planline.read import read_line
from tests.export.families import RANIA, SCHOOL, evaluation, marinka, phone_call, undated, yousef
from tests.planline.year import DAY, YEAR
from tui.desk.talk.names_in_plan import names_of

NL, EN = Translator("nl"), Translator("en")


def test_days_and_months_have_their_dutch_names() -> None:
    monday = date(2026, 1, 5)
    days = [day_long(monday + timedelta(days=each), NL).split()[0] for each in range(7)]
    assert days == ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    months = [day_short(date(2026, each, 1), NL).split()[2] for each in range(1, 13)]
    assert months == ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    assert day_long(date(2027, 3, 1), NL) == "maandag 1 maart 2027"
    assert day_long(date(2027, 3, 1), EN) == "Monday 1 March 2027"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "belt juf Els de ouders"),
        ({"initiative": Initiative.PARENTS}, "bellen de ouders met juf Els"),
        ({"initiative": None}, "bellen we (de ouders en juf Els)"),
        (
            {"initiative": Initiative.EITHER},
            "bellen we (de ouders en juf Els): nog bijzonderheden? Wie wil, begint.",
        ),
        ({"channel": Channel.MAIL}, "stuurt juf Els een mail aan de ouders"),
        ({"channel": Channel.MESSAGE}, "stuurt juf Els een berichtje aan de ouders"),
        ({"channel": Channel.VIDEO}, "videobelt juf Els met de ouders"),
        (
            {"channel": Channel.MAIL, "initiative": Initiative.PUPIL, "present": ("pupil", "teacher")},
            "stuurt Marinka een mail aan juf Els",
        ),
        (
            {"channel": Channel.VISIT},
            "praten de ouders en juf Els op school met elkaar: nog bijzonderheden? "
            "Juf Els neemt het initiatief.",
        ),
        (
            {"channel": Channel.HOME_VISIT, "present": ("pupil", "teacher")},
            "komt juf Els op bezoek bij Marinka thuis",
        ),
        ({"who": ("moeder",)}, "belt juf Els met moeder"),
        ({"who": ("Peter",), "initiative": Initiative.PARENTS}, "belt Peter met juf Els"),
        ({"who": ("vader", "moeder")}, "belt juf Els met vader en moeder"),
        ({"who": ("beide ouders", "stiefvader")}, "belt juf Els met de ouders en stiefvader"),
        ({"who": ("beide mama's",)}, "belt juf Els met beide mama's"),
        (
            {
                "channel": Channel.VISIT,
                "initiative": None,
                "who": ("ouders", "oma"),
                "present": ("parents", "teacher", "support"),
            },
            "praten de ouders, juf Els en oma op school met elkaar",
        ),
        (
            {"or_else": (Way(Channel.MAIL), Way(Channel.MESSAGE, "Parro"))},
            "neemt juf Els contact op met de ouders per telefoon, per mail of per app via Parro",
        ),
        (
            {"channel": Channel.HOME_VISIT, "or_else": (Way(Channel.VISIT, "in de bieb"),)},
            "hebben de ouders en juf Els contact thuis of in de bieb: nog bijzonderheden? "
            "Juf Els neemt het initiatief.",
        ),
        (
            {"initiative": None, "who": ("mama", "papa"), "purpose": "om en om, nog bijzonderheden?"},
            "bellen we (mama, papa en juf Els) met mama en papa om de beurt, nog bijzonderheden?",
        ),
        (
            {"channel": None, "initiative": None},
            "hebben de ouders en juf Els contact; hoe, spreken we nog af",
        ),
        (
            {"initiative": None, "present": ("teacher",), "who": ("oma Riet",)},
            "bellen we (oma Riet en juf Els)",
        ),
        ({"initiative": None, "present": (), "who": ()}, "bellen we"),
    ],
)
def test_a_sentence_says_who_reaches_whom(change: dict[str, object], expected: str) -> None:
    moment = replace(phone_call(), **change)  # type: ignore[arg-type]
    sentence = moment_sentence(moment, marinka(), SCHOOL, NL)
    told = expected if "bijzonderheden" in expected else f"{expected}: nog bijzonderheden?"
    assert sentence == f"In de week van maandag 1 februari 2027 {told}"


def test_one_carer_is_called_by_name_and_never_the_parents() -> None:
    talk = yousef(RANIA)
    assert "belt juf Els met Rania al-Khatib" in moment_sentence(phone_call(), talk, SCHOOL, NL)
    assert moment_row(phone_call(), talk, SCHOOL, NL).who == "juf Els → Rania al-Khatib"


@pytest.mark.parametrize(
    ("others", "line", "who"),
    [
        ((), "bellen 12 nov met ouders", "Rania al-Khatib"),
        (("oma Riet",), "bellen 12 nov met ouders", "Rania al-Khatib"),
        (("vader Omar",), "bellen 12 nov met ouders", "ouders"),
        (("Omar Haddad",), "bellen 12 nov met ouders", "ouders"),
        ((), "bellen 12 nov met beide ouders", "ouders"),
    ],
)
def test_parents_are_the_one_on_the_list_only_where_no_other_can_be_meant(
    others: tuple[str, ...], line: str, who: str
) -> None:
    talk = yousef(RANIA, "15:40", presence=Presence(others=others), made_with=None)
    (moment,) = read_line(line, DAY, YEAR, names_of(talk, SCHOOL)).moments
    assert moment_row(moment, talk, SCHOOL, NL).who == f"{who} en juf Els"


def test_in_a_talk_with_one_carer_nobody_who_was_named_is_left_out() -> None:
    talk = yousef(RANIA)
    moment = replace(phone_call(), who=("moeder", "vader"))
    assert "belt juf Els met moeder en vader" in moment_sentence(moment, talk, SCHOOL, NL)
    assert moment_row(moment, talk, SCHOOL, NL).who == "juf Els → moeder en vader"


def test_a_row_has_when_channel_who_and_purpose() -> None:
    row = moment_row(phone_call(), marinka(), SCHOOL, NL)
    assert (row.when, row.channel) == ("ma 1 – vr 5 feb 2027", "bellen")
    assert (row.who, row.purpose) == ("juf Els → ouders", "nog bijzonderheden?")
    assert moment_row(evaluation(), marinka(), SCHOOL, NL).who == "Marinka, ouders en juf Els"
    for side, begins in ((Initiative.TEACHER, "juf Els begint"), (Initiative.PARENTS, "ouders beginnen")):
        invited = replace(evaluation(), initiative=side)
        assert moment_row(invited, marinka(), SCHOOL, NL).who == f"Marinka, ouders en juf Els; {begins}"
    unknown = replace(
        evaluation(), channel=Channel.PHONE, initiative=Initiative.EITHER, who=("Kees",), starter="Kees",
        present=("parents", "teacher", "support"),
    )  # fmt: skip
    assert moment_row(unknown, marinka(), SCHOOL, NL).who == "ouders, juf Els en Kees; Kees begint"
    assert "Kees neemt het initiatief." in moment_sentence(unknown, marinka(), SCHOOL, NL)


def test_a_line_of_which_nothing_was_read_stays_as_it_was_typed() -> None:
    moment = ContactMoment(id="x", text="we zien wel {hoe} [het] loopt")
    assert moment_row(moment, marinka(), SCHOOL, NL).purpose == "we zien wel {hoe} [het] loopt"
    said = moment_sentence(moment, marinka(), SCHOOL, NL)
    assert said == "We zeiden: “we zien wel {hoe} [het] loopt”. De dag kiezen we later."


def test_a_moment_without_a_day_says_so_with_the_text_as_typed() -> None:
    said = moment_sentence(undated(), marinka(), SCHOOL, NL)
    assert said == (
        "We zeiden: “als de indicatie er is”. De dag kiezen we later. Dan bellen we (de ouders en juf Els)."
    )


def test_each_part_of_an_open_line_is_a_short_sentence_of_its_own() -> None:
    either = replace(undated(), initiative=Initiative.EITHER, purpose="de indicatie", minutes=20)
    assert moment_sentence(either, marinka(), SCHOOL, NL) == (
        "We zeiden: “als de indicatie er is”. De dag kiezen we later. "
        "Dan bellen we (de ouders en juf Els): de indicatie. Wie wil, begint. Dat duurt 20 minuten."
    )
    assert moment_sentence(either, marinka(), SCHOOL, EN) == (
        "We said: “als de indicatie er is”. We choose a day later. "
        "Then we (the parents and juf Els) phone: de indicatie. Whoever wants to begins. "
        "That takes 20 minutes."
    )


@pytest.mark.parametrize(
    ("lasting", "minutes", "row", "sentence"),
    [
        ("kort", 0, "kort", "belt juf Els de ouders, kort: lezen."),
        ("korte", 15, "kort, 15 min", "de ouders, kort: lezen. Dat duurt 15 minuten."),
        ("kort, hooguit 10 min", 10, "kort, hooguit 10 min", ", kort: lezen. Dat duurt hooguit 10 min."),
    ],
)
def test_how_long_it_takes_in_a_word_stands_beside_the_day_and_not_as_what_it_is_for(
    lasting: str, minutes: int, row: str, sentence: str
) -> None:
    moment = replace(phone_call(), purpose="lezen", lasting=lasting, minutes=minutes)
    told = moment_row(moment, marinka(), SCHOOL, NL)
    assert (told.when, told.purpose) == (f"ma 1 – vr 5 feb 2027, {row}", "lezen")
    assert moment_sentence(moment, marinka(), SCHOOL, NL).endswith(sentence)
    quick = replace(moment, lasting="quick", minutes=0)
    assert "quickly: lezen." in moment_sentence(quick, marinka(), SCHOOL, EN)


def test_for_whom_somebody_calls_is_not_told_as_what_it_is_about() -> None:
    for purpose, language in (("namens moeder", NL), ("on behalf of mum", EN)):
        moment = replace(phone_call(), purpose=purpose)
        assert moment_sentence(moment, marinka(), SCHOOL, language).endswith(f", {purpose}.")


def test_who_phones_whom_reads_at_once_on_an_open_line_with_one_carer() -> None:
    one = replace(marinka(), pupil=replace(marinka().pupil, carers=marinka().audience[:1]))
    teacher = replace(undated(), initiative=Initiative.TEACHER)
    assert moment_sentence(teacher, one, SCHOOL, NL).endswith("Juf Els belt dan met Anja de Groot.")
    assert moment_sentence(teacher, one, SCHOOL, EN).endswith("Then juf Els gives Anja de Groot a call.")


def test_the_school_names_the_teacher_where_the_talk_does_not() -> None:
    talk = replace(marinka(), teacher="")
    assert "belt juf Els" in moment_sentence(phone_call(), talk, SCHOOL, NL)
    nameless = moment_sentence(phone_call(), talk, replace(SCHOOL, teacher=""), NL)
    assert "belt de leerkracht de ouders" in nameless


def test_who_is_here_is_named_pupil_first_and_interpreter_last() -> None:
    talk = marinka()
    expected = "Marinka, Anja de Groot, Peter de Groot, oma Riet en een tolk"
    assert present_words(talk.presence, talk, NL) == expected


def test_the_columns_are_called_after_pupil_parents_and_teacher() -> None:
    assert [voice_words(Speaker(voice), marinka(), School(), NL) for voice in Voice] == [
        "Marinka",
        "Ouders",
        "juf Els",
    ]
    unnamed = replace(marinka(), teacher="")
    assert voice_words(Speaker(Voice.TEACHER), unnamed, School(teacher="meester Tom"), NL) == "meester Tom"
    assert voice_words(Speaker(Voice.TEACHER), unnamed, School(), NL) == "Leerkracht"


@pytest.mark.parametrize(
    ("others", "head"),
    [((), "Rania"), (("oma Riet",), "Rania"), (("moeder Ans",), "Ouders"), (("stiefpapa",), "Ouders")],
)
def test_the_column_of_one_parent_is_that_of_the_parents_where_another_came_along(
    others: tuple[str, ...], head: str
) -> None:
    here = Presence(carers=(RANIA.id,), others=others)
    talk = yousef(RANIA, "15:40", presence=here, made_with=None)
    assert voice_words(Speaker(Voice.CARER), talk, School(), NL).startswith(head)


@pytest.mark.parametrize(
    ("others", "head"),
    [((), "Rania"), (("oma Riet",), "Oma Riet"), (("opa", "tante Ans"), "Opa en tante Ans")],
)
def test_the_column_of_adults_is_headed_by_who_is_here_where_who_is_invited_is_not(
    others: tuple[str, ...], head: str
) -> None:
    talk = yousef(RANIA, "15:40", presence=Presence(others=others), made_with=None)
    assert voice_words(Speaker(Voice.CARER), talk, School(), NL).startswith(head)


def test_the_column_of_two_parents_is_headed_by_the_one_who_is_here() -> None:
    talk = marinka()
    here = replace(talk.presence, carers=(talk.audience[0].id,), others=())
    talk = replace(talk, presence=here, made_with=None)
    assert voice_words(Speaker(Voice.CARER), talk, School(), NL) == "Anja de Groot"


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Joke Mos (moeder)", "Moeder"),
        ("Hans Kok (foster father)", "Pleegvader"),
        ("Joke Mos", "Joke Mos"),
        ("Riet Mos (oma)", "Riet Mos (oma)"),
    ],
)
def test_the_column_of_one_parent_is_headed_by_the_role_and_that_of_anybody_else_by_name(
    name: str, head: str
) -> None:
    talk = yousef(replace(RANIA, name=name), "15:40", made_with=None)
    assert voice_words(Speaker(Voice.CARER), talk, School(), NL) == head


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["A"], "A"), (["A", "B"], "A en B"), (["A", "B", "C"], "A, B en C")],
)
def test_names_are_listed_as_they_are_said_aloud(names: list[str], said: str) -> None:
    assert listed(names, NL) == said


@pytest.mark.parametrize("language", [NL, EN])
def test_every_state_and_channel_has_words(language: Translator) -> None:
    assert all(state_words(state, language) for state in TalkState)
    rows = [moment_row(replace(phone_call(), channel=each), marinka(), SCHOOL, language) for each in Channel]
    assert len({row.channel for row in rows}) == len(Channel)


def test_what_is_missing_is_one_friendly_line() -> None:
    assert missing_words((), NL) == ""
    assert missing_words((Missing.INFORMATION,), NL) == "Nog te bespreken: het informatiemoment"
    assert missing_words(tuple(Missing), NL).count("\n") == 0


def test_where_there_is_little_room_carers_go_by_initial_unless_two_would_be_called_the_same() -> None:
    talk = marinka()
    carers = ("Karin van der Meulen", "Joost van der Meulen", "Fatma")

    def at_the_table(*names: str, t: Translator = NL) -> str:
        people = tuple(Carer(id=name, name=name) for name in names)
        here = Presence(carers=names, interpreter=True)
        return short_present_words(here, replace(talk, pupil=replace(talk.pupil, carers=people)), t)

    assert at_the_table("Ilse Smit (oudere zus)") == "Marinka, I. Smit (oudere zus) en een tolk"
    in_english = at_the_table("Ilse Smit (pleegmoeder)", "Jo (tante van vader)", t=Translator("en"))
    assert in_english == "Marinka, I. Smit (foster mother), Jo (aunt of father) and an interpreter"
    assert at_the_table(*carers) == "Marinka, K. van der Meulen, J. van der Meulen, Fatma en een tolk"
    assert at_the_table("Anna Maria van den Berg") == "Marinka, A. M. van den Berg en een tolk"
    assert at_the_table("Ana Silva Santos") == "Marinka, A. Silva Santos en een tolk"
    # no given name stands in front
    for whole in ("moeder Sara", "Oma Riet Visser", "van den Berg"):
        assert at_the_table(whole) == f"Marinka, {whole} en een tolk"
    twice = at_the_table("Anja de Groot", "Arie de Groot")
    assert twice == "Marinka, Anja de Groot, Arie de Groot en een tolk"


def test_what_somebody_is_to_the_child_is_said_in_the_language_of_the_screen() -> None:
    told = {
        "Joke Mos (moeder)": "Joke Mos (mother)",
        "Hans Kok (Stiefvader)": "Hans Kok (stepfather)",
        "Stijn Kok (oudere broer)": "Stijn Kok (older brother)",
        "Nour Kok (peettante)": "Nour Kok (peettante)",
        "Ed Wit (oma)": "Ed Wit (grandma)",
        "Joke (mam) Mos": "Joke (mam) Mos",
    }
    assert {each: carer_words(Carer(id="c", name=each), Translator("en")) for each in told} == told
    assert carer_words(Carer(id="c", name="Joke Mos (foster mother)"), NL) == "Joke Mos (pleegmoeder)"
    assert carer_words(Carer(id="c", name="Joke Mos (moeder)"), NL) == "Joke Mos (moeder)"


def test_a_group_is_called_a_group_once() -> None:
    t = Translator()
    named = {"3": "Groep 3", "5/6": "Groep 5/6", "groep 5": "Groep 5", "havo 4": "Havo 4", "": ""}
    assert {each: group_title(each, t) for each in named} == named

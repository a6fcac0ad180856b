from __future__ import annotations

from dataclasses import replace

import pytest

from store.domain.plan import Channel, CommunicationPlan, ContactMoment, When, WhenKind
from store.domain.school import School
from store.domain.talk import Arrangements, TalkState
from store.export.summary import summary_markdown, summary_text
from store.language import Translator
from tests.export.families import RANIA, SCHOOL, afternoon, liv, marinka, school_day, undated, yousef
from tests.export.hostile import HOSTILE
from tests.export.reader import read_page
from tests.export.test_markdown import literally, shown
from tests.export.test_talk_text import hostile_talk

NL, EN = Translator("nl"), Translator("en")
YOUSEF = yousef(RANIA).pupil.full_name


def chapter(text: str, title: str) -> list[str]:
    """The lines of one chapter of a plain summary."""
    lines = text.split("\n")
    start = lines.index(title) + 2
    return lines[start : lines.index("", start)]


def test_who_of_the_class_list_has_no_talk_is_named_whoever_reads_the_day() -> None:
    waiting = [talk.pupil for talk in afternoon().talks]
    text = summary_text(afternoon(), SCHOOL, NL, waiting)
    (line,) = (line for line in chapter(text, "Nog te doen") if "zonder gesprek" in line.casefold())
    assert all(pupil.full_name in line for pupil in waiting)


def test_what_is_open_comes_first_with_phone_numbers() -> None:
    text = summary_text(afternoon(), SCHOOL, NL)
    assert chapter(text, "Nog te doen") == [
        f"· {YOUSEF}: nog afmaken met Rania al-Khatib",
        "  · Rania al-Khatib: 06-00001014",
        "  · Nog te bespreken: wie begint en het informatiemoment",
        "· Liv Bosman: bellen of langsgaan",
        "  · Mark Bosman: 06-00001000",
        "  · Eline Bosman-Kuipers: geen telefoonnummer bekend",
        f"· {YOUSEF}: datum prikken (bellen · nog te bepalen: als de indicatie er is)",
    ]


def test_the_counts_are_on_one_line() -> None:
    day = school_day(*afternoon().talks, liv(state=TalkState.CANCELLED), replace(liv(), id="later"))
    lines = summary_text(day, SCHOOL, NL).split("\n")
    assert lines[0] == "Startgesprekken op dinsdag 25 augustus 2026"
    assert lines[2] == "1 gesprek gevoerd, 1 later verder, 1 niet gekomen, 1 afgezegd, 1 nog gepland."


def test_offers_stand_beside_needs_only_of_families_that_agree_to_be_listed() -> None:
    offers = Arrangements(buddy_offers="vertalen uit het Turks", buddy_shared=True)
    needs = Arrangements(buddy_needs="de brieven lezen", buddy_shared=True)
    kept = Arrangements(buddy_offers="fietsen", buddy_needs="een oppas")
    talks = (
        yousef(RANIA, arrangements=needs),
        replace(marinka(), arrangements=offers),
        liv(arrangements=kept),
        replace(liv(state=TalkState.CANCELLED, arrangements=offers), id="off"),
    )
    text = summary_text(school_day(*talks), SCHOOL, NL)
    assert chapter(text, "Buddy's") == [
        "· Marinka de Groot kan helpen met: vertalen uit het Turks",
        "· Yousef al-Khatib kan hulp gebruiken bij: de brieven lezen",
    ]
    assert "fietsen" not in text
    assert "oppas" not in text


def test_contact_information_and_buddies_have_their_own_chapters() -> None:
    text = summary_text(school_day(marinka()), SCHOOL, NL)
    assert chapter(text, "Contactmomenten per week") == [
        "week 5, ma 1 feb 2027    █ 1",
        "week 22, ma 31 mei 2027  ░ misschien 1",
        "week 23, ma 7 jun 2027   ░ misschien 1",
        "Misschien: voor een langere periode, dus het kan ook in een andere week.",
    ]
    assert chapter(text, "Informatiemomenten") == ["· Lezen: 1 gezin (november)"]
    assert chapter(text, "Buddy's") == ["· Marinka de Groot: wil helpen met Turks"]
    assert "Nog te doen" not in text


def test_what_stands_in_no_week_is_counted_by_how_and_when_it_comes_and_says_whose_it_is() -> None:
    mail = ContactMoment(
        id="m", text="mail zo nodig", channel=Channel.MAIL, when=When(kind=WhenKind.ON_DEMAND)
    )
    sad = replace(mail, id="s", channel=Channel.PHONE, condition="als hij verdrietig is")
    plan = CommunicationPlan(moments=(mail, sad))
    later, needed = (CommunicationPlan(moments=(each,)) for each in (undated(), mail))
    talks = (liv(plan=plan), yousef(RANIA, plan=later), replace(marinka(), plan=needed))
    text = summary_text(school_day(*talks), SCHOOL, NL)
    assert chapter(text, "Contactmomenten per week") == [
        "1 × datum prikken: Yousef al-Khatib",
        "2 × mailen zo nodig: Liv Bosman, Marinka de Groot",
        "1 × bellen als hij verdrietig is: Liv Bosman",
    ]


def test_each_talk_has_its_plan_its_points_and_its_remark() -> None:
    text = summary_text(afternoon(), SCHOOL, NL)
    assert "Marinka de Groot, 13:40\n" in text
    assert "Opmerking: komt met oma\n" in text
    assert "belt juf Els de ouders: nog bijzonderheden?" in text
    assert "  · elke dag strips" in text


def test_a_talk_of_which_nothing_is_known_has_no_chapter_of_its_own() -> None:
    assert "Liv Bosman, 13:00" not in summary_text(school_day(liv()), SCHOOL, NL)


def test_markdown_and_text_say_the_same() -> None:
    page = read_page(summary_markdown(afternoon(), SCHOOL, NL))
    plain = "".join(
        line.strip().removeprefix("· ").strip("=-") + "\n"
        for line in summary_text(afternoon(), SCHOOL, NL).split("\n")
        if not set("▒█░") & set(line)
    )
    seen = shown(page.text)
    assert all(shown(line) in seen for line in plain.split("\n"))
    assert page.tags == {"h1", "h2", "h3", "p", "ul", "li"}


def test_a_day_without_a_school_year_is_summed_up_in_a_likely_one() -> None:
    assert "week 5" in summary_text(school_day(marinka()), School(), NL)


def test_the_whole_summary_is_in_the_language_asked_for() -> None:
    text = summary_text(afternoon(), SCHOOL, EN)
    assert text.startswith("Start talks on Tuesday 25 August 2026\n")
    for dutch in ("gesprek", "Afgesproken", "bellen of", "Opmerking", "Ouders", "maandag"):
        assert dutch not in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_literally_in_the_markdown_of_a_day(text: str) -> None:
    talk = hostile_talk(text)
    page = read_page(summary_markdown(school_day(replace(talk, state=TalkState.SET_ASIDE)), School(), NL))
    assert shown(page.text).count(literally(text)) >= 12
    assert page.tags <= {"h1", "h2", "h3", "p", "ul", "li", "br"}

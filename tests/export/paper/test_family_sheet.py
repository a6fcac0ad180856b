"""The sheet a family takes home, opened by what did not write it."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from store.domain.board import AgendaPoint, Agreement
from store.domain.overview.topics import InformationDecision
from store.domain.people import Pupil, Voice
from store.domain.plan import CommunicationPlan, InformationMoment, Initiative, When, WhenKind
from store.domain.school import School
from store.domain.school_year import Reception
from store.domain.siblings import sheet_of
from store.domain.talk import Arrangements, CheckedDetails, Talk, TalkState
from store.domain.typed import reworded
from store.export.formats import EXPORTERS, File, Order
from store.export.letter import letter_lines
from store.export.paper.family_sheet import family_sheets
from store.export.paper.languages import ONLY_OURS, SIMPLE
from store.export.paper.sheet_pages import sheet_data
from store.export.paper.typeset import Typesetter
from store.export.paper.word import word_sheet
from store.export.tables.class_tables import TableOrder
from store.export.tables.formats import TABLES
from store.export.telling import SIMPLY
from store.export.wording.edges import left_out
from store.language import FAMILY_LANGUAGES, Translator
from tests.export.families import (
    ANJA,
    DAY,
    RANIA,
    SAMIR,
    SCHOOL,
    YEAR,
    evaluation,
    marinka,
    phone_call,
    school_day,
    yousef,
)
from tests.export.hostile import HOSTILE, STEERING
from tests.export.paper.readers import pdf_of, read_pdf, read_word, scanned, text_of
from tests.export.tables.readers import cells_of
from tests.export.test_siblings import twins
from tests.letters.plans import Plan

NL = Translator("nl")
NOW = datetime(2026, 8, 25, 18, tzinfo=UTC)
DUTCH = "In de week van maandag 1 februari 2027 belt juf Els de ouders: nog bijzonderheden?"


def brought_apart() -> tuple[Talk, Talk]:
    """The talks of two parents who come apart, each with something of its own in every place."""

    def talk(at: int, name: str) -> Talk:
        parent = (RANIA, SAMIR)[at]
        found = yousef(parent, ("15:40", "16:20")[at])
        moment = replace(phone_call(f"m{at}"), purpose=f"bel{name}", text=f"bellen {name}")
        found = replace(
            found,
            points=(
                AgendaPoint(id=f"p{at}", voice=Voice.CARER, text=f"punt{name}"),
                AgendaPoint(id=f"q{at}", voice=Voice.CARER, text=f"later{name}", later=f"m{at}"),
            ),
            agreements=(Agreement(id=f"a{at}", text=f"afspraak{name}"),),
            plan=CommunicationPlan(moments=(moment,)),
            information=InformationMoment(topic=f"onderwerp{name}"),
        ).set_goal(f"doel{name}")
        return found.begin(NOW, found.invited).finish(NOW)

    return talk(0, "Rania"), talk(1, "Samir")


@pytest.mark.share(of=3)
@pytest.mark.parametrize("language", FAMILY_LANGUAGES)
def test_one_page_holds_the_letter_and_beside_it_the_same_in_the_language_of_the_family(
    language: str,
) -> None:
    long = ("wij letten thuis en op school op hetzelfde; " * 20)[:499] + "!"
    talk = marinka()
    talk = replace(talk, agreements=(*talk.agreements, replace(talk.agreements[0], id="long", text=long)))
    sheet = family_sheets(talk, SCHOOL, NL, NOW, language)[0]
    read = read_pdf(pdf_of(sheet))
    assert (read.pages, read.embedded, read.tagged, read.language) == (1, True, True, "nl")
    assert read.fonts <= {
        "NotoSans-Regular",
        "NotoSans-Bold",
        "NotoNaskhArabic-Regular",
        "NotoNaskhArabic-Bold",
    }
    assert DUTCH in read.text
    assert read.outside == ""
    word = read_word(word_sheet(sheet).content)
    assert DUTCH in word
    beside = Translator(language, beside=NL)
    assert beside("We phone.") in word
    marks = " ".join(beside("“{text}”", text="…").split())
    assert marks.replace("…", "naast Lotte zitten") in word, "as typed, and marked so"
    assert word.count(long) == 1, "what is only typed words is told once"
    assert marks.replace("…", long) in word
    assert "{" not in word


def test_in_word_the_columns_are_the_same_all_the_way_down_and_a_square_is_whole() -> None:
    file = docx.Document(io.BytesIO(word_sheet(family_sheets(marinka(), SCHOOL, NL, NOW, "ar")[0]).content))
    agreed, under = file.tables
    columns = [each.width or 0 for each in agreed.columns]
    assert columns == [each.width or 0 for each in under.columns]
    free = Mm(1.9)
    pictures = file.inline_shapes
    assert len(pictures) == 2
    assert all(each.width + 2 * free <= columns[-1] for each in pictures)


def test_in_word_a_number_between_texts_from_the_right_is_read_from_the_left_and_stays_whole() -> None:
    content = word_sheet(family_sheets(marinka(), SCHOOL, NL, NOW, "ar")[0]).content
    runs = [
        run for run in docx.Document(io.BytesIO(content)).element.iter(qn("w:r")) if "00001004" in run.text
    ]
    assert len(runs) == 2
    ours, theirs = runs
    assert ours.find(qn("w:noBreakHyphen")) is not None
    assert theirs.text == "\u200e06\ufeff-\ufeff00001004"
    assert theirs.rPr.find(qn("w:lang")).get(qn("w:val")) == "nl", "it is spoken as ours"


def test_in_word_the_rows_are_set_close_so_that_what_fits_on_a_page_is_one_page() -> None:
    file = docx.Document(io.BytesIO(word_sheet(family_sheets(marinka(), SCHOOL, NL, NOW, "tr")[0]).content))
    rows = [each for table in file.tables for each in table._tbl.iter(qn("w:p"))]
    styles = {file.styles.element.get_by_id(each.style).name_val for each in rows}
    assert styles == {"Table Heading", "Table Text", "Table Note"}, "of an empty cell too"
    set_as = [file.styles[each].paragraph_format for each in styles]
    assert all(each.line_spacing == 1 and each.space_after <= Pt(1) for each in set_as if each.line_spacing)


def test_what_was_typed_ends_where_it_is_read_to_in_a_line_from_right_to_left() -> None:
    typed = "=(bel Fatma) om 9.15."
    talk = replace(marinka(), agreements=(Agreement(id="a", text=typed, who="Fatma"),))
    sheet = family_sheets(talk, SCHOOL, NL, NOW, "ar")[0]
    page = pypdfium2.PdfDocument(pdf_of(sheet))[0].get_textpage()
    signs = [(page.get_text_range(at, 1), *page.get_charbox(at)) for at in range(page.count_chars())]
    above = next(bottom for sign, _, bottom, *_ in signs if sign == "=")
    line = sorted((left, sign) for sign, left, bottom, *_ in signs if abs(bottom - above) < 3)
    beside = "".join(sign for left, sign in line if left > 200)
    assert "=bel Fatma om 9.15." in beside
    runs = docx.Document(io.BytesIO(word_sheet(sheet).content)).element.iter(qn("w:r"))
    assert f"\u200e{typed}\u200e" in [each.text for each in runs]


def test_without_another_language_at_home_it_is_told_once() -> None:
    talk = marinka()
    turkish = replace(talk, pupil=replace(talk.pupil, home_language="Turks"))
    assert family_sheets(talk, SCHOOL, NL, NOW)[0].beside is None
    assert (found := family_sheets(turkish, SCHOOL, NL, NOW)[0].beside) is not None
    assert found.language == "tr"
    told_once = turkish.arrange(replace(turkish.arrangements, sheet_language=ONLY_OURS))
    assert family_sheets(told_once, SCHOOL, NL, NOW)[0].beside is None


def test_each_square_puts_one_moment_into_the_calendar_of_a_phone_and_names_the_own_child_only() -> None:
    timed = When(kind=WhenKind.DATETIME, datetime=datetime(2026, 11, 12, 15, 30))
    weekly = When(
        kind=WhenKind.RECURRENCE, rrule="FREQ=WEEKLY;BYDAY=TU", first=date(2026, 9, 1), time="08:30"
    )
    once = replace(evaluation(), id="m4", when=timed, minutes=15)
    often = replace(phone_call("m5"), when=weekly)
    talk = twins()
    talk = replace(talk, plan=CommunicationPlan(moments=(*talk.plan.moments, once, often)))
    sheet = family_sheets(talk, SCHOOL, NL, NOW)[0]
    shared, own, at_half_past, rhythm = scanned(pdf_of(sheet))
    assert [each["DTSTART"].dt for each in (shared, own)] == [date(2027, 6, 1), date(2027, 2, 1)]
    assert own["DTEND"].dt == date(2027, 2, 6)
    assert at_half_past["DTSTART"].dt == datetime(2026, 11, 12, 15, 30)
    assert at_half_past["DTEND"].dt == datetime(2026, 11, 12, 15, 45)
    assert rhythm["RRULE"]["FREQ"] == ["WEEKLY"]
    assert str(own["SUMMARY"]) == "Daan · Bellen: juf Els"
    written = b"".join(each.to_ical() for each in (shared, own, at_half_past, rhythm)).decode()
    assert "Sanne" not in written
    assert not {"DESCRIPTION", "ATTENDEE", "LOCATION"} & {key for each in (shared, own) for key in each}


def test_each_parent_has_a_sheet_with_no_number_but_the_own_and_the_one_that_was_just_given() -> None:
    talk = marinka()
    given = CheckedDetails(id="anja", phone="06-00001111", addressed="mevrouw De Groot")
    talk = talk.arrange(talk.arrangements.check(given))
    mother, father = family_sheets(talk, SCHOOL, NL, NOW)
    hers, his = (read_word(word_sheet(each).content) for each in (mother, father))
    assert "Beste Marinka en mevrouw De Groot," in hers
    assert "School bereikt mevrouw De Groot via: 06-00001111 · anja@example.org" in hers
    assert "06-00001005" not in hers
    assert "06-00001005" in his
    assert not [each for each in ("06-00001111", "06-00001004", "06-00009999", "anja@") if each in his]
    assert ANJA.phone not in read_pdf(pdf_of(father)).text


HERS, HIS, NOBODYS = "06-00001014", "06-00001099", "buur@example.org"
"""The number of each of two parents, and an address that nobody can tell whose it is."""


def said_everywhere(talk: Talk) -> Talk:
    """The talk with all three behind every text of it, written otherwise than the class list has them."""
    everywhere = f" 06 00 00 10 14, +31 6 00001099 of {NOBODYS}"
    rest = replace(talk.arrangements, support="oom Bilal", other_contact="oma")
    placed = replace(talk, place="thuis", place_reason="daar is", arrangements=rest)
    return reworded(placed, lambda text: f"{text}{everywhere}" if text else "")


def numbers_told(file: File) -> set[str]:
    """Which of the three a reader of this file sees."""
    text = "".join(filter(str.isalnum, text_of(file)))
    return {each for each in (HERS, HIS, NOBODYS) if "".join(filter(str.isalnum, each))[-8:] in text}


@pytest.mark.parametrize("apart", [True, False])
def test_a_number_that_was_typed_anywhere_is_in_no_file_of_the_other_parent(apart: bool) -> None:
    """Apart each has the own and nobody's in the own files; together each the own on the sheet alone."""
    pupil = replace(yousef(RANIA).pupil, carers=(RANIA, SAMIR))
    school = replace(SCHOOL, pupils=(pupil,))
    hers, his = map(said_everywhere, brought_apart())
    talks: tuple[Talk, ...] = (hers, his) if apart else (replace(hers, pupil=pupil),)
    for name in ("handouts", "letters", "ics", "invitations"):
        if name == "invitations":
            talks = tuple(replace(talk, state=TalkState.PLANNED) for talk in talks)
        for file in EXPORTERS[name](Order(school_day(*talks), school, NL, NOW)):
            if file.stem.startswith("startgesprekken"):
                continue
            mothers = "1540" in file.stem if apart else file.stem.endswith("-1")
            own = {HERS if mothers else HIS}
            expected = own | {NOBODYS} if apart else own if name == "handouts" else set[str]()
            assert numbers_told(file) == expected, file.stem


def test_what_one_parent_brought_is_in_no_file_of_the_other() -> None:
    theirs = dict(zip(("1540", "1620"), brought_apart(), strict=True))
    order = Order(school_day(*theirs.values()), SCHOOL, NL, NOW)
    for name in ("handouts", "letters", "ics", "invitations"):
        if name == "invitations":
            # what was prepared or brought before the talk is on the board already when families are invited
            planned = (replace(talk, state=TalkState.PLANNED) for talk in theirs.values())
            order = Order(school_day(*planned), SCHOOL, NL, NOW)
        texts = {"1540": "", "1620": ""}
        for file in EXPORTERS[name](order):
            for at in texts:
                texts[at] += text_of(file) if f"-{at}" in file.stem else ""
        assert all(("bel" in text) is (name != "invitations") for text in texts.values()), name
        assert not [each for each in ("Samir", "00001099") if each in texts["1540"]], name
        assert not [each for each in ("Rania", "00001014") if each in texts["1620"]], name


@pytest.mark.parametrize("names", [True, False])
def test_what_a_parent_brought_is_in_no_table_but_a_wish_and_what_may_be_told_of_that_parent(
    names: bool,
) -> None:
    hers, his = brought_apart()
    shared = Arrangements(buddy_offers="biedtSamir", buddy_needs="zoektSamir", buddy_shared=True)
    hidden = Arrangements(buddy_offers="biedtRania", buddy_needs="zoektRania")
    talks = (replace(hers, arrangements=hidden), replace(his, arrangements=shared))
    order = TableOrder((school_day(*talks),), SCHOOL, DAY, whole_year=False, names=names)
    texts = [file.content.decode("utf-8-sig") for file in TABLES["csv"](order, NL, NOW)]
    texts += [str(cell.value) for file in TABLES["xlsx"](order, NL, NOW) for cell in cells_of(file.content)]
    texts += [file.content.decode() for file in TABLES["group"](order, NL, NOW)]
    whole = "\n".join(texts)
    for brought in ("punt", "later", "afspraak", "bel", "doel", "biedtRania", "zoektRania", "00001"):
        assert not re.search(rf"{brought}(Rania|Samir)|{brought}$", whole, re.MULTILINE), brought
    assert "biedtSamir" in whole
    assert ("Rania al-Khatib" in whole) is False
    assert ("Yousef al-Khatib (Samir al-Khatib)" in whole) is names


def test_of_siblings_each_sheet_is_about_one() -> None:
    sheets = family_sheets(twins(), SCHOOL, NL, NOW)
    assert [each.title for each in sheets] == ["Daan", "Daan", "Sanne", "Sanne"]
    daans = read_pdf(pdf_of(sheets[0])).text
    assert "afspraakDaan" in daans
    assert not [each for each in ("afspraakSanne", "rekenSanne") if each in daans]
    assert sheets[0].talk == sheet_of(twins(), "daan")


def test_hostile_names_and_notes_are_literal_and_inside_the_page() -> None:
    talk = marinka()
    long = "Wolfeschlegelsteinhausenbergerdorff" * 4
    agreements = tuple(Agreement(id=str(at), text=text) for at, text in enumerate((*HOSTILE, STEERING, long)))
    pupil = replace(talk.pupil, first_name='#set [x] "_*$', last_name=long)
    talk = replace(talk, agreements=agreements, pupil=pupil).set_goal("#panic() $x$ \\ @ref")
    for language in ("", "ar"):
        sheet = family_sheets(talk, SCHOOL, NL, NOW, language)[0]
        pdf, word = read_pdf(pdf_of(sheet)), read_word(word_sheet(sheet).content)
        assert pdf.outside == ""
        for text in (
            '#set [x] "_*$',
            "#panic() $x$ \\ @ref",
            "<script>alert(1)</script>",
            "[klik](javascript",
        ):
            assert text in word
        assert "#panic() $x$ \\ @ref" in pdf.text
        assert long in pdf.text.replace(" ", "")
        assert "\x1b" not in pdf.text + word


def test_a_name_of_300_letters_and_words_of_2000_stay_inside_the_page_and_whole() -> None:
    talk, name, word = marinka(), "M\n" * 10 + "M" * 290, "x" * 2000
    call = replace(talk.plan.moments[0], purpose=word)
    talk = replace(talk.change_moment(call), pupil=replace(talk.pupil, first_name=name))
    for language in ("tr", "ar"):
        pdf = read_pdf(pdf_of(family_sheets(talk, SCHOOL, NL, NOW, language)[0]))
        assert pdf.outside == ""
        letters = "".join(pdf.text.split())
        # at the head, and on either side in the greeting and among who was there
        assert letters.count("M") >= 5 * name.count("M")
        assert letters.count("x") >= 2 * len(word)
        assert re.search(r"(M ){10}M+… · 1 / \d", pdf.text)


def all_at_once() -> tuple[Talk, School]:
    """A family with something in every chapter, and somebody who comes, stays away or steps in."""
    plan = Plan(
        "hamit",
        "Hamit|Yıldız",
        ("Fatma Yıldız", "Emre Yıldız"),
        (
            "juf belt ouders week na rapport 1, met opa erbij: nog bijzonderheden?",
            "huisbezoek do 4 feb 15:30 met Hamit en oom Ali: thuis leren kennen",
            "gesprek op school begin juni zonder Hamit, als het nodig is: doelen gehaald?",
        ),
        (
            "juf vraagt Hamit over twee weken naar de beurten",
            "ouders lezen elke dag 15 minuten voor",
            "Hamit zegt het als hij iets niet begrijpt",
        ),
        goal="Hamit durft in de kring te vertellen",
        later=("naast Lotte zitten",),
        information=InformationMoment(topic="leren lezen", when="in november"),
        others=("opa Mehmet",),
        first_contact=0,
        addressed=("mevrouw Yıldız",),
    )
    talk = plan.talk()
    fatma, emre = talk.audience
    fatma = replace(fatma, phone="06-00001002", email="fatma@example.org")
    talk = replace(talk, pupil=replace(talk.pupil, group="3", carers=(fatma, emre)))
    more = {
        "support": "oom Ali, 06-00001001",
        "buddy_offers": "Turks voorlezen",
        "buddy_needs": "Nederlands oefenen",
        "buddy_shared": True,
        "pupil_file": "ja",
        "reception": "ja",
    }
    talk = talk.arrange(replace(talk.arrangements, **more))  # type: ignore[arg-type]
    decided = InformationDecision(
        id="d", wordings=("leren lezen",), group="groep 3", day=date(2026, 11, 12), time="19:30"
    )
    school = replace(
        SCHOOL,
        reached_by="Parro, of na schooltijd 0512-000000",
        year=replace(YEAR, receptions=(Reception(day=date(2026, 9, 10), time="15:30", group="3"),)),
        decisions=(decided,),
    )
    return talk, school


@pytest.mark.share(of=3)
@pytest.mark.parametrize("language", [ONLY_OURS, *FAMILY_LANGUAGES, SIMPLE])
def test_all_that_a_talk_can_come_to_is_on_one_page_in_letters_that_are_read_with_ease(language: str) -> None:
    talk, school = all_at_once()
    (sheet, *_) = family_sheets(talk, school, NL, NOW, language)
    read = read_pdf(pdf_of(sheet))
    assert len(sheet.sections) == 7
    assert (read.pages, read.outside) == (1, "")
    assert read.smallest >= 7.9
    word = word_sheet(sheet)
    size = docx.Document(io.BytesIO(word.content)).styles["Table Text"].font.size
    assert word.fits
    assert size is not None
    assert size >= Pt(8.5)


@pytest.mark.parametrize("language", FAMILY_LANGUAGES)
def test_what_stands_for_a_number_is_told_in_each_language_between_the_marks_too(language: str) -> None:
    talk, school = all_at_once()
    word = read_word(word_sheet(family_sheets(talk, school, NL, NOW, language)[0]).content)
    assert [word.count(left_out(t)[0]) for t in (NL, Translator(language, beside=NL))] == [1, 1]


@pytest.mark.parametrize("language", ["", "ar"])
def test_more_than_a_page_can_hold_runs_on_in_readable_letters_is_told_of_and_loses_nothing(
    language: str,
) -> None:
    agreements = tuple(Agreement(id=str(at), text=f"afspraak {at} " + "woord " * 20) for at in range(60))
    (sheet, *_) = family_sheets(replace(marinka(), agreements=agreements), SCHOOL, NL, NOW, language)
    page = Typesetter("sheet").page(sheet_data(sheet))
    read = read_pdf(page.pdf)
    assert read.pages == page.pages > 1
    assert read.smallest >= 7.9
    assert f"Marinka · 2 / {page.pages}" in read.text
    assert all(f"afspraak {at} " in read.text for at in range(60))
    assert read.outside == ""
    word = word_sheet(sheet)
    assert not word.fits
    assert docx.Document(io.BytesIO(word.content)).styles["Table Text"].font.size == Pt(10)


def set_in_word(count: int) -> tuple[bool, float, float]:
    """Whether a sheet with so many agreements fits, how large it is written, how far chapters stand apart."""
    agreements = tuple(Agreement(id=str(at), text=f"afspraak {at} " + "woord " * 9) for at in range(count))
    word = word_sheet(family_sheets(replace(marinka(), agreements=agreements), SCHOOL, NL, NOW, "tr")[0])
    styles = docx.Document(io.BytesIO(word.content)).styles
    size, apart = styles["Table Text"].font.size, styles["Table Heading"].paragraph_format.space_before
    assert size is not None
    assert apart is not None
    return word.fits, size.pt, apart.pt


def test_in_word_a_sheet_is_set_as_close_and_as_small_as_it_needs_and_no_closer() -> None:
    told = [set_in_word(count) for count in range(0, 60, 2)]
    steps = [(True, 10, 7), (True, 10, 2.1), (True, 9.5, 2.1), (True, 9, 2.1), (True, 8.5, 2.1)]
    assert list(dict.fromkeys(told)) == [*steps, (False, 10, 7)], (
        "what does not fit stays as the template says"
    )


def test_a_sheet_of_more_than_one_page_says_so_as_pdf_and_as_word() -> None:
    agreements = tuple(Agreement(id=str(at), text=f"afspraak {at} " + "woord " * 20) for at in range(60))
    talk = replace(marinka(), agreements=agreements)
    files = EXPORTERS["handouts"](Order(school_day(talk), SCHOOL, NL, NOW))
    assert {(file.suffix, file.fits) for file in files} == {("pdf", False), ("docx", False)}


def test_a_sign_that_no_font_has_is_told_of_and_stays_in_word() -> None:
    talk = replace(marinka(), agreements=(Agreement(id="a", text="ሰላም 👍🏽 \u0605in de klas"),))
    pdf, word = EXPORTERS["handouts"](
        Order(school_day(replace(talk, pupil=one_parent(talk))), SCHOOL, NL, NOW)
    )
    assert pdf.missing == "ሰላም👍🏽"
    assert "ሰላም 👍🏽 \u0605in de klas" in read_word(word.content)


def one_parent(talk: Talk) -> Pupil:
    """The pupil with one carer, so that there is one sheet."""
    return replace(talk.pupil, carers=talk.pupil.carers[:1])


def test_who_was_typed_is_marked_beside_and_who_has_a_name_is_not() -> None:
    typed = replace(phone_call(), who=("moeder",), starter="moeder", initiative=Initiative.PARENTS)
    named = replace(evaluation(), present=("parents", "teacher", "support"), who=("Anja", "de logopedist"))
    talk = replace(marinka(), plan=CommunicationPlan(moments=(typed, named)))
    beside = family_sheets(talk, SCHOOL, NL, NOW, "de")[0].sections[0].rows
    facts = [line for row in beside if row.beside for line in row.beside.under]
    assert "Wer fängt an? „moeder“." in facts
    assert "Wer? „moeder“ und juf Els." in facts
    assert "Wer? Anja, juf Els und „de logopedist“." in facts


def test_who_is_not_there_stands_beside_letter_for_letter_as_typed() -> None:
    typed = replace(phone_call(), without=("papa",))
    talk = replace(marinka(), plan=CommunicationPlan(moments=(typed,)))
    (row,) = family_sheets(talk, SCHOOL, NL, NOW, "pl")[0].sections[0].rows
    assert row.beside
    assert "Bez udziału: „papa”." in row.beside.under
    simple = "\n".join(letter_lines(talk, SCHOOL, NL, SIMPLY))
    assert "Papa is er niet bij." in simple

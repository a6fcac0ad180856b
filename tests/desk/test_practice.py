"""Practice without a screen: a clock that runs faster, and what there is to look back on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from prompts.loader import DEFAULT, LANGUAGES, load
from prompts.practice.loader import ours
from prompts.practice.play import Play, Role
from store.domain.board import AgendaPoint, Agreement, Note
from store.domain.people import Presence, Pupil, Voice
from store.domain.plan import CommunicationPlan, ContactMoment, InformationMoment
from store.domain.school import School
from store.domain.talk import Slot, Talk
from store.language import Translator
from tui.desk.practice.clock import PACES, PracticeClock
from tui.desk.practice.journal import Journal, Stage
from tui.desk.practice.look_back import look_back
from tui.desk.practice.material import Material, named
from tui.desk.practice.practice import Practice
from tui.words.practice import card_lines, look_back_rows

NOON = datetime(2026, 8, 20, 12, 0, tzinfo=UTC)
DECK = load("nl")
TALK = Talk(id="t", slot=Slot(start=datetime(2026, 8, 20, 14, 0)), pupil=Pupil(id="p", first_name="Mo"))


class Time:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def passes(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


def test_the_clock_runs_at_the_pace_that_was_chosen_and_never_jumps() -> None:
    time = Time()
    clock = PracticeClock(time)
    passed = []
    for _ in (*PACES, "again at its own pace"):
        time.passes(5)
        before = clock()
        passed.append(before - NOON)
        clock.next_pace()
        assert clock() == before
    assert passed == [timedelta(minutes=each) for each in (5, 5 + 10, 5 + 10 + 20, 5 + 10 + 20 + 5)]


def held() -> tuple[Talk, Journal]:
    """A talk of 16 minutes: 12 at the board with a break in it, 3 at the closing, 1 reading it back."""
    time = Time()
    journal = Journal(time)
    talk = TALK.begin(time(), Presence())
    journal.go_on_with(Stage.BOARD)
    time.passes(2)
    talk = replace(talk, points=(AgendaPoint(id="1", voice=Voice.PUPIL, text="voetbal"),))
    journal.note(talk)
    time.passes(2)
    gone = AgendaPoint(id="2", voice=Voice.TEACHER, text="weer weg")
    journal.note(replace(talk, points=(*talk.points, gone)))
    slip = AgendaPoint(id="3", voice=Voice.TEACHER, text="nooit gezegd", prepared=True)
    talk = replace(talk, points=(talk.points[0].with_note(Note(id="n", text="op zaterdag")), slip))
    journal.note(talk)
    journal.go_on_with(None)
    time.passes(30)
    journal.go_on_with(Stage.BOARD)
    time.passes(8)
    talk = replace(talk, agreements=(Agreement(id="a", text="elke dag lezen"),))
    journal.note(talk)
    journal.go_on_with(Stage.CLOSING)
    time.passes(3)
    plan = CommunicationPlan(moments=(ContactMoment(id="m", text="bellen in maart"),))
    talk = replace(talk, plan=plan, information=InformationMoment())
    journal.note(talk)
    journal.go_on_with(Stage.READING)
    time.passes(1)
    journal.go_on_with(None)
    return talk, journal


def test_the_look_back_tells_how_the_time_went_and_who_brought_what_in_which_phase() -> None:
    talk, journal = held()
    back = look_back(talk, DECK, journal)
    minutes = [
        round(each / timedelta(minutes=1))
        for each in (back.meant, back.spoken, back.until_first or timedelta(), back.board, back.closing)
    ]
    assert minutes == [20, 16, 2, 10, 3]
    assert [(each.title, [came.text for came in each.brought]) for each in back.phases] == [
        ("Welkom", ["voetbal"]),
        ("Wat ieder inbrengt", ["elke dag lezen"]),
        ("Samen afspreken", ["bellen in maart", ""]),
        ("Tot slot", []),
    ]
    assert [each.went and round(each.went / timedelta(minutes=1)) for each in back.phases] == [3, 10, 3, None]
    (football,) = back.phases[0].brought
    assert football.speaker is not None
    assert football.notes == ("op zaterdag",)


def test_of_a_kind_of_talk_without_phases_all_that_was_brought_stands_together() -> None:
    talk, journal = held()
    (all_of_it,) = look_back(talk, replace(DECK, phases=()), journal).phases
    assert [each.text for each in all_of_it.brought] == ["voetbal", "elke dag lezen", "bellen in maart", ""]


def test_minutes_more_are_shared_by_the_phases_as_on_the_clock() -> None:
    talk, journal = held()
    shorter = replace(talk, slot=replace(talk.slot, minutes=10))
    went = [each.went for each in look_back(shorter, DECK, journal).phases]
    assert went[-1] == timedelta(minutes=6.5), "what went on after it belongs to the last phase"
    longer = talk.more_time(10)
    back = look_back(longer, DECK, journal)
    assert round(back.meant / timedelta(minutes=1)) == 30
    assert [round(each.until / timedelta(minutes=1), 1) for each in back.phases] == [4.5, 19.5, 28.5, 30]


def test_in_words_it_has_no_score_and_nothing_of_a_phase_that_had_not_begun() -> None:
    talk, journal = held()
    practice = practising()
    practice.deal()
    rows = look_back_rows(look_back(talk, DECK, journal), practice, talk, School(), Translator("nl"))
    said = " ".join(" ".join(f"{each.lead} {each.text}" for each in rows).split())
    assert "bedoeld zo ging het Welkom 3 3 Wat ieder inbrengt 10 10 Samen afspreken 6 3" in said
    assert "Tot slot 1 samen 20 16" in said
    assert "tot het eerste punt 2 · agenda 10 · afspraken 3 · teruglezen 1" in said
    assert "2 Mo voetbal op zaterdag" in said
    assert "15 samen geen informatiemoment" in said
    assert "Tot slot, tot" not in said
    assert "%" not in said
    assert [each.text in said for each in practice.afterwards] == [True] * 4


def practising(own: Play | None = None) -> Practice:
    """A team with ours in front of it, in two languages; and in Dutch what is its own."""

    def there(language: str) -> Material | None:
        if language not in LANGUAGES:
            return None
        play = ours(language).play
        kinds = tuple((name, load(language, name or DEFAULT)) for name in ("", "kennismakingsgesprek"))
        return Material(language, play.beside(own) if own and language == "nl" else play, kinds)

    return Practice(there, "nl", PracticeClock(Time()), Random(1))


def test_every_situation_comes_once_before_any_comes_again_and_one_that_was_chosen_counts() -> None:
    practice = practising()
    scenes = practice.play.scenes
    practice.choose(scenes[2])
    drawn = [practice.scene]
    for _ in range(len(scenes) - 1):
        practice.draw()
        drawn.append(practice.scene)
    assert set(drawn) == set(scenes)
    practice.draw()
    assert practice.scene != drawn[-1]


def test_a_situation_brings_the_kind_of_talk_it_was_made_for_and_else_stays_what_was_chosen() -> None:
    practice = practising()
    any_kind, at_home = practice.play.scenes[0], practice.play.scenes[-1]
    practice.choose(at_home)
    assert (practice.deck.title, practice.minutes) == ("Kennismakingsgesprek", 60)
    practice.choose(any_kind)
    assert (practice.deck.title, practice.minutes) == ("Startgesprek", 20)
    practice.next_kind()
    practice.choose(practice.play.scenes[1])
    assert practice.deck.title == "Kennismakingsgesprek"


def test_in_another_language_it_is_the_same_family_with_the_same_cards() -> None:
    practice = practising()
    for at, scene in enumerate(practice.play.scenes):
        practice.choose(scene)
        practice.deal()
        dutch = practice.dealt, practice.scene, practice.afterwards
        practice.speak("en")
        english = ours("en").play
        assert practice.scene == english.scenes[at]
        cards = {*english.roles, *practice.scene.roles}
        for before, each in zip(dutch[0], practice.dealt, strict=True):
            assert each.role in cards
            assert (each.role.voice, each.role.ages) == (before.role.voice, before.role.ages)
            assert each.who == before.who or each.role.voice is None
        assert [each.voice for each in practice.afterwards] == [each.voice for each in dutch[2]]
        practice.speak("nl")
        assert (practice.dealt, practice.scene, practice.afterwards) == dutch
    practice.speak("fr")
    assert practice.play == ours("nl").play, "where there is nothing it stays as it was"


def test_what_a_school_has_in_one_language_only_stays_as_it_was_read() -> None:
    card = Role(voice="carer", title="Is laat", lines=("Waar is {naam}?",))
    scene = replace(ours("nl").play.scenes[0], title="Van ons", pupil="Mo Smit", roles=(card,))
    practice = practising(Play(scenes=(scene,)))
    practice.choose(scene)
    practice.deal()
    practice.speak("en")
    assert practice.scene == scene
    assert card_lines(practice, 1, Translator("en")) == ("Is laat", ("Waar is Mo?",))
    practice.draw()
    assert practice.scene in ours("en").play.scenes


def test_a_situation_is_found_by_letters_of_its_name() -> None:
    play = ours("nl").play
    found = {
        typed: [each.title for each in named(play, typed)] for typed in ("TOLK", "een t", "ouder", "x", " ")
    }
    assert found["TOLK"] == found["een t"] == ["Een tolk aan tafel"]
    assert found["ouder"] == ["Ouders die uit elkaar zijn", "Ouders die hun formulier meebrengen"]
    assert (found["x"], found[" "]) == ([], [])

"""The one table of keys: bindings, key line, command palette and help screen are made from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.language import mark

if TYPE_CHECKING:
    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class Key:
    """One thing a key does: the keys in Textual's names, a short label, and a sentence for the help."""

    id: str
    keys: str
    label: str
    help: str
    everywhere: bool = False

    @property
    def action(self) -> str:
        """The action the key runs."""
        return _ACTIONS.get(self.id, self.id)

    @property
    def shown(self) -> str:
        """The first key as people name it."""
        return face(self.keys.split(",")[0])


@dataclass(frozen=True, slots=True)
class PaletteCommand:
    """Something without a key of its own: the action, its name, what it does, and other words for it."""

    action: str
    label: str
    help: str
    also: str


GONE = PaletteCommand(
    "gone_for_good",
    mark("gone for good"),
    mark("What is chosen, with ↑: also from undo and the previous version."),
    mark("gone delete forget remove erase"),
)
"""What a family wants gone is gone."""

COURSE = PaletteCommand(
    "course",
    mark("course of the talk"),
    mark("Its parts with their time and a line of advice, what comes up before the end, tips."),
    mark("phase part advice tips end must"),
)
"""What a kind of talk is like, to look at and put away again."""

FORM = PaletteCommand(
    "parents_form",
    mark("parents' form"),
    mark("What the parents filled in at home, where the kind of talk has a form."),
    mark("form questionnaire fill in list"),
)
"""What parents bring along to tell about."""

CARDS = PaletteCommand(
    "quality_cards",
    mark("cards with strengths"),
    mark("On the table: the child chooses one, and what it needs from whom is the question."),
    mark("qualities strengths talents cards"),
)
"""A light way in, for who would rather point than talk."""

BEFOREHAND = PaletteCommand(
    "beforehand",
    mark("points beforehand"),
    mark("What parents or child sent for the chosen talk, a note or a mail: paste it here, or on the day."),
    mark("points beforehand mail note paste agenda"),
)
"""What a family sends before a talk of any kind."""

PRINT_FORMS = PaletteCommand(
    "print_forms",
    mark("parents' form on paper"),
    mark("For each family still to come, where the kind of talk has a form: to take home."),
    mark("form questionnaire print paper list"),
)

ALONG = PaletteCommand(
    "along",
    mark("may go along to the other talk"),
    mark("The pupil says that the chosen point may be brought up with the other parent too."),
    mark("share other parent consent"),
)
"""What a child brings up with one parent stays there, unless it says otherwise."""

REST = PaletteCommand(
    "rest",
    mark("number, mail and more"),
    mark("First contact, number and mail, how to address them, buddies, the pupil file."),
    mark("phone address buddy reception"),
)
"""What stands behind a key on the closing."""

_FACES = {
    "enter": "↵",
    "escape": "esc",
    "tab": "⇥",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "delete": "del",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "plus": "+",
    "slash": "/",
}


_ACTIONS = {"import": "import_file", "file": "import_file", "undo_letter": "undo", "redo_letter": "redo"}
"""The actions that are not called as their key is."""


def face(key: str) -> str:
    """Return a key as it stands on the screen: F2, ctrl+n, ↵."""
    if key[0] == "f" and key[1:].isdigit():
        return key.upper()
    if key.startswith("shift+"):
        return f"shift {face(key.removeprefix('shift+'))}"
    return _FACES.get(key, key)


KEYS: dict[str, Key] = {
    key.id: key
    for key in (
        Key("help", "f1,ctrl+g", mark("help"), mark("The keys of this screen."), everywhere=True),
        Key(
            "question",
            "f2,ctrl+n",
            mark("back-up question"),
            mark(
                "A question for when the talk stalls; again: another. Letters in between: a theme, the cards."
            ),
        ),
        Key("who", "f3,ctrl+o", mark("who is here"), mark("Say who sits at the table.")),
        Key(
            "longer",
            "f4",
            mark("minutes more"),
            mark("What this part is for; then a digit: so many minutes more."),
        ),
        Key(
            "read_back",
            "f5,ctrl+r",
            mark("read back"),
            mark("Exactly what pupil and parents will get."),
        ),
        Key("last_year", "f6", mark("last year"), mark("Last year's agreements with this family.")),
        Key(
            "aside",
            "f7,ctrl+t",
            mark("later"),
            mark("Set the talk aside; it stays open and everything in it is kept."),
        ),
        Key(
            "curtain",
            "f8,ctrl+l",
            mark("cover the screen"),
            mark("Cover the screen: only a clock stays."),
            everywhere=True,
        ),
        Key("onward", "f9,ctrl+y", mark("onward"), mark("On to what comes next.")),
        Key("undo", "ctrl+z", mark("undo"), mark("Take the last step back; the screen says which.")),
        Key("undo_letter", "u", mark("undo"), mark("Take the last step back; the screen says which.")),
        Key("redo", "ctrl+b", mark("redo"), mark("Bring back what was undone last, all of it.")),
        Key("redo_letter", "r", mark("redo"), mark("Bring back what was undone last, all of it.")),
        Key(
            "kept",
            "ctrl+s",
            mark("kept?"),
            mark("Everything is kept by itself; this says when it last was."),
            everywhere=True,
        ),
        Key(
            "palette",
            "ctrl+p",
            mark("all commands"),
            mark("Everything you can do here, by name."),
            everywhere=True,
        ),
        Key("quit", "ctrl+q", mark("stop"), mark("Stop; a running talk is set aside."), everywhere=True),
        Key("lift", "enter", mark("onward"), mark("Lift the cover: to the talk, or to the next family.")),
        Key("child", "slash", mark("one child"), mark("A family out of turn: the child's first letters.")),
        Key("begin", "enter", mark("begin"), mark("Begin the talk with these people.")),
        Key("prepare", "v", mark("prepare"), mark("The board with the clock off: your own points.")),
        Key("remark", "o", mark("remark"), mark("Show or hide the remark from the timetable.")),
        Key(
            "interpreter",
            "t",
            mark("interpreter"),
            mark("An interpreter is here, or not; by name if you like."),
        ),
        Key("other", "w", mark("who else"), mark("Somebody else came along: type the name.")),
        Key(
            "not_come",
            "n",
            mark("not come"),
            mark("They did not come; once more when you have called or visited."),
        ),
        Key("cancelled", "a", mark("cancelled"), mark("The talk does not take place.")),
        Key(
            "later",
            "l",
            mark("other time"),
            mark("Another time, day or length; a pause, a swap, an interpreter."),
        ),
        Key(
            "siblings",
            "s",
            mark("siblings"),
            mark("One talk for two children of the same parents; once more: a talk each."),
        ),
        Key(
            "ready",
            "v",
            mark("before the day"),
            mark("What is good to see to before the families come."),
        ),
        Key(
            "format",
            "k",
            mark("kind of talk"),
            mark("What kind of talk it is and where: of this slot, or the whole day."),
        ),
        Key("more", "plus", mark("a family more"), mark("One more family on this day.")),
        Key("open", "enter", mark("open"), mark("Open the talk; a finished one is opened again.")),
        Key("private", "p", mark("plans and remarks"), mark("Show plan and remark of the chosen talk.")),
        Key("next_day", "pagedown", mark("next day"), mark("The next day with talks.")),
        Key("previous_day", "pageup", mark("previous day"), mark("The previous day with talks.")),
        Key("to_closing", "escape,up", mark("back"), mark("Back to the agreements.")),
        Key("simple", "t", mark("for an interpreter"), mark("The same in the simplest words.")),
        Key(
            "say_back",
            "z",
            mark("say it back"),
            mark("Leave open who, how and when."),
        ),
        Key(
            "paper", "p", mark("paper"), mark("A sheet for each adult, on paper: made, and opened to print.")
        ),
        Key("sheet_language", "l", mark("language"), mark("The language beside ours on the sheet; or none.")),
        Key("back", "escape", mark("back"), mark("One step back.")),
        Key(
            "settings", "i", mark("settings"), mark("Your name, the school year, backups and the passphrase.")
        ),
        Key("day", "d", mark("day"), mark("The day with all its talks.")),
        Key("copy", "enter", mark("copy"), mark("Copy this pupil's text and go to the next.")),
        Key(
            "pasted",
            "s",
            mark("it is there"),
            mark("Mark that this pupil's text is in the school's own system."),
        ),
        Key("preview", "v", mark("text"), mark("See this pupil's text before you copy it.")),
        Key("demo", "d", mark("demo"), mark("Look around with an invented class.")),
        Key("import", "i", mark("import"), mark("Read a class list or timetable from a file.")),
        Key(
            "file",
            "b",
            mark("file"),
            mark("Read a class list or timetable from a file; look before it is kept."),
        ),
        Key(
            "timetable",
            "m",
            mark("make a timetable"),
            mark("Make a timetable: days, hours, and a few letters for each child."),
        ),
        Key("by_hand", "h", mark("by hand"), mark("Type a day yourself.")),
        Key("week", "w", mark("this week"), mark("What this week asks for, from all talks of the year.")),
        Key("done", "d", mark("carried out"), mark("It is done; add a line on what came of it.")),
        Key("put_off", "l", mark("another day"), mark("Move it: type when, as on the agreements.")),
        Key("dropped", "x", mark("drop it"), mark("It will not happen; say why.")),
        Key("further", "v", mark("ahead"), mark("What comes later this year too; again: only these weeks.")),
        Key("hold", "g", mark("talk now"), mark("Hold it as a talk: card, board and agreements.")),
        Key(
            "information",
            "i",
            mark("information moments"),
            mark("What families wish to meet about this year: which group, when."),
        ),
        Key("decide", "enter", mark("decide"), mark("Type which group and when; - takes it away.")),
        Key("one_topic", "s", mark("one topic"), mark("Two topics are one; once more: apart again.")),
        Key("purge", "e", mark("empty"), mark("See which talks were handed over long ago, and empty them.")),
        Key(
            "empty",
            "enter",
            mark("empty"),
            mark("Empty these talks; all that stays is that they took place."),
        ),
        Key("rescue", "enter", mark("put it right"), mark("Put the previous version back.")),
        Key("take", "enter", mark("take this one"), mark("Practise with this situation.")),
        Key("draw", "n", mark("draw one"), mark("Let one be drawn that was not practised yet.")),
        Key("deal", "enter", mark("deal the cards"), mark("A card for each who plays, read one at a time.")),
        Key("another", "n", mark("draw another"), mark("Draw another situation.")),
        Key("kind", "k", mark("kind of talk"), mark("Another kind of talk, with its own phases.")),
        Key("pace", "s", mark("pace"), mark("How fast the clock runs: as time does, or two or four times.")),
        Key("turn_card", "enter", mark("turn the card"), mark("Read the card; once more covers it.")),
        Key("card_before", "escape", mark("back"), mark("Cover the card; once more: the card before.")),
        Key("once_more", "enter", mark("once more"), mark("Choose another situation, or draw one.")),
        Key("same_again", "z", mark("same situation"), mark("The same situation, with other cards.")),
        Key("cards", "k", mark("cards"), mark("What stood on the cards.")),
        Key("to_talk", "escape", mark("back to the talk"), mark("Go on with a talk that was set aside.")),
        Key("next_page", "pagedown", mark("next page"), mark("The next page.")),
        Key("previous_page", "pageup", mark("previous page"), mark("The previous page.")),
    )
}

Row = tuple[str, str]
"""Keys in Textual's names, or a sign, with a sentence for the help."""

BOARD_LINE: tuple[Row, ...] = (
    ("tab,shift+tab", mark("another voice, also with text typed")),
    ("enter", mark("put the line on the agenda of that voice")),
    ("up", mark("choose a point: the next line becomes a note under it")),
    ("down", mark("on an empty line: what you prepared; enter puts it on the board")),
    ("right", mark("with a point chosen: change it")),
    ("left", mark("with a point chosen: change its last note")),
    ("delete", mark("with a point chosen: remove it")),
    ("pagedown", mark("where parents filled in a form: what stands out in it, and filling it in")),
    ("escape", mark("let go of the point, then of the question")),
)
"""What the line of the board does; the help tells of each as far as the page hears it."""

BOARD_SIGNS: tuple[Row, ...] = (
    ("!", mark("in front of a line: an agreement; alone: the chosen point becomes one")),
    ("*", mark("in front of a line: the goal, what you want to reach together")),
    (">", mark("alone, with a point chosen: keep it for the next contact moment")),
    (mark("p: c: t:"), mark("in front of a line: pupil, parents, teacher; a sign twice is just a text")),
)
"""What may stand in front of a line there."""

CLOSING_LINE: tuple[Row, ...] = (
    ("enter", mark("take the line, as understood or as typed; alone: on to what is still missing")),
    ("up,down", mark("another row")),
    ("tab", mark("take what is offered, else the dim letters after the cursor")),
    (
        "right",
        mark("on a contact moment: the part to correct; an open line or an agreement comes back to the line"),
    ),
    ("left", mark("the part before; on an open line: its last part")),
    ("delete", mark("remove the row, or take the answer back")),
    ("pagedown", mark("the rest: first contact, number and mail, and so on")),
    ("pageup", mark("put the rest away again")),
    ("escape", mark("one step back, in the end to the board")),
)
CLOSING_SIGNS: tuple[Row, ...] = (
    ("-", mark("none, or no")),
    ("!", mark("in front of a line: an agreement; twice is just a text")),
    ("*", mark("in front of a line: the goal, what you want to reach together")),
)
SETTINGS_LINE: tuple[Row, ...] = (
    ("up,down", mark("another row")),
    ("pageup,pagedown", mark("some rows further")),
    ("enter", mark("keep what is typed; on an empty line: bring back what is there")),
    ("delete", mark("on an empty line: clear what is there")),
    ("escape", mark("on an empty line: back")),
)
SETTINGS_SIGNS: tuple[Row, ...] = (("-", mark("entered alone: clear what is there")),)
LIST_KEYS: tuple[Row, ...] = (
    ("up,down", mark("another row")),
    ("home,end", mark("the first or the last row")),
)
"""What a list of rows does by itself."""

GAP = "    "
"""Between two keys on a key line."""

LEAD, RESTING = "  ", "… "
"""What stands in front of the keys; and while a press does nothing, because it came too soon."""

STEPS = tuple(KEYS[each].keys for each in ("undo", "redo", "undo_letter", "redo_letter"))
"""What takes one step each time it is pressed, also on a line: not while it is held."""

EVERYWHERE = tuple(key.id for key in KEYS.values() if key.everywhere)
WORK_EVERYWHERE = frozenset(key for each in EVERYWHERE for key in KEYS[each].keys.split(","))
"""What is pressed for these, in Textual's names."""


def bindings(ids: Iterable[str], *, priority: bool = False) -> list[BindingType]:
    """Textual's bindings for these keys."""
    # the first picture shows keys before Textual is there
    from textual.binding import Binding

    found = (KEYS[each] for each in ids)
    return [Binding(key.keys, key.action, key.label, show=False, priority=priority) for key in found]

"""Messages to the app, in the past tense, one thing each: of the screens, and of the thread that saves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from store.domain.people import Presence
    from store.files.writer import Kept, NotKept
    from tui.desk.settings.settings_rows import SettingKind
    from tui.desk.setup.passphrase import Wish


@dataclass
class DiskTold(Message):
    """The writer kept something, or could not."""

    result: Kept | NotKept


@dataclass
class SheetCame(Message):
    """A sheet came over the page, and shows by this that nothing can be kept, in words."""

    show_not_saved: Callable[[str], None]


@dataclass
class CurtainLifted(Message):
    """Enter on the curtain: on to the running talk, or to the next family."""


@dataclass
class DayAsked(Message):
    """The teacher wants the day with all its slots; `said` is what there is to say there."""

    said: str = ""


@dataclass
class FirstQuestionsAnswered(Message):
    """What is asked once was answered or skipped; `said` is what the last answer came to."""

    said: str = ""


@dataclass
class SettingsAsked(Message):
    """The teacher wants the settings, perhaps to change what one row of them says."""

    row: SettingKind | None = None


@dataclass
class SettingsLeft(Message):
    """Done with the settings: back to where they were asked for."""


@dataclass
class LanguageChosen(Message):
    """From now on everything is said in this language."""

    language: str


@dataclass
class PreferencesChanged(Message):
    """The school decided something about covering, backing up or keeping; perhaps about backups."""

    about_backups: bool


@dataclass
class Coached(Message):
    """Of what the first talk teaches this was done so far, once for each time."""

    done: tuple[str, ...]


@dataclass
class PassphraseAsked(Message):
    """The teacher wants to set or change the passphrase, or to have a new recovery key."""

    wish: Wish


@dataclass
class SummaryAsked(Message):
    """The teacher wants the day's summary."""


@dataclass
class WeekAsked(Message):
    """The teacher wants to see what this week asks for."""


@dataclass
class InformationAsked(Message):
    """The teacher wants to see what families wish to meet on, and to decide."""


@dataclass
class CardAsked(Message):
    """The welcome card of this talk was asked for."""

    talk_id: str


@dataclass
class PreparationAsked(Message):
    """The board of this talk was asked for, with the clock off."""

    talk_id: str


@dataclass
class TalkBegun(Message):
    """The family sits down: this talk begins, or goes on, with these people."""

    talk_id: str
    presence: Presence


@dataclass
class TalkResumed(Message):
    """Back from the closing to the board of this talk."""

    talk_id: str


@dataclass
class ClosingAsked(Message):
    """On to the agreements of this talk."""

    talk_id: str


@dataclass
class ReadBackAsked(Message):
    """Nothing is missing: on to what this family gets, read back."""

    talk_id: str


@dataclass
class TalkSetAside(Message):
    """This talk stops for now."""

    talk_id: str


@dataclass
class CardLeft(Message):
    """Done with the card of this family: it did not come, or the card was only looked at."""


@dataclass
class TalkFinished(Message):
    """This talk is complete and done."""

    talk_id: str


@dataclass
class DamageMet(Message):
    """The file of this day can't be read."""

    date: date


@dataclass
class Rescued(Message):
    """What was damaged is in order again; the day to go on with."""

    date: date


@dataclass
class DemoAsked(Message):
    """The teacher wants to look around with an invented class."""


@dataclass
class ImportAsked(Message):
    """The teacher wants to read in a class list or timetable."""


@dataclass
class TimetableAsked(Message):
    """The teacher wants to make a timetable."""


@dataclass
class ByHandAsked(Message):
    """The teacher wants to type a day by hand."""


@dataclass
class KeyMade(Message):
    """The passphrase is set or changed; the recovery key to show, empty when it stayed the same."""

    recovery_key: str


@dataclass
class PassphraseLeft(Message):
    """Done with the passphrase or its recovery key, or skipped; `key_shown` when that key was shown."""

    key_shown: bool = False


@dataclass
class SealingStopped(Message):
    """The disk stopped while everything was being sealed: the next start finishes it."""


@dataclass
class PurgeAsked(Message):
    """The teacher wants to see what can be emptied."""


@dataclass
class Purged(Message):
    """The talks whose time was over are empty, or were left as they are."""

    count: int = 0


@dataclass
class SituationTaken(Message):
    """The team practises with the situation that was chosen or drawn."""


@dataclass
class SituationsAsked(Message):
    """The team wants to see what there is to practise with."""


@dataclass
class CardsDealt(Message):
    """The situation of the practice is chosen: on to the cards."""


@dataclass
class CardsRead(Message):
    """All who play know their cards: the practice talk can begin."""


@dataclass
class SameAgainAsked(Message):
    """The team practises the same situation once more."""

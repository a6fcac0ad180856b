"""What was read, put in the words of the screen and the short codes, reads the same again."""

import json
from dataclasses import replace

from store.domain.plan import Channel, ContactMoment, Initiative, Way, WhenKind
from store.export.wording.channels import is_held_by_screen
from store.export.wording.moments import when_words
from store.language import Translator
from store.planline.read import read_line
from tests.planline.year import DATA, DAY, NAMES, YEAR

NL = Translator("nl")
FILES = ("plan_lines.jsonl", "more_lines.jsonl", "family_lines.jsonl")
CHANNELS = {
    Channel.PHONE: "bellen",
    Channel.MAIL: "mailen",
    Channel.MESSAGE: "appen",
    Channel.VIDEO: "videobellen",
    Channel.VISIT: "gesprek",
    Channel.HOME_VISIT: "huisbezoek",
}
SIDES = {
    Initiative.TEACHER: "j>o",
    Initiative.PARENTS: "o>j",
    Initiative.PUPIL: "l>j",
    Initiative.EITHER: "met elkaar",
    None: "",
}


def by_name(way: Way) -> str:
    video = way.channel is Channel.VIDEO and not is_held_by_screen(way)
    called = f"via {way.name}" if video and way.name else way.name
    return f"{CHANNELS[way.channel]} {called}" if video else called or CHANNELS[way.channel]


def printed(moment: ContactMoment) -> str:
    parts = [
        " of ".join(map(by_name, moment.ways)),
        when_and_condition(moment),
        moment.lasting,
        f"{moment.minutes} min" if moment.minutes and not moment.limit else "",
        SIDES[moment.initiative],
        f"zonder {' en '.join(moment.without)}" if moment.without else "",
    ]
    if moment.condition.endswith(("altijd", "always")):
        # as on the screen, where *when* stands first
        parts[:2] = moment.condition, parts[0].replace("gesprek", "langskomen")
    head = " ".join(part for part in parts if part)
    return f"{head}: {moment.purpose}" if moment.purpose else head


def when_and_condition(moment: ContactMoment) -> str:
    """As on the screen: what is needed has its condition instead of a day, the rest both."""
    needed = moment.when is not None and moment.when.kind is WhenKind.ON_DEMAND
    when = "" if needed and moment.condition else when_words(moment.when, "", NL)
    return ", ".join(part for part in (when, moment.condition) if part)


def told(moment: ContactMoment) -> tuple[object, ...]:
    assert moment.when is not None
    when = replace(moment.when, warn=(), anchor="")
    return (
        moment.channel, moment.channel_name.casefold(), when, moment.initiative, moment.purpose,
        moment.minutes, moment.lasting, moment.condition, moment.without, moment.or_else,
    )  # fmt: skip


def test_every_moment_that_was_read_reads_the_same_from_its_print() -> None:
    lines = [
        json.loads(row)["line"]
        for name in FILES
        for row in (DATA / name).read_text(encoding="utf-8").splitlines()
    ]
    other = []
    for line in lines:
        reading = read_line(line, DAY, YEAR, NAMES)
        for moment in reading.moments if reading.ok else ():
            again = read_line(printed(moment), DAY, YEAR, NAMES)
            if not again.ok or [told(each) for each in again.moments] != [told(moment)]:
                other.append((line, printed(moment), again.errors))
    assert not other

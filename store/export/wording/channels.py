"""What the ways of contact are called, in one or two words, and by which of several it will be."""

from __future__ import annotations

from store.domain.plan import BY_SCREEN, MEETINGS, Channel, ContactMoment, Way
from store.export.wording.people import listed
from store.language import Translator, mark

CHANNELS = {
    Channel.VISIT: mark("at school"),
    Channel.PHONE: mark("phone"),
    Channel.VIDEO: mark("video call"),
    Channel.MAIL: mark("e-mail"),
    Channel.MESSAGE: mark("message"),
    Channel.HOME_VISIT: mark("home visit"),
}


def channel_words(channel: Channel | None, t: Translator) -> str:
    """Say how people reach each other, in one or two words; nothing where that is open."""
    return t(CHANNELS[channel]) if channel else ""


def is_held_by_screen(way: Way) -> bool:
    """Return whether it is a meeting with a name of its own, by screen: *digitale inloop*."""
    name = way.name.casefold().split()
    return way.channel is Channel.VIDEO and bool(name) and name[0] in BY_SCREEN


def by_which_words(moment: ContactMoment, t: Translator) -> str:
    """Say by which of several ways it will be, in the middle of a sentence: "per telefoon of per mail"."""
    return listed([_by_way(way, t) for way in moment.ways], t, choice=True)


def _by_way(way: Way, t: Translator) -> str:
    if way.name and way.channel in MEETINGS:
        return way.name
    said = t(_BY[way.channel])
    return t("{said} via {name}", said=said, name=way.name) if way.name else said


_BY = {
    Channel.VISIT: mark("at school"),
    Channel.PHONE: mark("by phone"),
    Channel.VIDEO: mark("by video call"),
    Channel.MAIL: mark("by e-mail"),
    Channel.MESSAGE: mark("by message"),
    Channel.HOME_VISIT: mark("at home"),
}

"""What the ways of contact are called, in one or two words."""

from __future__ import annotations

from store.domain.plan import BY_SCREEN, Channel, ContactMoment
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


def is_held_by_screen(moment: ContactMoment) -> bool:
    """Say whether it is a meeting with a name of its own, by screen: *digitale inloop*."""
    name = moment.channel_name.casefold().split()
    return moment.channel is Channel.VIDEO and bool(name) and name[0] in BY_SCREEN

"""What the ways of contact are called, in one or two words."""

from __future__ import annotations

from store.domain.plan import Channel
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

"""Find a way of contact in a word that is longer: *belmomentje*, *videogesprek*."""

from __future__ import annotations

from functools import cache

from store.domain.plan import Channel
from store.planline import contact_words, step_words, words
from store.planline.typos import is_known


def means_a_way(word: str) -> bool:
    """Return whether one word names a way of contact, known or put together: *videobellen*, *weekmail*."""
    return word in contact_words.CHANNELS or by_its_ending(word) is not None


def by_its_ending(word: str) -> Channel | None:
    """Return the channel of a compound: *spraakberichtje*, *weekmail*."""
    if (whole := not_small(word)) and (channel := contact_words.CHANNELS.get(whole)) is not None:
        return channel
    if (stem := word.removesuffix("en")) != word and stem in _ENGLISH_VERBS:
        # *callen*, *texten*
        return contact_words.CHANNELS[stem]
    for end in contact_words.MEETING_ENDS:
        if (channel := contact_words.CHANNELS.get(word.removesuffix(end))) is not None and word.endswith(end):
            return channel
    if word.startswith("langs") and word.endswith("en") and len(word) > len("langsen"):
        # *langswippen*, *langsfietsen*: to drop in, by whatever verb
        return Channel.VISIT
    if (verb := behind_a_particle(word)) in step_words.CONTACT_VERBS | step_words.INFINITIVES:
        return contact_words.CHANNELS.get(verb)
    verb = next((each for each in _CALLS if word.endswith(each)), "")
    fronted = shortened(word.removesuffix(verb)) if verb else None
    if fronted is not None and fronted not in (Channel.VISIT, Channel.HOME_VISIT):
        # *facebellen*, *appbellen*: a call by whatever its front is short for; *aanbellen* is none
        return fronted if fronted is Channel.VIDEO else Channel.PHONE
    if len(word) >= _FRONT_ALONE and not is_known(word) and (cut_off := shortened(word)):
        # *beeldbel*, *videob*: broken off in haste
        return cut_off
    if word.endswith(_SMALL_CALLS) and shortened(word[: -len(_SMALL_CALLS)]) is Channel.VIDEO:
        # *beeldbelletje*
        return Channel.VIDEO
    return next(
        (found for end, found in contact_words.ENDINGS.items() if word.endswith(end) and word != end), None
    )


_ENGLISH_VERBS = words.those("call text phone message")


def not_small(word: str) -> str:
    """Return the word that *belmomentje*, *huisbezoekjes* is small for; empty when it is not small."""
    small = word.removesuffix("s").removesuffix("je")
    return small if small != word and word.removesuffix("s").endswith("je") else ""


_CALLS = ("bellen", "belt")
_SMALL_CALLS = "belletje"


@cache
def shortened(front: str) -> Channel | None:
    """Return the way of contact that a front of three letters or more is short for: *tele*, *face*, *app*."""
    meant = {way for word, way in contact_words.CHANNELS.items() if word.startswith(front)}
    return meant.pop() if len(front) >= SHORT_FRONT and len(meant) == 1 else None


SHORT_FRONT = 3
_FRONT_ALONE = 6
"""Letters of a front that can stand alone: *beeld* and *video* are words of their own."""


def behind_a_particle(word: str) -> str:
    """Return the verb of *nabellen*, *bijpraten*; empty when it begins with no particle."""
    begun = next((each for each in contact_words.PARTICLES if word.startswith(each)), None)
    return word.removeprefix(begun) if begun else ""

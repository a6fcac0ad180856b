"""Who is the first contact for the school: mostly one of the carers this talk is with."""

from __future__ import annotations

from store.domain.talk import Talk


def named_contacts(text: str, talk: Talk) -> tuple[str, ...]:
    """Return the ids of the carers whose name holds this text."""
    return tuple(carer.id for carer in talk.audience if text.casefold() in carer.name.casefold())


def next_contact(talk: Talk) -> str:
    """Return the id of the carer behind the present first contact; empty, for nobody, behind the last."""
    around = ["", *(carer.id for carer in talk.audience)]
    now = talk.arrangements.first_contact
    return around[(around.index(now if now in around else "") + 1) % len(around)]

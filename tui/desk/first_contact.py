"""Who is the first contact for the school: one of the carers this talk is with."""

from __future__ import annotations

from store.domain.talk import Talk


def named_contact(text: str, talk: Talk) -> str | None:
    """Return the id of the one carer whose name holds this text; None for nobody, or more than one."""
    found = [carer.id for carer in talk.audience if text.casefold() in carer.name.casefold()]
    return found[0] if len(found) == 1 else None


def next_contact(talk: Talk) -> str:
    """Return the id of the carer behind the present first contact; empty, for nobody, behind the last."""
    around = ["", *(carer.id for carer in talk.audience)]
    now = talk.arrangements.first_contact
    return around[(around.index(now if now in around else "") + 1) % len(around)]

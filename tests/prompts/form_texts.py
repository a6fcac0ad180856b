"""Every text of a form that parents fill in."""

from __future__ import annotations

from collections.abc import Iterator

from prompts.form import Form


def texts_of(form: Form) -> Iterator[str]:
    """Every text of a form."""
    yield from (form.title, *form.lead, *form.answers)
    for part in form.parts:
        yield from filter(None, (part.title, part.ask, part.own))
        yield from (entry.text for entry in part.entries)

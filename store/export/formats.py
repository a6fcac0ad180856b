"""The formats a day can be exported in, by name. Each is loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from store.domain.day import SchoolDay
from store.domain.school import School
from store.language import Translator

Exporter = Callable[[SchoolDay, School, Translator], bytes]
"""A day with its school → the content of one file, in the language of the translator."""


def _markdown(day: SchoolDay, school: School, t: Translator) -> bytes:
    from store.export.summary import summary_markdown

    return summary_markdown(day, school, t).encode()


def _text(day: SchoolDay, school: School, t: Translator) -> bytes:
    from store.export.summary import summary_text

    return summary_text(day, school, t).encode()


EXPORTERS: Mapping[str, Exporter] = {"md": _markdown, "txt": _text}
"""The name of a format is also the suffix of its file."""

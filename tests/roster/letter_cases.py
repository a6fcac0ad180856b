"""Texts that were pasted from a letter, in which the talks stand within sentences."""

from __future__ import annotations

from collections.abc import Iterator


def letters() -> Iterator[tuple[str, str, str]]:
    """Yield each text: its name, its encoding and what is in it."""
    for name, text in _written():
        yield f"{name}.txt", "utf-8", text


def _written() -> Iterator[tuple[str, str]]:
    yield (
        "several talks in a sentence",
        (
            "Beste collega,\n\n"
            "Op dinsdag 15 september verwachten we: 14.00 Pim de Boer, 14.20 Aya Kok en 14.40 Sem Vos.\n"
            "Op donderdag 17 september verwachten we: 14.00 Bo Dam, 14.20 niemand.\n\nGroet, Els\n"
        ),
    )
    yield (
        "a day within a sentence above the talks",
        (
            "Hoi Els, hier de planning voor di 15 sept:\n14:00 Pim de Boer\n14:20 van der Laan, Aya\n"
            "14:40 pauze\n"
            "15:00 Sem Vos (met oma)\n"
        ),
    )
    yield (
        "times behind names in a sentence",
        (
            "Op dinsdag 15 september verwachten we Pim de Boer om 14.00 uur, Aya Kok om 14.20 uur\n"
            "en Sem Vos om 14.40 uur, graag met tolk.\n"
        ),
    )
    yield (
        "a day behind each name",
        "14.00 Pim de Boer (di 15 sep)\n14.20 Aya Kok (di 15 sep)\n14.00 Bo Dam (do 17/9)\n",
    )
    yield (
        "a weekday, a time, a name and a room",
        "ma 14:00: Pim de Boer | lokaal 3\ndi 14:00: Aya Kok | lokaal 4\n",
    )
    yield (
        "two days in one sentence, and times",
        (
            "Wij hebben op dinsdag 15 september en donderdag 17 september gesprekken.\n14.00 Pim de Boer\n"
            "14.20 Aya Kok\n"
        ),
    )

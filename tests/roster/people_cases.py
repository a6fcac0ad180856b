"""Files in which it has to be found out who somebody is, and whose a number or an address is."""

from __future__ import annotations

from collections.abc import Iterator

TALK = "Datum;Tijd;Leerling;"


def people() -> Iterator[tuple[str, str, str]]:
    """Yield each file: its name, its encoding and its text."""
    yield from _whose()


def _whose() -> Iterator[tuple[str, str, str]]:
    yield (
        "mail and phone among the pupil's.csv",
        "utf-8",
        "Leerlingnummer;Roepnaam;E-mailadres;Mobiel nummer;Verzorger 1;E-mailadres verzorger 1;"
        + "Mobiel verzorger 1;Verzorger 2;Mobiel verzorger 2\n"
        + "1023;Tess;tess@school.example;0600000001;Bea Hof;bea@example.org;0600000002;Ab Hof;0600000003\n",
    )
    yield (
        "mail and phone behind the parents.csv",
        "utf-8",
        "Leerling;Telefoon thuis;Ouder 1;Mobiel ouder 1;E-mail ouder 1;Privé e-mail ouder 1;Telefoon;E-mail\n"
        + "Milan Mos;0100000001;Joke;0600000001;joke@example.org;j@example.org;0600000002;mos@example.org\n",
    )

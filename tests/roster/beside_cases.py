"""Files in which more than a name stands below a day, a time or a teacher."""

from __future__ import annotations

from collections.abc import Iterator

_PAIRS = "13:00;Milan Mos;Joke Mos;Ties Kok;Nour Kok\n13:20;Aya Kok;Nour Haddad;Roos Vos;Ria Vos\n"
_ROOMS = "14:00;Pim de Boer;lokaal 3;Aya Kok;lokaal 3\n14:20;Sem Vos;lokaal 3;;\n"


def beside() -> Iterator[tuple[str, str, str]]:
    """Yield each file: its name, its encoding and its text."""
    for name, text in _files():
        yield f"{name}.csv", "utf-8", text


def _files() -> Iterator[tuple[str, str]]:
    pairs = "Tijd;Leerling;Ouder;Leerling;Ouder\n"
    yield "days over pupils and parents", ";25-8-2026;;27-8-2026;\n" + pairs + _PAIRS
    yield "weekdays over pupils and parents", "Week 36;maandag;;dinsdag;\n" + pairs + _PAIRS
    yield "days with the headers", pairs.replace("Leerling", "Leerling di 25/8", 1).replace(
        "Leerling;", "Leerling (do 27/8);", 1
    ) + _PAIRS  # fmt: skip
    yield "days beside the header of the times", "Tijd;25 aug;;27 aug;\n;Kind;Ouder;Kind;Ouder\n" + _PAIRS
    yield "teachers over pupils and parents", "25-8-2026;Juf Els;;Tom;\n" + pairs + _PAIRS
    yield "rooms over pupils and parents", "25-8-2026;Lokaal 3;;Lokaal 4;\n" + pairs + _PAIRS
    yield "groups over pupils and parents", "25-8-2026;Groep 3A;;Groep 3B;\n" + pairs + _PAIRS
    yield (
        "days and teachers over pupils",
        (
            ";di 25-8-2026;;do 27-8-2026;\n;Els;Tom;Els;Tom\nTijd;Kind;Kind;Kind;Kind\n"
            "13:00;Milan Mos;Aya Kok;Ties Kok;Roos Vos\n"
        ),
    )
    yield (
        "two pupils at a time, each with a parent",
        (
            "Datum;Tijd;Leerling;Ouder;Leerling;Ouder;Duur\n"
            "25-8-2026;13:00;Milan Mos;Joke Mos;Ties Kok;Nour Kok;15\n"
        ),
    )
    yield "rooms beside pupils", "Tijd;ma 14 sep;;di 15 sep;\n" + _ROOMS + "14:40;pauze;;Roos Vos;2.04\n"
    yield "rooms below their header beside pupils", "Tijd;ma 14 sep;lokaal;di 15 sep;lokaal\n" + _ROOMS
    yield "rooms beside pupils of one day", "Tijd;ma 14 sep;\n14:00;Pim de Boer;lokaal 3\n14:20;Sem Vos;\n"
    yield (
        "times over pupils and rooms",
        ("Dag;13:00;;13:20;\ndi 25-8-2026;Milan Mos;aula;Aya Kok;lokaal 2\ndo 27-8-2026;Ties Kok;aula;;\n"),
    )
    yield (
        "teachers over pupils and rooms",
        (
            "Datum;Tijd;Juf Els;Lokaal;Tom;Lokaal\n"
            "14-9-2026;14:00;Pim de Boer;3;Aya Kok;4\n14-9-2026;14:20;Sem Vos;3;;\n"
        ),
    )
    yield (
        "numbers beside pupils",
        (";ma 14 sep;;di 15 sep;\n14:00;Pim Bos;0612345678;Aya Kok;0612345679\n14:20;Sem Vos;0612345670;;\n"),
    )
    yield (
        "anything beside pupils",
        ("Tijd;ma 14 sep;;di 15 sep;\n14:00;Pim Bos;komt met oma;Aya Kok;Joke Kok\n14:20;Sem Vos;;;\n"),
    )
    yield (
        "a room beside pupils of one teacher",
        "Tijd;Els;Lokaal;Tom\n14-9-2026\n14:00;Pim Bos;3;Aya Kok\n14:20;Sem Vos;3;\n",
    )
    yield (
        "rooms with the days over pupils",
        "Tijd;ma 14 sep (lokaal 3);di 15 sep (lokaal 4)\n14:00;Pim Bos;Aya Kok\n14:20;Sem Vos;\n",
    )
    yield (
        "teachers with the days over pupils and rooms",
        "Tijd;ma 14 sep - Juf Els;;ma 14 sep - Tom;\n14:00;Pim Bos;aula;Aya Kok;hal\n14:20;Sem Vos;aula;;\n",
    )
    yield (
        "rooms with the days over pupils and parents",
        ";ma 14 sep (lokaal 3);;di 15 sep (lokaal 4);\nTijd;Leerling;Ouder;Leerling;Ouder\n" + _PAIRS,
    )
    yield from _lower()


def _lower() -> Iterator[tuple[str, str]]:
    pair, other = "13:00;Milan Mos;Joke Mos;Ties Kok;Nour Kok\n", "13:00;Bo Dam;Eva Dam;Sem Vos;Ria Vos\n"
    heads = "Tijd;Leerling;Ouder;Leerling;Ouder\n"
    yield (
        "pupils numbered below days",
        ";25-8-2026;;27-8-2026;\nTijd;Leerling 1;Ouder 1;Leerling 2;Ouder 2\n" + pair,
    )
    yield (
        "one day with a column more",
        ";25-8-2026;;;27-8-2026;\nTijd;Leerling;Ouder;Telefoon;Leerling;Ouder\n"
        "13:00;Milan Mos;Joke Mos;0612345678;Ties Kok;Nour Kok\n",
    )
    yield (
        "other days below with headers",
        f";25-8-2026;;27-8-2026;\n{heads}{pair};1-9-2026;;3-9-2026;\n{heads}{other}",
    )
    yield "other days below without", f";25-8-2026;;27-8-2026;\n{heads}{pair};1-9-2026;;3-9-2026;\n{other}"
    yield "headers again on the next page", f";25-8-2026;;27-8-2026;\n{heads}{pair}{heads}{other}"
    yield (
        "weeks below each other",
        "Week 38;ma;di\n14:00;Pim Bos;Aya Kok\nWeek 39;ma;di\n14:00;Bo Dam;Sem Vos\n",
    )

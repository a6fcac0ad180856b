"""Files as booking programs and forms write them, with headers of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def booked() -> Iterator[tuple[str, str, str]]:
    """Yield each file: its name, its encoding and its text."""
    for name, text in (*_programs(), *_columns()):
        yield f"{name}.csv", "utf-8", text
    for name, titles in _calendars():
        yield f"{name}.ics", "utf-8", _calendar(titles)


def _programs() -> Iterator[tuple[str, str]]:
    yield (
        "begin and end with their dates",
        (
            "Leerling,Begindatum en -tijd,Einddatum en -tijd\n"
            "Pim de Boer,14-9-2026 14:00,14-9-2026 14:15\nAya Kok,14-9-2026 14:15,14-9-2026 14:30\n"
        ),
    )
    yield "begin and end in one column", 'Leerling,Datum,"Tijd (van - tot)"\nPim Bos,14-9-2026,14:00-14:15\n'
    yield (
        "questions in the headers of answers",
        (
            "Invitee Name,Invitee Email,Start Date & Time,End Date & Time,Response 1 (Naam van uw kind),"
            "Response 2 (Telefoonnummer),Event Created Date & Time,Canceled\n"
            "Joke Bos,joke@example.org,2026-09-14 02:00 pm,2026-09-14 02:15 pm,Pim de Boer,0612345678,"
            "2026-08-10 03:00 pm,false\n"
        ),
    )
    yield (
        "questions behind their number",
        (
            "Vraag 1: Naam van uw kind,Vraag 2: Uw naam,Vraag 3: Waar wilt u het over hebben?,Datum,Tijd\n"
            "Pim de Boer,Joke Bos,lezen,14-9-2026,14:00\n"
        ),
    )
    yield (
        "numbered questions",
        (
            "1. Naam van uw kind,2. Uw naam,3. Telefoonnummer,Datum,Tijd\n"
            "Pim Bos,Joke Bos,0612345678,14-9-2026,14:00\n"
        ),
    )
    yield (
        "who books beside the child",
        (
            "Deelnemer,E-mail,Start,Vraag - Hoe heet je kind?\n"
            "Joke Bos,joke@example.org,14-9-2026 14:00,Pim de Boer\n"
        ),
    )
    yield (
        "titles beside begin and end",
        "Titel,Begin,Einde\nStartgesprek Pim de Boer,14-9-2026 14:00,14-9-2026 14:15\n",
    )
    yield (
        "only who books",
        "Invitee Name,Start Date & Time\nJoke Bos,2026-09-14 14:00\nAya Kok,2026-09-14 14:20\n",
    )
    yield (
        "pupils below a header of their own",
        (
            "Datum,Tijd,Iets,Ouder\n14-9-2026,14:00,Pim de Boer,Joke Bos\n"
            "14-9-2026,14:20,Aya Kok,Nour Haddad\n"
        ),
    )


def _columns() -> Iterator[tuple[str, str]]:
    yield (
        "a weekday beside the moment",
        (
            "Leerling;Dag;Start\nPim Bos;ma;14-9-2026 14:00\nAya Kok;di;15-9-2026 14:20\n"
            "Bo Dam;do;16-9-2026 14:40\n"
        ),
    )
    yield (
        "with whom, and a number",
        (
            "Leerling;Met wie;Telefoon;Datum;Tijd\nPim Bos;moeder;0612345678;14-9-2026;14:00\n"
            "Aya Kok;Nour Haddad;0612345679;14-9-2026;14:20\n"
        ),
    )
    yield "with which teacher", "Leerling;Met wie;Datum;Tijd\nPim Bos;juf Els;14-9-2026;14:00\n"
    yield (
        "interpreters nobody knows yet",
        (
            "Leerling;Tolk\nPim Bos;nog niet bekend\nAya Kok;onbekend\nBo Dam;?\nSem Vos;weet ik niet\n"
            "Ties Pol;n.n.b.\n"
            "Roos Pol;nog vragen\nKim Pol;eventueel\nFay Pol;niet nodig\n"
        ),
    )
    yield (
        "remarks of who has no talk",
        (
            "Leerling;Datum;Tijd;Tolk;Opmerking\nPim Bos;14-9-2026;14:00;;oma mee\n"
            "Aya Kok;;;Tante Fatma;vader is op reis\n"
            "Bo Dam;;;;nog geen afspraak\nSem Vos;;;;belt zelf\n"
        ),
    )
    yield (
        "places at school or not",
        (
            "Leerling;Datum;Tijd;Plaats\nPim Bos;14-9-2026;14:00;school\n"
            "Aya Kok;14-9-2026;14:20;bij Aya thuis\n"
            "Bo Dam;14-9-2026;15:20;online\nSem Vos;14-9-2026;15:40;lokaal 3\n"
        ),
    )
    yield (
        "where parents work",
        "Leerling;Datum;Tijd;Waar werkt u?\nPim Bos;14-9-2026;14:00;thuis\n",
    )
    yield (
        "where the talk is, and where a child lives",
        ("Leerling;Plaats;Datum;Tijd;Waar?\nPim Bos;Zeist;14-9-2026;14:00;thuis\n"),
    )


def _calendars() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield (
        "titles with group and parent",
        (
            "Startgesprek groep 5 – Pim de Boer (mw. De Boer)",
            "Startgesprek groep 5 – Aya Kok (dhr. Kok)",
            "Pim - startgesprek",
        ),
    )
    yield (
        "titles with more in them",
        (
            "Startgesprek: Pim de Boer / ouders: Joke Bos",
            "Startgesprek Aya Kok met Eva Kok en juf Els in lokaal 3",
            "Startgesprek – Sem Vos – online",
            "20 min startgesprek (Bo Dam)",
            "Startgesprek ouders van Roos Pol (5A)",
            "Startgesprek Milan Mos - Joke Bos",
            "Startgesprek moeder Ria Vos",
        ),
    )
    yield "titles of brothers and sisters", ("Startgesprek Milan Mos", "Startgesprek Lotte Mos")
    yield "titles of two with one first name", ("Milan Mos - startgesprek", "Milan Kok - startgesprek")
    yield (
        "titles with the last name ahead",
        ("Startgesprek van der Laan, Pim", "Gesprek met van Dijk, Aya", "Startgesprek Van den Berg Sofie"),
    )


def _calendar(titles: Sequence[str]) -> str:
    """A calendar with an event of twenty minutes for each title, one after the other."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for at, title in enumerate(titles):
        moments = [f"20260914T{14 + minutes // 60}{minutes % 60:02}00" for minutes in (20 * at, 20 * at + 20)]
        lines += ["BEGIN:VEVENT", f"UID:{at}", f"DTSTART:{moments[0]}", f"DTEND:{moments[1]}"]
        lines += [f"SUMMARY:{title}", "END:VEVENT"]
    return "\r\n".join((*lines, "END:VCALENDAR", ""))

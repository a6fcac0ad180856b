"""Files that were made in haste: without headers, broken off, with what a spreadsheet left in them."""

from __future__ import annotations

from collections.abc import Iterator


def hasty() -> Iterator[tuple[str, str, str]]:
    """Yield each file: its name, its encoding and its text."""
    yield from _without_headers()
    yield from _numbers()
    yield from _namesakes()
    yield from _broken_off()
    yield from _days()
    yield from _loose_commas()
    yield "only a name among talks.ics", "utf-8", _events()
    yield (
        "an address of the family.csv",
        "utf-8",
        "Leerling;E-mail;Ouder 1;Telefoon 1;Ouder 2;Telefoon 2\n"
        + "Milan Mos;fammos@example.org;Joke Mos;0600000001;Hans Mos;0600000002\n"
        + "Aya Kok;kok@example.org;Nour Kok;0600000003;;\n",
    )
    yield (
        "one teacher called in two ways.csv",
        "utf-8",
        "Leerling;Leerkracht;Datum;Tijd\nMilan Mos;Juf Els;25-8-2026;13:00\n"
        + "Aya Kok;Meester Tom;25-8-2026;13:00\nFinn Dam;Juf Els;25-8-2026;13:20\n"
        + "Ties Pol;Els en Tom;25-8-2026;13:40\n",
    )


def _without_headers() -> Iterator[tuple[str, str, str]]:
    yield (
        "no headers, with numbers and addresses.csv",
        "utf-8",
        "8-9-2026;13:00;Milan van der Laan;Joke Bos;0600002001;joke@example.org\n"
        + "8-9-2026;13:20;Aya Bensaïd;Nour Haddad;06-0000 2003;nour@example.org\n"
        + "10-9-2026;15:00;Finn Mos;Carla Mos;600002004;carla@example.org\n",
    )
    yield (
        "no headers, a class list.csv",
        "utf-8",
        "412;Milan;van der;Laan;5A;04-11-2017;Joke Bos;0600002001;joke@example.org\n"
        + "413;Aya;;Bensaïd;5A;12-03-2018;Nour Haddad;0600002003;nour@example.org\n",
    )
    yield (
        "no headers, numbers behind both parents.csv",
        "utf-8",
        "25-08-2026 13:00;Milan Mos;Joke Mos;Hans Kok;0612345678;0687654321\n"
        + "25-08-2026 13:20;Aya Kok;Nour Kok;;0612345679;\n",
    )
    yield (
        "no headers, one time in words.csv",
        "utf-8",
        "25-08-2026;13:00;Milan Mos;Joke Mos;Juf Els\n25-08-2026;13:20;Aya Kok;Nour Kok;Juf Els\n"
        + "25-08-2026;ochtend;Finn Dam;;Juf Els\n25-08-2026;14:00;Roos Vos;Ria Vos;Juf Els\n",
    )
    yield (
        "no headers, an address of nobody knows whom.csv",
        "utf-8",
        "25-8-2026;13:00;Milan Mos;joke@example.org\n25-8-2026;13:20;Aya Kok;nour@example.org\n",
    )


def _numbers() -> Iterator[tuple[str, str, str]]:
    yield (
        "numbers that lost their 0.csv",
        "utf-8",
        "Leerling;Ouder;Telefoon\nMilan Mos;Joke Mos;6 00002003\nAya Kok;Nour Kok;20-0000201\n"
        + "Finn Dam;Eva Dam;31 6 0000 2004\nRoos Vos;Ria Vos;6 00002005 (werk) / 0600002006\n"
        + "Bo Pol;Jan Pol;06‑0000‑2007\n",
    )


def _namesakes() -> Iterator[tuple[str, str, str]]:
    yield (
        "two of one name with other parents.csv",
        "utf-8",
        "Roepnaam;Achternaam;Groep;Ouder;Telefoon;Datum;Tijd\n"
        + "Emma;de Vries;5;Joke Bos;0600002001;25-8-2026;13:00\n"
        + "Emma;de Vries;5;Nour Haddad;0600002003;25-8-2026;13:20\n"
        + "Finn;Mos;5;Carla Mos;0600002004;25-8-2026;13:40\nFinn;Mos;5;Carla;;27-8-2026;14:00\n"
        + "Bo;Pol;5;Eva Pol;0600002005;27-8-2026;14:20\nBo;Pol;5;Jan Dam;;27-8-2026;14:20\n",
    )
    yield (
        "a row for each parent.csv",
        "utf-8",
        "Leerling;Ouder\nMilan Mos;Joke Mos\nMilan Mos;Hans Kok\nAya Kok;Nour Kok\nAya Kok;Sam Pol\n"
        + "Bo Vos;Eva Vos\nBo Vos;Jan Dam\n",
    )
    yield (
        "one of one name with other parents.csv",
        "utf-8",
        "Leerling;Ouder\nEmma de Vries;Joke Bos\nEmma de Vries;Nour Haddad\nAya Kok;Sam Kok\n",
    )


def _broken_off() -> Iterator[tuple[str, str, str]]:
    head = "Leerling;Ouder;Telefoon;Datum;Tijd\nMilan Mos;Joke Mos;0600002001;25-8-2026;13:00\n"
    yield "broken off within quotes.csv", "utf-8", head + 'Finn Dam;"Carla Dam;06000'
    yield "broken off in a number.csv", "utf-8", head + "Finn Dam;Carla Dam;06000"
    yield "inches at the end.csv", "utf-8", head + 'Finn Dam;Carla Dam;0600002004;25-8-2026;13:20 3"'


def _days() -> Iterator[tuple[str, str, str]]:
    yield (
        "names that keep a time too.csv",
        "utf-8",
        "Leerling;Datum;Tijd\nVrij, Lotte de;8-9-2026;13:00\nLunch, Bo;8-9-2026;13:20\n"
        + "Pauze, koffie;8-9-2026;13:40\nVrij, Reserve;8-9-2026;14:00\nEinde, Kim;8-9-2026;14:20\n"
        + "Vrij;8-9-2026;14:40\nBezet, Ed;8-9-2026;15:00\nLunch, juf Els;8-9-2026;15:20\n",
    )
    yield (
        "names that keep a time too, in a class list.csv",
        "utf-8",
        "Leerling;Groep\nVrij, Lotte de;5\nPauze, An;5\nKoffie Jansen;5\nAal, Tom;5\nVrij;\n",
    )
    yield (
        "names that keep a time too, by day.csv",
        "utf-8",
        "Tijd;ma 7 september 2026;di 8 september 2026\n13:00;Vrij, Lotte de;Aal, Tom\n"
        + "13:20;Pauze;Lunch, Bo\n13:40;vrij;Mos, Pim\n",
    )
    yield (
        "weekdays beside their dates.csv",
        "utf-8",
        "Weekdag;Datum;Tijd;Leerling\nmaandag;07-09-2026;15:00;Ina Spar\n"
        + "dinsdag;09-09-2026;15:20;Pia Beuk\nwo;09-09-2026;15:40;Rik Den\ndi.;10-09-2026;15:40;Bo Mos\n",
    )
    yield (
        "another weekday below a date.csv",
        "utf-8",
        "Dag;Datum;Tijd;Leerling\nma;07-09-2026;15:00;Ina Spar\n;;15:20;Jo Den\ndi;;15:40;Pia Beuk\n",
    )
    yield (
        "days ahead of dates with the month first.csv",
        "utf-8",
        "Day;Date;Time;Student\nTue;9/1/2026;13:00;Milan Lane\nThu;9/3/2026;13:20;Aya Moss\n",
    )
    yield (
        "a week and a weekday.csv",
        "utf-8",
        "Week;Dag;Tijd;Leerling\n37;dinsdag;13:00;Milan Mos\n;dinsdag;13:20;Aya Kok\n"
        + "38;maandag;15:00;Finn Dam\n",
    )
    yield "the day with the header of the time.csv", "utf-8", "Tijd (8 september);Leerling\n13:00;Milan Mos\n"
    yield (
        "one moment in words.csv",
        "utf-8",
        'Pupil,Appointment\nMilan Lane,"Tue 8 Sep 2026, 1.20pm"\nAya Moss,"Thu 10 Sep 2026, 9.00am"\n'
        + 'Finn Kay,"Tue 8 Sep 2026, noon"\n',
    )
    yield (
        "what the child wants to talk about.csv",
        "utf-8",
        "Naam kind,Wat wilt u bespreken?,Wat wil uw kind bespreken?,Datum,Tijd\n"
        + "Milan Mos,lezen,voetbal,25-8-2026,13:00\n",
    )


def _loose_commas() -> Iterator[tuple[str, str, str]]:
    yield (
        "called off perhaps.csv",
        "utf-8",
        "Leerling;Datum;Tijd;Opmerking\nMilan Mos zegt misschien af;25-8-2026;13:00;\n"
        + "Aya Kok;25-8-2026;13:20;misschien af\nBo Vos;25-8-2026;13:40;zegt misschien af\n"
        + "Lotte Vis;25-8-2026;14:00;afgezegd, denk ik\nNina Bok komt wellicht niet;25-8-2026;14:20;\n"
        + "Jip Aap;25-8-2026;14:40;zegt af\n",
    )
    yield (
        "commas in names without quotes.csv",
        "utf-8",
        "Leerling,Datum,Tijd\nLaan, Milan van der,25-8-2026,13:00\nBensaïd, Aya,25-8-2026,13:20\n",
    )
    yield (
        "commas in all names without quotes.csv",
        "utf-8",
        "Leerling,Ouder,Datum,Tijd\nMos, Milan,Mos, Joke,25-8-2026,13:00\n"
        + "Kok, Aya,Kok, Nour,25-8-2026,13:20\n",
    )
    yield (
        "one comma too many in a remark.csv",
        "utf-8",
        "Leerling,Datum,Tijd,Opmerking\nMilan Mos,25-8-2026,13:00,leest graag, veel\n",
    )


def _events() -> str:
    booked = [
        ("T130000", "T132000", "Gesprek Milan Mos"),
        ("T132000", "T134000", "Gesprek Aya Kok"),
        ("T134000", "T140000", "Zoë de Vries"),
        ("T140000", "T142000", "Gesprek Bo Vos"),
        ("T150000", "T160000", "Studiedag Team"),
    ]
    events = (
        f"BEGIN:VEVENT\r\nUID:{start}\r\nDTSTART:20260825{start}\r\nDTEND:20260825{end}\r\n"
        f"SUMMARY:{title}\r\nEND:VEVENT\r\n"
        for start, end, title in booked
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(events)}END:VCALENDAR\r\n"

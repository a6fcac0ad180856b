"""Files as schools have them: those in `data/schools`, and others of the same kinds that are made here."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import xlsxwriter

from tests.roster.beside_cases import beside
from tests.roster.booked_cases import booked
from tests.roster.build import excel, open_document, workbook
from tests.roster.hasty_cases import hasty
from tests.roster.letter_cases import letters
from tests.roster.people_cases import people
from tests.roster.sheet_cases import sheets
from tests.roster.struck_cases import struck

SCHOOLS = Path(__file__).parent / "data" / "schools"
EXPECTED = Path(__file__).parent / "data" / "expected.txt"


def cases() -> dict[str, bytes]:
    """Return every file by its name."""
    given = {path.name: path.read_bytes() for path in sorted(SCHOOLS.iterdir())}
    return (
        given
        | {name: text.encode(encoding) for name, encoding, text in _texts()}
        | dict(_others())
        | dict(sheets())
        | dict(struck())
    )


def expected() -> dict[str, list[str]]:
    """Return what should come out of each file, line by line."""
    sections = EXPECTED.read_text("utf-8").split("== ")[1:]
    parts = (section.rstrip("\n").split("\n") for section in sections)
    return {name: lines for name, *lines in parts}


def _texts() -> Iterator[tuple[str, str, str]]:
    yield from _dates_and_times()
    yield from _names_and_letters()
    yield from _shapes()
    yield from _headers()
    yield from _more()
    yield from people()
    yield from beside()
    yield from booked()
    yield from letters()
    yield from hasty()


def _dates_and_times() -> Iterator[tuple[str, str, str]]:
    talk = "Datum;Tijd;Leerling\n"
    yield (
        "dates without a year.csv",
        "utf-8",
        talk + ("di 25 aug;13:00;Milan Mos\n25-8;13:20;Aya Kok\ndonderdag 14 januari;13:00;Finn Dam\n"),
    )
    yield (
        "iso with a zone.csv",
        "utf-8",
        "Start,End,Student\n"
        + (
            "2026-08-25T11:00:00Z,2026-08-25T11:20:00Z,Milan Lane\n"
            "2026-08-25T13:20:00+02:00,2026-08-25T13:40:00+02:00,Aya Moss\n"
        ),
    )
    yield (
        "american with slashes, nothing proves it.csv",
        "utf-8",
        "Date,Time,Student,Parent\n"
        + ("9/1/2026,3:00 PM,Milan Lane,Joke Lane\n9/3/2026,3:20 PM,Aya Moss,Nour Moss\n"),
    )
    yield (
        "american, a date above 12 proves it.csv",
        "utf-8",
        "Date,Time,Student\n" + ("9/1/2026,3:00-3:20 PM,Milan Lane\n9/15/2026,11:40-12:00 PM,Aya Moss\n"),
    )
    yield "dutch with slashes.csv", "utf-8", talk + "1/9/2026;13:00;Milan Mos\n3/9/2026;13:20;Aya Kok\n"
    yield "day first, two digits.csv", "utf-8", talk + "25-08-26;13:00;Milan Mos\n25-08-26;13:20;Aya Kok\n"
    yield (
        "weekday proves the order.csv",
        "utf-8",
        "Date,Time,Student\n" + ("Tue 9/1/2026,13:00,Milan Lane\nThu 9/3/2026,13:20,Aya Moss\n"),
    )
    yield (
        "birth dates with slashes.csv",
        "utf-8",
        "First Name,Last Name,Birthday\n" + ("Milan,Lane,11/4/2019\nAya,Moss,3/12/2020\n"),
    )
    yield "serial numbers.csv", "utf-8", talk + "46259;0,5416666667;Milan Mos\n46259;0.5555555555;Aya Kok\n"
    yield (
        "1899.csv",
        "utf-8",
        talk
        + ("25-08-2026 00:00;30-12-1899 13:00:00;Milan Mos\n25-08-2026 00:00;1899-12-30 13:20;Aya Kok\n"),
    )
    yield (
        "spoken times.csv",
        "utf-8",
        talk
        + (
            "25-08-2026;kwart over drie;Milan Mos\n25-08-2026;tien voor half vijf;Aya Kok\n"
            "25-08-2026;half negen 's avonds;Finn Dam\n25-08-2026;om 14u;Roos Vos\n"
            "25-08-2026;van 19.00u tot 19.20u;Sem Smit\n25-08-2026;9 uur;Bo Prins\n"
        ),
    )
    yield "three at night.csv", "utf-8", talk + "25-08-2026;03:00;Milan Mos\n25-08-2026;03:20;Aya Kok\n"
    yield (
        "on into the evening.csv",
        "utf-8",
        "Date,Time,Student\n"
        + ("2026-08-25,6:40,Milan Lane\n2026-08-25,7:00,Aya Moss\n2026-08-25,7:20,Finn Kay\n"),
    )
    yield "weekend.csv", "utf-8", talk + "29-08-2026;13:00;Milan Mos\n31-08-2026;13:00;Aya Kok\n"
    yield "last year.csv", "utf-8", talk + "26-08-2025;13:00;Milan Mos\n28-08-2025;13:00;Aya Kok\n"
    yield (
        "begin and end with lengths.csv",
        "utf-8",
        "Datum;Begin;Einde;Duur;Naam leerling\n"
        + ("25-08-2026;13:00;13:20;30;Milan Mos\n25-08-2026;13:20;;half uur;Aya Kok\n"),
    )
    yield "footnotes.csv", "utf-8", talk + "25-08-2026;¹13:00;Milan Mos\n25-08-2026;13:20*;Aya Kok\n"


def _names_and_letters() -> Iterator[tuple[str, str, str]]:
    two = "Roepnaam;Achternaam\n"
    yield "turkish.csv", "cp1254", two + "Yiğit;Şahin\nIşıl;Yıldız\nÇağrı;Öztürk\n"
    yield "russian.csv", "cp1251", two + "Мария;Иванова\nАндрей;Щукин\n"
    yield "arabic.csv", "cp1256", two + "محمد;الخطيب\nمريم;حداد\n"
    yield "macintosh.csv", "mac_roman", two + "Chloé;Bénard\nZoë;Müller\nAïsha;Öz\n"
    yield "windows.csv", "cp1252", two + "Hélène;Noël\nAïsha;Brûlé\nJosé;Peña\nCor;O’Neill\n"
    yield "czech.csv", "cp1250", two + "Šimon;Dvořák\nEliška;Novotná\nJiří;Kovář\n"
    yield "polish, few letters.csv", "cp1250", two + "Kasia;Nowak\nZosia;Wiśniewska\nJan;Wójcik\n"
    yield "greek.csv", "cp1253", two + "Γιώργος;Παπαδόπουλος\n"
    yield "hebrew.csv", "cp1255", two + "יוסף;כהן\n"
    yield "russian, unix.csv", "koi8-r", two + "Мария;Иванова\n"
    yield "ukrainian.csv", "cp1251", two + "Олена;Шевченко\nИван;Петров\n"
    yield "turkish, few letters.csv", "cp1254", two + "İbrahim;Çınar\n"
    yield "spanish.csv", "cp1252", two + "Nuño;Ibáñez\nJan;van ’t Hof\n"
    yield "czech or turkish.csv", "cp1250", two + "Petr;Novotný\n"
    yield "utf-16.csv", "utf-16", two.replace(";", "\t") + "Zoë\tYıldız\n"
    yield "decoded twice.csv", "utf-8", two + "ZoÃ«;O\u00e2\u20ac\u2122Neill\nJosÃ©;PeÃ±a\n"
    yield "letter lost.csv", "utf-8", two + "Zo\ufffd;Kok\nAya;Bensa?d\n"
    yield (
        "infix behind.csv",
        "utf-8",
        "Naam leerling;Klas\n"
        + (
            '"Laan, van der, Milan";3\n"Laan van der, Lotte";3\n"Laan (van der), Pim";3\n"Hof, Noa van \'t";3\n'
        ),
    )
    yield (
        "infix behind in its column.csv",
        "utf-8",
        "Voornaam;Achternaam\nMilan;Laan, van der\nNoa;Hof, van 't\n",
    )
    yield (
        "flemish.csv",
        "utf-8",
        "Leerling;Klas\n"
        + ("Sofie Van den Berg;1A\nEmma Louise De Smet;1A\nLars D'Hondt;1A\nYara El Amrani;1A\n"),
    )
    yield (
        "last name first.csv",
        "utf-8",
        "Naam en voornaam;Klas\n" + ("Peeters Noor;1A\nDe Smet Emma Louise;1A\nGarcia Lopez Maria;1A\n"),
    )
    yield (
        "call names.csv",
        "utf-8",
        "Leerling;Groep\n"
        + (
            'Johannes (Jan) de Vries;3\nAya Bensaid (Aya);3\nWilhelmina "Mina" Kok;3\nSem Vos (komt later);3\n'
        ),
    )
    yield "numbered names.csv", "utf-8", "Naam;Groep\n1) Milan Mos;3\n2) Aya Kok;3\n• Finn Dam;3\n"
    yield (
        "two children.csv",
        "utf-8",
        "Datum;Tijd;Kind 1;Kind 2;Ouders;Telefoon\n"
        + (
            "25-08-2026;13:00;Milan Mos;Lotte Mos;Joke en Hans Mos;06-00000001\n"
            '25-08-2026;13:20;Aya Kok;;"Nour Haddad\nKarim Kok";"06-00000002 / 06-00000003"\n'
        ),
    )
    yield (
        "combination groups.csv",
        "utf-8",
        "Roepnaam;Achternaam;Groep\n"
        + ("Milan;Mos;5/6 (5)\nAya;Kok;1-feb\nFinn;Dam;2-mrt\nRoos;Vos;2026-05-06\nSem;Smit;2026-08-25\n"),
    )
    yield (
        "wrapped as formulas.csv",
        "utf-8",
        "Leerlingnummer;Roepnaam;Ouder 1;Telefoon 1\n" + ('"=""00041""";Milan;Joke;"=""0600000001"""\n'),
    )
    yield (
        "mistakes of a spreadsheet.csv",
        "utf-8",
        "Roepnaam;Achternaam;Ouder 1;Telefoon 1\n" + ("Milan;Mos;#N/B;#VERW!\nAya;Kok;Nour;########\n"),
    )


def _shapes() -> Iterator[tuple[str, str, str]]:
    yield (
        "blocks beside each other.csv",
        "utf-8",
        (
            "di 25-08-2026;;;do 27-08-2026;;\nTijd;Leerling;;Tijd;Leerling;\n"
            "13:00;Milan Mos;;13:00;Ties Kok;\n13:20;Aya Kok;;13:20;Roos Vos;\n"
        ),
    )
    yield (
        "headers over headers.csv",
        "utf-8",
        (
            ";Leerling;;Ouder 1;;Ouder 2;\nGroep;Roepnaam;Achternaam;Naam;Telefoon;Naam;Telefoon\n"
            "3;Milan;Mos;Joke;06-00000001;Hans;06-00000002\n"
        ),
    )
    yield (
        "days by times.csv",
        "utf-8",
        ("Dag;13:00;13:20;13:40\ndi 25-08-2026;Milan Mos;Aya Kok;\ndo 27-08-2026;;Finn Dam;pauze\n"),
    )
    yield (
        "times by teachers with a date column.csv",
        "utf-8",
        ("Datum;Tijd;Juf Els;Meester Tom\n25-08-2026;13:00;Milan Mos;Ties Kok\n;13:20;Aya Kok;vrij\n"),
    )
    yield (
        "headings without a year.csv",
        "utf-8",
        (
            "Naam;Tijd\ndinsdag 25 augustus;\nMilan Mos;13:00\nlunch;13:20\nAya Kok;13:40\n"
            "donderdag 27 augustus;\nFinn Dam;13:00\n--;13:20\nAfgedrukt op 20-08-2026;\n"
        ),
    )
    yield (
        "date in the title.csv",
        "utf-8",
        ("Startgesprekken groep 3 op dinsdag 25 augustus 2026;\nTijd;Leerling\n13.00 uur;Milan Mos\n"),
    )
    yield (
        "pasted lines.txt",
        "utf-8",
        (
            "dinsdag 25 augustus 2026\n13:00 Milan van der Laan\n13:20 Aya Bensaid\n13:40 pauze\n14:00-14:20 Finn Mos\n"
        ),
    )
    yield (
        "pasted lines with whole hours.txt",
        "utf-8",
        "dinsdag 25/8\n13.00 Milan Mos\n13.20 - Aya Bensaid\npauze\n14 uur: Finn Dam\ndo 27/8\n9u Sem Vos\n",
    )
    yield (
        "columns apart by blanks.txt",
        "utf-8",
        (
            "Datum        Tijd    Leerling\n25-08-2026   13:00   Milan van der Laan\n25-08-2026   13:20   Aya Kok\n"
        ),
    )
    yield (
        "day and hour below an unknown header.csv",
        "utf-8",
        "Kind,Moment\nMilan Mos,ma 31 aug 13u\nAya Kok,ma 31 aug 13.20 uur\nNoor Dam,di 1 sep half 2\n",
    )
    yield "group behind the name.csv", "utf-8", "Naam;Datum;Tijd\nMilan Mos - 3A;31-8-2026;13:00:00\n"
    yield "no headers.csv", "utf-8", "25-08-2026;13:00;Milan;Mos\n25-08-2026;13:20;Aya;Kok\n"
    yield (
        "no headers, one time is none.csv",
        "utf-8",
        "25-08-2026;13:00;Milan Mos\n25-08-2026;13:20;Aya Kok\n25-08-2026;25:70;Finn Dam\n25-08-2026;14:00;Roos Vos\n",
    )
    yield "only names.txt", "utf-8", "Milan van der Laan\nAya Bensaid\nFinn Mos\n"
    yield (
        "all of it quoted.tsv",
        "utf-8",
        '"Leerling"\t"Datum"\t"Tijd"\n"Mos, Milan"\t"25-08-2026"\t"13:00"\n',
    )
    yield (
        "footers.csv",
        "utf-8",
        "Leerling;Datum;Tijd\n"
        + (
            "Milan Mos;25-08-2026;13:00\nLet op: kom op tijd;;\nGegenereerd door Schoolgesprek;;\nVersie 3;;\nTotaal;;2\n"
        ),
    )
    yield "carets.csv", "utf-8", "Roepnaam^Achternaam^Groep\nMilan^Mos^3\nAya^Kok^3\n"
    yield (
        "gap in the dates.csv",
        "utf-8",
        "Datum;Tijd;Leerling\n" + ("25-08-2026;13:00;Milan Mos\n25-08-2026;13:20;Aya Kok\n;13:40;Finn Dam\n"),
    )
    yield "no list at all.txt", "utf-8", "Beste ouders,\nop dinsdag beginnen de gesprekken.\nTot dan!\n"


def _headers() -> Iterator[tuple[str, str, str]]:
    yield (
        "german.csv",
        "utf-8",
        "Vorname;Nachname;Klasse;Datum;Uhrzeit;Lehrer\nMax;Groß;3;25.08.2026;13:00 Uhr;Frau Vos\n",
    )
    yield (
        "french.csv",
        "utf-8",
        "Élève;Classe;Date;Heure;Parent;Téléphone\nZoé Petit;3;25/08/2026;13h20;Luc Petit;0470 00 00 01\n",
    )
    yield (
        "forms with questions.csv",
        "utf-8",
        (
            "Tijdstempel,Naam van uw kind,Uw naam,Op welk telefoonnummer bent u bereikbaar?,"
            "Wat wilt u met de leerkracht bespreken?,Is er een tolk nodig?,Datum,Tijd\n"
            '18-8-2026 9:12:44,Milan Mos,Joke Mos,06-00000001,"Lezen\nslapen",tante Fatma,25-8-2026,13:00\n'
        ),
    )
    yield (
        "forms with questions about days.csv",
        "utf-8",
        (
            "Tijdstempel,Naam,Naam van uw kind,Welke dag en tijd?,Waar wilt u het over hebben?,"
            "Is er een tolk nodig en in welke taal?\n"
            "18-8-2026 9:12:44,Joke Mos,Milan Mos,dinsdag 25/8 om 13.00 uur,lezen,nee\n"
        ),
    )
    yield (
        "points, room, language.csv",
        "utf-8",
        (
            "Leerling;Datum;Tijd;Lokaal;Thuistaal;Onderwerpen ouders;Bespreekpunten leerling;Tolk\n"
            "Milan Mos;25-08-2026;13:00;2.04;Turks;lezen; naast Lotte zitten;ja\n"
        ),
    )
    yield (
        "somtoday.csv",
        "utf-8",
        (
            "Leerlingnummer;Roepnaam;Voorvoegsel;Achternaam;Stamgroep;E-mail leerling;Mobiel leerling;"
            "Verzorger 1;E-mail verzorger 1\n4321;Tess;van;Dijk;3HB;4321@school.nl;0612345678;Ria van Dijk;ria@example.org\n"
        ),
    )
    yield (
        "esis.csv",
        "utf-8",
        (
            "LLNR;Achternaam;Tussenvoegsel;Roepnaam;Geb. datum;Jaargroep;Groep;Naam vader;Tel. vader;Naam moeder;Tel. moeder\n"
            "12;Laan;van der;Milan;04-11-2019;3;3A;Hans;06-00000002;Joke;06-00000001\n"
        ),
    )
    yield (
        "the pupil's own address.csv",
        "utf-8",
        ("Stamnummer;Roepnaam;Achternaam;Ouder 1;E-mail\n2144;Tess;Hof;Ria Hof;2144@leerling.example.org\n"),
    )


def _more() -> Iterator[tuple[str, str, str]]:
    yield (
        "with whom.csv",
        "utf-8",
        "Datum;Tijd;Leerling;Moeder;Vader;met\n25-08-2026;13:00;Yousef Kok;Rania;Samir Kok;mama\n"
        + (
            "27-08-2026;13:00;Yousef Kok;Rania;Samir Kok;papa\n27-08-2026;13:20;Bo Dam;Eva;Tom;Tom\n"
            "27-08-2026;13:40;Liv Dam;Eva;Tom;beide ouders\n27-08-2026;14:00;Sem Vos;;;mama\n"
        ),
    )
    yield (
        "interpreters and languages.csv",
        "utf-8",
        "Leerling;Tolk nodig?\nAya Kok;Ja, Turks\nLiv Dam;Arabisch en Koerdisch\nFinn Dam;n.v.t.\n"
        + "Sem Vos;ja tante Fatma\nBo Mos;misschien\n",
    )
    yield (
        "company.csv",
        "utf-8",
        "Leerling;Groep\nFenna & co;3\nLotte en haar broertje;3\nMilan en Aya Kok;3\nSam en de oppas;4\n"
        + "Noa met de Bruin;4\nmilan en lotte mos;3\n",
    )
    yield (
        "three children.csv",
        "utf-8",
        "Datum;Tijd;Leerling\n"
        + ("25-08-2026;13:00;Milan, Lotte en Pim Mos\n25-08-2026;13:20;Kok, Aya en Sami\n"),
    )
    yield (
        "two numbers.csv",
        "utf-8",
        "Leerling;Ouder 1;Telefoon 1;Mobiel 1\nMilan Mos;Joke;010-1234567;06-12345678\n",
    )
    yield (
        "outlook.csv",
        "utf-8",
        "Subject,Start Date,Start Time,End Date,End Time,Location\n"
        + (
            "Startgesprek Milan Mos,8/25/2026,1:00:00 PM,8/25/2026,1:20:00 PM,Lokaal 3\n"
            "Startgesprek Aya Kok,8/25/2026,1:20:00 PM,8/25/2026,1:40:00 PM,Lokaal 3\n"
        ),
    )
    yield (
        "agenda.csv",
        "utf-8",
        "Onderwerp;Begindatum;Begintijd;Einddatum;Eindtijd\n"
        + ("Gesprek met Milan Mos;25-8-2026;13:00;25-8-2026;13:20\n"),
    )
    yield (
        "parro.csv",
        "utf-8",
        "Datum;Starttijd;Eindtijd;Naam kind;Naam ouder;Status\n"
        + ("25-08-2026;13:00;13:20;Milan Mos;Joke Mos;Bevestigd\n25-08-2026;13:20;13:40;;;Vrij\n"),
    )
    yield (
        "parnassys.csv",
        "utf-8",
        "Leerlingnaam;Geboortedatum;Groep;Verzorger 1;Telefoon verzorger 1\n"
        + ("Laan, Milan van der;04-11-2019;3;Dhr. H. van der Laan;0612345678\n"),
    )
    yield (
        "in capitals.csv",
        "utf-8",
        "MAANDAG 31 AUGUSTUS;;\nTIJD;NAAM;OUDERS\n"
        + ("13:00;MILAN MOS;JOKE MOS\nDINSDAG 1 SEPTEMBER;;\n13:00;AYA KOK;NOUR KOK\n"),
    )
    yield "markup in names.csv", "utf-8", "Naam\n<b>Milan</b>\nAya Kok\n"
    yield (
        "impossible times.csv",
        "utf-8",
        "Datum;Tijd;Leerling\n"
        + ("25-08-2026;24:00;Milan Mos\n25-08-2026;13.70;Aya Kok\n32-08-2026;13:00;Pim Kok\n"),
    )
    yield (
        "half past midnight.csv",
        "utf-8",
        "Date,Time,Name\n8/25/2026,12:15 PM,Aya\n8/25/2026,12:15 AM,Tom\n",
    )
    yield (
        "one child or two.csv",
        "utf-8",
        "Datum;Tijd;Leerling\n"
        + (
            '25-08-2026;13:00;"Bas Jan\nMeulen"\n25-08-2026;13:20;"Milan\nvan der Laan"\n25-08-2026;13:40;Aya Kok / Nour Kok\n'
        ),
    )
    yield (
        "called off.csv",
        "utf-8",
        "Leerling;Datum;Tijd;Status\n"
        + ("Milan Mos;25-08-2026;13:00;Geannuleerd\nAya Kok;25-08-2026;13:20;Bevestigd\n"),
    )
    yield "slots.csv", "utf-8", 'Student,Slot\nMilan Lane,"Tue, Aug 25, 2026 3:00 PM - 3:20 PM"\n'


def _others() -> Iterator[tuple[str, bytes]]:
    yield "mixed lines.csv", ("Roepnaam;Achternaam\nZoë;Mos\n".encode() + "Chloé;Müller\n".encode("cp1252"))
    yield (
        "page called excel.xls",
        (
            b"<html><head><meta charset='utf-8'></head><body><table><tr><th>Leerling</th><th>Datum</th><th>Tijd</th></tr>"
            b"<tr><td>Zo&euml; Mos</td><td rowspan=2>25-08-2026</td><td>13:00</td></tr>"
            b"<tr><td>Aya&nbsp;Kok</td><td>13:20</td></tr><tr style='display: none'><td>Oud Kind</td></tr></table></body></html>"
        ),
    )
    yield (
        "page with a title over it.xls",
        (
            b"<html><body><table><tr><td colspan=4>Leerlingenlijst groep 3</td></tr><tr><th>Roepnaam</th>"
            b"<th>Achternaam</th><th>Geb.datum</th><th>Tel. verz. 1</th></tr><tr><td>Milan</td><td>Mos</td>"
            b"<td>13-04-2019</td><td>06-00000001</td></tr></table></body></html>"
        ),
    )
    yield "merged dates.xlsx", excel(_merged)
    yield "hidden columns and mistakes.xlsx", excel(_hidden_and_mistaken)
    yield "formulas that nobody worked out.xlsx", _formulas()
    yield "talk over two rows.xlsx", excel(_long_talk)
    yield "time over two children.xlsx", excel(_twins)
    yield "open document.ods", _open_document()
    rows: list[list[object]] = [
        ["Roepnaam", "Groep", "Datum", "Tijd"],
        ["Liv", 3, date(2026, 8, 25), time(13)],
    ]
    yield "decoded twice.xlsx", workbook({"Klas": [["Roepnaam", "Achternaam"], ["Zo\u00c3\u00ab", "Mos"]]})
    days = [["Leerling", "Datum", "Tijd"], ["Milan Mos", "25-08-2026", "13:00"]]
    others = [["Leerling", "Datum", "Tijd"], ["Ties Kok", "25-08-2026", "15:00"]]
    yield "a sheet for each group.xlsx", workbook({"3A": days, "Groep 3B": others})
    yield "one sheet hidden.xlsx", workbook({"Klas": rows, "Oud": rows}, hidden=["Oud"])
    yield "calendar with labels.ics", _calendar()
    yield "calendar cut off.ics", _calendar()[:200]
    book = workbook({"Blad1": rows})
    yield "cut off.xlsx", book[: len(book) // 2]
    yield "zip bomb.xlsx", _bomb()
    yield (
        "entities.xml",
        (
            b'<?xml version="1.0"?><!DOCTYPE EDEX [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><EDEX>&b;</EDEX>'
        ),
    )
    yield "packed.csv.gz", gzip.compress(b"Roepnaam\nLiv\n", mtime=0)
    yield "lines.jsonl", json.dumps({"name": "Milan"}).encode()
    yield "letter.docx", _zip({"word/document.xml": b"<w/>"})
    yield "unknown.xml", b'<?xml version="1.0"?><agenda><afspraak naam="Milan"/></agenda>'


def _merged(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("Rooster")
    sheet.write_row(0, 0, ["Datum", "Tijd", "Leerling", "Leerkracht"])
    sheet.merge_range("A2:A3", "25-08-2026")
    sheet.merge_range("D2:D3", "juf Els")
    for row, (at, name) in enumerate((("13:00", "Milan Mos"), ("13:20", "Aya Kok")), 1):
        sheet.write_row(row, 1, [at, name])


def _hidden_and_mistaken(book: xlsxwriter.Workbook) -> None:
    """A column that somebody hid, and formulas that failed."""
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Datum", "Tijd", "Leerling", "Opmerking", "Telefoon ouder"])
    sheet.write_row(1, 0, ["25-08-2026", "13:00", "Milan Mos", "vertrouwelijk"])
    sheet.write_row(2, 0, ["25-08-2026", "13:20", "Aya Kok"])
    sheet.write_formula(2, 4, "=1/0", None, "#DIV/0!")
    sheet.write_formula(3, 2, "=A9+NA()", None, "#N/A")
    sheet.set_column(3, 3, None, None, {"hidden": True})


def _formulas() -> bytes:
    """A workbook as a program writes it: with formulas, and without what they give."""
    head: list[object] = ["Leerling", "Telefoon", "Ouder", "Datum", "Tijd"]
    text = '<c r="{}3" t="str"><f>A1</f><v>{}</v></c>'
    row = (
        f'<row r="3">{text.format("A", "Milan Mos")}<c r="B3"><f>"0600002001"</f></c>'
        f'<c r="C3"><f>A1&amp;"x"</f><v></v></c>{text.format("D", "25-8-2026")}{text.format("E", "13:00")}</row>'
        f'<row r="4">{text.format("A", "Aya Kok").replace("3", "4")}<c r="C4" t="str"><f>""</f><v></v></c>'
        '<c r="D4"><f>D3+1</f></c><c r="E4" t="str"><v>13:20</v></c></row>'
        '<row r="5"><c r="A5"><f>A4</f></c><c r="E5"><f>E4+1</f></c></row>'
    )
    return workbook({"Blad1": [[], head]}, extra_row=row)


def _twins(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("Rooster")
    sheet.write_row(0, 0, ["Datum", "Tijd", "Kind", "Ouder"])
    for at, text in enumerate(["25-08-2026", "14:00"]):
        sheet.merge_range(1, at, 2, at, text)
    sheet.write_row(1, 2, ["Femke Wiersma", "Douwe Wiersma"])
    sheet.write_row(2, 2, ["Hidde Wiersma", "Douwe Wiersma"])


def _long_talk(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("Rooster")
    for row, cells in enumerate(
        [
            ["Tijd", "di 25-08-2026", "do 27-08-2026"],
            ["13:00", "", "Ties Kok"],
            ["13:20", "", "Roos Kok"],
            ["13:40", "Aya Kok", "X"],
        ]
    ):
        sheet.write_row(row, 0, cells)
    sheet.merge_range("B2:B3", "Milan Mos")


def _open_document() -> bytes:
    rows = [("Leerling", "Groep"), ("Milan Mos", "3"), ("Ties Kok", "4"), ("Aya Kok", "3")]
    return open_document(rows, lines={2: ' table:visibility="filter"'})


def _calendar() -> bytes:
    events = (
        "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260818T080000Z\r\nDTSTART:20260825T110000Z\r\nDTEND:20260825T112000Z\r\n"
        "SUMMARY:Startgesprek - Joke Mos\r\nLOCATION:Lokaal 3\r\nDESCRIPTION:Kind: Milan Mos\\nkomt met tante\r\n"
        "END:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nDTSTAMP:20260818T080000Z\r\nSTATUS:CANCELLED\r\nDTSTART:20260825T112000Z\r\n"
        "SUMMARY:Startgesprek - Nour Kok\r\nDESCRIPTION:Kind: Aya Kok\r\nEND:VEVENT\r\n"
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n{events}END:VCALENDAR\r\n".encode()


def _bomb() -> bytes:
    """A small file that says it is large unpacked."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"<workbook/>")
        packed.filelist[0].file_size = 300 << 20
    return buffer.getvalue()


def _zip(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return buffer.getvalue()

"""Files in which it has to be found out who somebody is, and whose a number or an address is."""

from __future__ import annotations

from collections.abc import Iterator

TALK = "Datum;Tijd;Leerling;"


def people() -> Iterator[tuple[str, str, str]]:
    """Yield each file: its name, its encoding and its text."""
    yield from _whose()
    yield from _brothers_and_sisters()
    yield from _turned()
    yield from _called()
    yield from _last_names_ahead()
    yield from _signs()
    yield from _asked_beforehand()


def _whose() -> Iterator[tuple[str, str, str]]:
    yield (
        "mail and phone among the pupil's.csv",
        "utf-8",
        "Leerlingnummer;Roepnaam;E-mailadres;Mobiel nummer;Verzorger 1;E-mailadres verzorger 1;"
        + "Mobiel verzorger 1;Verzorger 2;Mobiel verzorger 2\n"
        + "1023;Tess;tess@school.example;0600000001;Bea Hof;bea@example.org;0600000002;Ab Hof;0600000003\n",
    )
    yield (
        "numbers with whose they are.csv",
        "utf-8",
        "Leerling;Ouders;Telefoon\n"
        + "Milan Mos;Hans Kok (vader) / Joke Mos (moeder);moeder 06-00000001 / vader 06-00000002\n"
        + 'Finn Dam;dhr. P. Dam en mw. A. Smit;"M: 06-00000003\nV: 06-00000004"\n'
        + "Bo Vos;Eva en Tim Vos;Tim 0600000005, Eva: 0600000006\nAya Kok;Nour Haddad;moeder 06-00000007\n"
        + "Ties Pol;Ilse en Jan Pol;mama 06-00000008 / papa 06-00000009\n"
        + "Liv Bol;Ank Bol;06-00000001 (werk), 06-00000002\n",
    )
    yield (
        "addresses with whose they are.csv",
        "utf-8",
        "Leerling;Ouders;E-mail\nMilan Mos;Hans Kok (vader) / Joke Mos (moeder);"
        + "moeder: joke@example.org / vader: hans@example.org\n",
    )
    yield (
        "one number column for two parents.csv",
        "utf-8",
        "Leerling;Moeder;Vader;Telefoon\nMilan Mos;Joke;Hans;V 06-00000001 / M 06-00000002\n"
        + "Aya Kok;Nour;Karim;vader: 06-00000003, moeder: 06-00000004\nBo Dam;Eva;Tom;06-00000005\n",
    )
    yield (
        "mail and phone in each other's column.csv",
        "utf-8",
        "Leerling;Ouders;E-mail;Telefoon\nMilan Mos;Joke;06-00000001;joke@example.org\n"
        + 'Aya Kok;"moeder: Eva Bos; vader: Tim Kok";;"vader 06-00000002, moeder 06-00000003"\n'
        + "Bo Dam;Els;;els@example.org\nFinn Vos;Ank;06-00000004;\nSem Bol;Ko;-;geen\n",
    )
    yield (
        "what can't be dialled.csv",
        "utf-8",
        "Leerling;Ouder 1;Tel. 1;Ouder 2;Tel. 2\nMilan Mos;Joke;geheim;Hans;06-0000200\n"
        + "Aya Kok;Nour;31600000001.0;Karim;=TEKST(600000002\n"
        + "Finn Dam;Carla;06-00000001 of 06-00000002;Rob;0900-1234\n"
        + "Sofie Bol;Els;03/234.56.78;Tom;tom@example.org\n",
    )
    yield (
        "mail and phone behind the parents.csv",
        "utf-8",
        "Leerling;Telefoon thuis;Ouder 1;Mobiel ouder 1;E-mail ouder 1;Privé e-mail ouder 1;Telefoon;E-mail\n"
        + "Milan Mos;0100000001;Joke;0600000001;joke@example.org;j@example.org;0600000002;mos@example.org\n",
    )


def _brothers_and_sisters() -> Iterator[tuple[str, str, str]]:
    yield (
        "children between commas.csv",
        "utf-8",
        TALK.replace("Leerling", "Kinderen")
        + "\n25-08-2026;13:00;Milan van der Laan, Lotte van der Laan;\n25-08-2026;13:20;Aya, Sami Kok;\n"
        + "25-08-2026;13:40;Bo Prins (gr 3) / Lynn Prins (gr 5);\n25-08-2026;14:00;Finn Mos, Roos Dam;\n"
        + "25-08-2026;14:20;Vos, Kim;\n25-08-2026;14:40;Laan, Pim van der;\n"
        + '25-08-2026;15:00;Isa (3), Job Vos (5);\n25-08-2026;15:20;"Mees; Liv Bakker";\n',
    )
    yield (
        "first names between commas.csv",
        "utf-8",
        "Datum;Tijd;Kinderen\n25-08-2026;13:00;Milan, Lotte\n25-08-2026;13:20;Aya\n"
        + "25-08-2026;13:40;Finn, Job en Isa Mos\n",
    )
    yield (
        "two first names in their column.csv",
        "utf-8",
        'Roepnaam;Achternaam\n"Milan, Lotte";Mos\n"Dam, Finn";\n',
    )
    yield (
        "a group behind each child.csv",
        "utf-8",
        "Leerling;Datum;Tijd\nMilan Mos (gr 3), Lotte (groep 5);25-08-2026;13:00\n"
        + "Aya Kok (4);25-08-2026;13:20\n",
    )
    yield (
        "last names before commas.csv",
        "utf-8",
        "Leerlingen;Groep\nKok, Aya;3\nDam, Finn;3\nVos, Kim;3\nMos Prins, Sem Jan;3\nBakker, Bas Jan;3\n",
    )


def _turned() -> Iterator[tuple[str, str, str]]:
    yield (
        "infix behind without a comma.csv",
        "utf-8",
        "Achternaam;Voornaam\nHof van 't;Noa\nBerg (van den);Jip\nVries de;Mies\n"
        + "Amrani el;Amira\nNguyen Le;Anh\n"
        + "Laan;Milan van der\nDEN HELD VAN;BO\n",
    )
    yield (
        "last name, infix, first name.csv",
        "utf-8",
        "Leerling;Ouder\nBerg van den Sofie;P. van den Berg\n"
        + "Milan van der Laan;J. van der Laan\nNoa van 't Hof;Ilse van 't Hof\nLaan van der Pim;\n",
    )
    yield (
        "people with the last name first between semicolons.csv",
        "utf-8",
        "Leerling|Ouders|Telefoon\nMila Vos|Vos, Tilly; Vos, Henk|0600000001; 0600000002\n"
        + "Tim Kok|Kok, Jan; Smit, Ria van der|\nPim Wit|Wit, Joke;|\nKim Bos|Bos, Joke; onbekend|\n"
        + "Aya Dam|Dam, Eva 0600000003; Dam, Tom 0600000004|\nSpa, Ina; Spa, Bo|Spa, Jo; Spa, Al; Den, Ko|\n",
    )
    yield (
        "parents with the last name first.csv",
        "utf-8",
        'Leerling;Ouder(s)\n"Laan, Milan van der";"Laan, mw. J. van der"\nKirsten O\'Neill;"O\'Neill, Sean"\n'
        + 'Fleur Smit;"Jong, A. de & Berg, M. van den"\n'
        + 'Aya Kok;"Nour Haddad, voogd"\nPim Vos;"Vos, E. (moeder)"\n',
    )


def _called() -> Iterator[tuple[str, str, str]]:
    yield (
        "call names behind the last name.csv",
        "utf-8",
        'Naam en voornaam;Klas\nEl Amrani Mohamed "Mo";1A\nDe Smet Anna Maria (Anneke);1A\n'
        + "Berg van den Sofie 'Soof';1A\nPeeters Johannes (roepnaam Jan);1A\nGarcia Lopez Maria (Mia);1A\n",
    )
    yield (
        "call names that are said to be one.csv",
        "utf-8",
        "Leerling;Groep\nAnna Maria de Smet (roepnaam Anneke);3\nWilhelmina Kok (zeg maar Mina);3\n"
        + "Sofie Vos, roepnaam Soof;3\nElisabeth Dam - roepnaam: Lies;3\nRobert 'Rob' de Vries;3\n"
        + "Pieter Dum (noemt zich Piet);3\n",
    )
    yield (
        "call names beside first names.csv",
        "utf-8",
        'Voornaam;Achternaam\nAnna Maria (An);Bos\nMohamed "Mo";El Amrani\n',
    )
    yield (
        "dashes within names.csv",
        "utf-8",
        "Leerling;Groep\nAnne - Marie de Vries;5\nSofie van Dijk - Bos;5\nDe Smet - Claes Noor;5\n",
    )
    yield (
        "dashes within names of talks.csv",
        "utf-8",
        "Leerling;Datum;Tijd\nSofie Dam - Bos;14-9-2026;14:00\nAya - Nour Haddad;14-9-2026;14:20\n",
    )
    yield (
        "rooms and remarks behind names.csv",
        "utf-8",
        "Leerling;Datum;Tijd\nPim de Boer - online;14-9-2026;14:00\nBo Dam | lokaal 3;14-9-2026;14:20\n"
        + "Aya Kok, komt later;14-9-2026;14:40\nRoos Pol – thuis;14-9-2026;15:00\n"
        + "Mos, Finn (lokaal 2);14-9-2026;15:20\nLotte Mos: Lokaal 2;14-9-2026;15:40\n"
        + "Job Mos, 5A;14-9-2026;16:00\nMilan - Joke Bos;14-9-2026;16:20\n",
    )


def _last_names_ahead() -> Iterator[tuple[str, str, str]]:
    yield (
        "names that open with an infix.csv",
        "utf-8",
        "Leerling;Groep\nvan den Berg Sofie;3\nde Smet Anna Maria;3\nKok Aya;3\nBerg van den Lotte;3\n",
    )
    yield "a name that opens with an infix.csv", "utf-8", "Leerling\nvan den Berg Sofie\nMos Milan\nKok Aya\n"
    yield "a first name that may be an infix.csv", "utf-8", "Leerling\nEl Mahdi Bouzid\nPim van der Laan\n"
    yield (
        "parents show that the last name is ahead.csv",
        "utf-8",
        "Leerling;Ouder\nPeeters Jan;Joke Peeters\nKok Aya;Nour Kok\nMos Milan;Hans Bos\n",
    )
    yield (
        "a parent has a child's first name.csv",
        "utf-8",
        "Leerling;Ouder\nThomas Peeters;An Thomas\nAya Kok;Nour Haddad\n",
    )
    yield "last names before commas, few.csv", "utf-8", "Leerlingen;Groep\nMos, Milan;3\nKok, Aya;3\n"


def _signs() -> Iterator[tuple[str, str, str]]:
    yield (
        "texts with a mark.csv",
        "utf-8",
        "Leerlingnummer;Leerling;Ouder 1;Telefoon 1\n'00413;'Aya Kok;'Nour Haddad;'+31600000001\n"
        + "412;'t Hof, Noa;\u2019s Gravesande, Ilse;0600000002\n",
    )
    yield "one name with a mark.csv", "utf-8", "Roepnaam;Achternaam\n'Ali;Kok\nNoa;'t Hof\n"
    yield (
        "decoded three times.csv",
        "utf-8",
        "Roepnaam;Achternaam\nZo\u00c3\u0192\u00c2\u00ab;G\u00c3\u00bcnay\nJos\u00c3;Pe\u00c3a\nJO\u00c3O;SÃO\nÂngela;Ãvila\n",
    )


def _asked_beforehand() -> Iterator[tuple[str, str, str]]:
    yield (
        "who comes, and in which language.csv",
        "utf-8",
        "Naam kind;Datum;Tijd;Wie komt er mee?;Tolk nodig?;Taal tolk;Thuistaal;Onderwerpen ouders\n"
        + "Aya Kok;25-08-2026;13:00;Nour Haddad (moeder);ja;Arabisch;"
        + "Arabisch/Nederlands;1. rekenen 2. overblijven\n"
        + "Zuzanna Mos;25-08-2026;13:20;Paweł Mos;;Pools;;om 3. groep\n"
        + "Pim Dam;25-08-2026;13:40;Els Dam;nee;-;;\n"
        + "Liv Bol;25-08-2026;14:00;Ank Bol;nee;Turks;;\n",
    )
    yield (
        "what the child has to say.csv",
        "utf-8",
        "Datum;Tijd;Naam kind;Naam ouder;Waar wilt u over praten?;"
        + "Waar wil uw kind over praten?\n"
        + "25-08-2026;13:00;Aya Kok;Nour Haddad;slapen;hamster\n",
    )
    yield (
        "what the child itself wants to tell.csv",
        "utf-8",
        "Tijdstip;Naam van uw kind;Uw naam;Waar wilt u het over hebben?;"
        + "Waar wil je zelf over vertellen (leerling)?\n"
        + "25-08-2026 13:00;Aya Kok;Nour Haddad;slapen;hamster\n",
    )
    yield (
        "what only a talk has.csv",
        "utf-8",
        "Leerling;Opmerking;Bespreekpunten ouders\nAya Kok;;\nBo Dam;noten-allergie;rekenen\n",
    )
    yield (
        "who comes, beside the parents.csv",
        "utf-8",
        "Leerling;Datum;Tijd;Moeder;Vader;Wie komen er mee?\nBo Dam;25-08-2026;13:00;Eva;Tom;Tom\n",
    )

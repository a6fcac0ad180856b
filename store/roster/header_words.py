"""Know what the header of a column says, in the words of Dutch, Flemish and other school systems."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from store.domain.role_words import tells_a_role
from store.domain.text import fold, those
from store.roster.names import words

LONGEST_HEADER = 80
SHORTEST_CUT = 3
"""Letters of a header that was cut short with a dot behind it."""
LEAST_CUT = 3
"""Letters that are cut off: with fewer it is another form of the word, such as "aanwezig" of "aanwezigen"."""
SHORTEST_SKELETON = 3
"""Letters of a header of which the vowels were left out."""
_VOWELS = re.compile("[aeiouy]")
LONGEST_CELL = 300
"""Letters of a cell that can be a header at all, an explanation between brackets included."""


class Field(StrEnum):
    """The fields a column can hold. The last seven are of a carer, and come back for every carer."""

    NUMBER = "number"
    FIRST_NAME = "first_name"
    INFIX = "infix"
    LAST_NAME = "last_name"
    NAME = "name"
    SIBLING = "sibling"
    GROUP = "group"
    BIRTH_DATE = "birth_date"
    SINCE = "since"
    HOME_LANGUAGE = "home_language"
    INTERPRETER = "interpreter"
    DATE = "date"
    TIME = "time"
    END = "end"
    MINUTES = "minutes"
    MORE_MINUTES = "more_minutes"
    TEACHER = "teacher"
    KIND = "kind"
    PLACE = "place"
    REMARK = "remark"
    WITH = "with"
    PARENT_POINTS = "points_of_parents"
    PUPIL_POINTS = "points_of_pupil"
    CARER = "carer_name"
    CARER_FIRST = "carer_first_name"
    CARER_INFIX = "carer_infix"
    CARER_LAST = "carer_last_name"
    PHONE = "carer_phone"
    EMAIL = "carer_email"
    RELATION = "carer_relation"


_VOCABULARY = {
    "carer": "ouder ouders verz verzorger verzorgers verzorgende verzorgster voogd parent parents "
    "stiefvader stiefmoeder pleegvader pleegmoeder pleegouder pleegouders stiefouder stepfather stepmother "
    "carer carers guardian guardians contactpersoon contact customer klant eltern elternteil opiekun veli "
    "plusmama pluspapa plusmoeder plusvader plusouder "
    "hoofdverzorger vertegenwoordiger vertegenwoordigers gezaghebbende gezagsdrager aanspreekpunt oppasouder "
    "gezagdrager gezagsdragers gezagdragers "
    "aanwezigen genodigden uitgenodigden attendees invitee invitees attendee ingeschrevendoor "
    "ingeschrevenouder rodzic rodzice coaccount coaccounts parentsattending",
    "father": "vader papa pap father dad daddy vater père pere",
    "mother": "moeder mama mam mother mum mom mummy mutter mère mere",
    "pupil": "leerling leerlingen lln ll ingeschrevenleerling ingeschrevenkind kind kinderen pupil pupils "
    "student students studenten child children "
    "schüler schülerin élève élèves eleve enfant uczeń dziecko dzieci öğrenci çocuk alumno",
    "participant": "deelnemer participant bezoeker visitor",
    "whole": "imięinazwisko wie who heet naam namen name names volledige fullname nom nombre nazwa ad",
    "called": "roepnaam roepnamen nickname rufname preferredname preferredfirstname preferredforename "
    "knownas",
    "first": "voornaam vnaam voornamen firstname givenname givennames forename forenames first given voor "
    "vorname prénom prenom imię imie",
    "initials": "voorletters voorletter voorl initialen initials",
    "infix": "tussenvoegsel tussenvoegsels tussenv voorvoegsel voorvoegsels voorv tv tvs infix prefix",
    "family": "gezin gezinnen gezinsnaam familie fam household",
    "last": "achternaam anaam achternamen familienaam geslachtsnaam lastname surname familyname last family "
    "nachname familienname apellido nazwisko soyad soyadı",
    "id": "leerlingnummer leerlingnr llnr llnummer llnnr llnnummer stamnummer stamnr studentnummer studentnr "
    "stamboeknummer "
    "leerlingid admnr administratienummer leerlingcode pupilnumber studentnumber pupilid studentid id",
    "number": "nr nummer number",
    "group": "groepsnaam klasnaam groep grp klas stamgroep stamklas basisgroep basisklas lesgroep gr "
    "sınıf klasa group class klasse classe klascode groepscode reg reggroup registrationgroup form formgroup "
    "tutorgroup",
    "kind": "soort type vorm gespreksvorm gesprekssoort gesprekstype service dienst",
    "booked": "geboekt aangemeld gereserveerd ingevuld booked reserved",
    "by": "door by",
    "stamp": "tijdstempel timestamp aangemaakt ingevuldop ingediend verzonden gewijzigd created submitted "
    "modified received voltooid voltooien voltooiing voltooiingstijd completion completed",
    "level": "leerjaar jaargroep jaarlaag grade schooljaargroep",
    "birth": "geboortedatum geborenop gebdatum geboortedag geboren geb gebdat birthdate birthday dob born "
    "geburtsdatum",
    "since": "instroomdatum instroom ingestroomd instroomop inschrijfdatum inschrijving inschrijvingsdatum "
    "ingeschreven ingeschrevenop ingeschrevensinds opschoolsinds joined joinedon enrolled enrolledon "
    "enrolment enrollment enrolmentdate enrollmentdate admission admissiondate",
    "other": "geslacht sekse gender school schooljaar jaar straat onderwijs leeftijd plaats woonplaats",
    "birthword": "geboorte birth naissance",
    "language": "thuistaal moedertaal taal voertaal spreekt spreken speaks homelanguage language sprache "
    "langue",
    "home": "thuis home",
    "interpreter": "tolk tolkt vertaler interpreter translator dolmetscher interprète",
    "date": "datum dat gesprekop date data tarih wanneer when",
    "day": "dag day tag jour weekdag weekday",
    "begin": "aanvang begin begins start starts from vanaf",
    "time": "laat tijd tijdstip tijden time times uhrzeit heure tijdslot slot timeslot tijdvak aanvangstijd "
    "begintijd starttijd starttime godzina saat",
    "end": "eind einde eindtijd tot end ends endtime until",
    "minutes": "duur lengte minuten minuut min mins duration length minutes dauer durée",
    "teacher": "leerkracht leerkrachten lkr leraar mentor mentoren docent docenten groepsleerkracht teacher "
    "staff teachers begeleider medewerker medewerkers slb slber slbers studieloopbaanbegeleider "
    "loopbaanbegeleider studiebegeleider coach coaches studiecoach leercoach tutor klassenmentor "
    "groepsleider homeroomteacher "
    "klassenleraar klastitularis klasleerkracht klasleraar zorgmentor "
    "lehrer lehrkraft enseignant juf meester titularis host organizer organiser "
    "organisator gastheer gastvrouw provider aanbieder",
    "place": "lokaal lok ruimte locatie lokatie kamer room location raum salle waar where plek",
    "relation": "relatie relaties relation relationship relationto relationshipto verwantschap betrokkene "
    "rol role hoedanigheid familieband familierelatie",
    "attention": "aandachtspunt aandachtspunten zorgpunten",
    "remark": "opmerking opmerkingen opm nb notitie notities bijzonderheid bijzonderheden toelichting memo "
    "remark remarks note notes comment comments bemerkung remarque",
    "more": "extra additional",
    "comes": "komt komen meekomt meekomen coming comes attends attending",
    "along": "iemandmee meenemen meebrengen someonealong anyonealong bringanyone bringsomeone",
    "with": "met metwie gesprekmet gesprekspartner with withwhom",
    "invited": "uitgenodigd genodigd invited",
    "points": "onderwerp onderwerpen bespreekpunt bespreekpunten gesprekspunt gesprekspunten agendapunt "
    "agendapunten vragen vraag praten punten topic topics points question questions bespreken "
    "waarover overhebben hebbenover vertellen inbrengen discuss raise",
    "phone": "telefoon telefoonnummer tel telefoonnr mob mobiel mobielnummer gsm phone telephone mobile cell "
    "phonenumber telefon handy téléphone portable",
    "mail": "email emailadres emailaddress mail mailadres courriel",
    "address": "adres address adresse",
    "event": "afspraak appointment appt booking conference conferences meeting "
    "mentorgesprek mentorgesprekken",
    "wish": "voorkeur voorkeurs preferred gewenste gewenst",
    "of": "van uur hoe om",
    "": "wettelijk wettelijke legal die "
    "required verplichte "
    "je jij jullie u welke which what wat is de het der of the en and e s ste st nd rd gesprek "
    "gesprekken gespreks startgesprek kennismakingsgesprek talk nodig needed main primary "
    "oudergesprek oudergesprekken ouderavond oudercontact oudercontacten rapportgesprek tienminutengesprek "
    "voortgangsgesprek "
    "custom antwoord answer response field "
    "privé et uw jouw your mijn und et du des vom",
}
_MEANINGS = {"".join(words(word)): meaning for meaning, said in _VOCABULARY.items() for word in said.split()}
_LONGEST_WORD = max(map(len, _MEANINGS))
_FIELDS = {
    frozenset(meaning.split()): field
    for field, several in {
        Field.NUMBER: ("id", "pupil number", "pupil id", "id number"),
        Field.FIRST_NAME: ("called", "first", "pupil first", "pupil called", "first whole", "called whole",
                           "first infix", "called infix", "pupil first infix", "pupil called infix"),
        Field.INFIX: ("infix", "pupil infix", "infix last"),
        Field.LAST_NAME: ("last", "family", "family whole", "pupil last", "last whole", "pupil last whole"),
        Field.NAME: ("participant", "participant whole",
                     "whole", "pupil", "pupil whole", "booked pupil", "first last", "called last",
                     "called infix last",
                     "first infix last", "pupil first last", "pupil called last", "whole first last",
                     "pupil infix last called", "pupil whole first last"),
        Field.GROUP: ("group", "level", "group whole", "group pupil", "level pupil"),
        Field.BIRTH_DATE: ("birth", "birthword date", "pupil birth", "pupil birthword date"),
        Field.SINCE: ("since", "since date", "pupil since", "pupil since date"),
        Field.HOME_LANGUAGE: ("language", "home language", "language carer"),
        Field.INTERPRETER: ("interpreter", "interpreter whole", "interpreter language"),
        Field.DATE: ("date", "date time", "day", "day time", "begin date", "begin date time", "day date",
                     "wish date", "wish day", "wish date time", "wish day time"),
        Field.TIME: ("time", "of", "begin", "begin time", "of time", "begin end", "begin end time", "of end",
                     "of time end", "wish time", "wish begin"),
        Field.END: ("end", "time end", "end date time", "end day time"),
        Field.MINUTES: ("minutes", "minutes time"),
        Field.MORE_MINUTES: ("more minutes", "more time", "more minutes time"),
        Field.TEACHER: ("teacher", "teacher whole"),
        Field.KIND: ("kind",),
        Field.PLACE: ("place",),
        Field.REMARK: ("remark", "more", "more remark", "remark carer", "remark pupil", "attention",
                       "attention pupil",
                       "attention teacher", "remark teacher", "remark first teacher", "points teacher"),
        Field.WITH: ("with", "with whole", "comes with", "invited", "invited carer"),
        Field.PARENT_POINTS: ("points", "carer points", "attention carer"),
        Field.PUPIL_POINTS: ("pupil points",),
        Field.CARER: ("carer", "carer whole", "with carer", "carer comes", "carer first last", "booked by",
                      "booked by carer", "booked carer", "whole booked by"),
        Field.CARER_FIRST: ("carer first", "carer called", "carer first whole", "carer initials"),
        Field.CARER_INFIX: ("carer infix",),
        Field.CARER_LAST: ("carer last", "carer last whole"),
        Field.PHONE: ("phone", "carer phone"),
        Field.RELATION: ("relation", "relation carer", "relation pupil", "relation carer pupil",
                         "relation end pupil", "relation with pupil", "kind relation", "kind relation carer"),
        Field.EMAIL: ("mail", "carer mail", "mail address", "carer mail address"),
    }.items()
    for meaning in several
}  # fmt: skip
_PRIVATE = re.compile(
    r"\b(?:prive|private|intern(?:e|al)?(?! begeleid)|vertrouwelijke?|confidential|geheime?"
    r"|(?:alleen|enkel|only) (?:voor|for) \w+|niet (?:voor|delen|tonen|zichtbaar)\b.*"
    r"|not (?:for|visible|shared)\b.*|(?:staff|teachers?) only)\b|\bprive(?=\w)"
)
"""How a header says that a remark is for the school alone, in folded words."""
_SAID = frozenset({Field.REMARK, Field.PARENT_POINTS, Field.PUPIL_POINTS})
_TOGETHER = re.compile(r"\s*[-–/&+]\s*|\s+(?:en|and)\s+")
"""What stands between two things that one column has: "Leerling - ouder"."""
_MOBILE = re.compile(r"\b06(?!\d)")
"""The digits that mobile numbers begin with stand for these: "06-nummer"."""
_ORDINALS = {
    **dict.fromkeys(["eerste", "first", "primary", "primaire"], "1"),
    **dict.fromkeys(["tweede", "second", "secondary", "andere", "other"], "2"),
    **dict.fromkeys(["derde", "third"], "3"),
    "vierde": "4",
}
_IN_A_LETTER = frozenset({"v", "o", "oud", "verz"})
"""What a parent is called ahead of a number: "Mobiel v1"."""
_RELATED = frozenset(_VOCABULARY["relation"].split())
_STAFF = (
    "begeleider",
    "coach",
    "docent",
    "leerkracht",
    "leraar",
    "mentor",
    "coordinator",
    "teacher",
    "tutor",
)
_WISHED = ("voorkeur", "prefer", "gewenst")
"""How a word begins that says what somebody would like."""
_CONTACTS = those("contact contactpersoon contactpersonen aanspreekpunt hoofdverzorger")
_OF_A_RELATION = frozenset({"whole", "first", "last", "infix", "initials", "called", "phone", "mail"})
"""What a column of somebody related to the child can hold of that person."""
_OF_A_PUPIL = frozenset({"number", "id", "first", "last", "called", "birth", "group", "level"})
"""What a column of somebody who takes part in education has, which it says of no visitor."""
_SITS = those("in zit is gaat sits")
"""Words around a group in a question for that of the child, and of nobody else."""
_LESSER = frozenset({"first", "day", "level", "begin", "initials", "invited", "wish"})
"""Words that give way to another column for the same field: a calling name, a real date."""
_BESIDE = frozenset({"number", "home", "of", "event"})
"""Words that change nothing where the others say it already."""
PUPIL_NAMES = frozenset({Field.FIRST_NAME, Field.LAST_NAME, Field.NAME})
_ASKED = frozenset(
    {Field.PARENT_POINTS, Field.PUPIL_POINTS, Field.HOME_LANGUAGE, Field.INTERPRETER, Field.REMARK}
    | {Field.PHONE, Field.EMAIL, Field.DATE, Field.TIME}
)
"""What a question on a form can be about, whatever else is in it."""


class Meaning(NamedTuple):
    """A header's field and, for a carer's column, whose: a number, "father", "mother", "#" and a count.

    `bare` is a name or a number that nobody's role stands with; `last_first` names the last name first.
    A phone at `home` is the family's.
    """

    field: Field | None
    carer: str = ""
    lesser: bool = False
    bare: bool = False
    last_first: bool = False
    home: bool = False


def meaning_of(header: str) -> Meaning:
    """Return what one header says; what stands between brackets may be left out.

    What a teacher noted for the school alone is nothing that is kept here.
    """
    meaning = _meaning_of(header)
    return Meaning(None) if is_private_note(header) else meaning


def is_private_note(header: str) -> bool:
    """Return whether a column has remarks that no family is to see: "Privé-notitie", "Opmerking (intern)"."""
    said = " ".join(words(header))
    if not _PRIVATE.search(said):
        return False
    bare = _PRIVATE.sub(" ", said)
    return not bare.strip() or not _SAID.isdisjoint(_meaning_of(each).field for each in (header, bare))


@lru_cache(maxsize=1024)
def _meaning_of(header: str) -> Meaning:
    if len(header) > LONGEST_CELL:
        return Meaning(None)
    header = _MOBILE.sub(" mobile ", header.replace("#", " number "))
    if not any(map(str.isalpha, header)):
        return Meaning(None)
    bare = re.sub(r"[(\[].*?[)\]]", " ", header)
    # "Kind (groep)": what stands between brackets is in the cell as well
    also = (
        bare != header
        and meaning_of(bare).field in PUPIL_NAMES
        and "group" in _said_in("".join(words(header)))
    )
    for text in (bare,) if also else (header, bare):
        for said in map(_numbered, (words(text), _in_full(text))):
            digits = {word for word in said if word.isdigit()}
            found = _said_in("".join(word for word in said if not word.isdigit()))
            if (meaning := _meaning(found, digits)).field:
                return meaning
    return _pupil_and_parent(header) or _question(header)


def _pupil_and_parent(header: str) -> Meaning | None:
    """Return that a column has the pupils, where it says that their parents stand behind them."""
    parts = _TOGETHER.split(header)
    if len(parts) != 2 or not all(parts):
        return None
    pupil, parent = map(meaning_of, parts)
    return pupil if pupil.field is Field.NAME and parent.field is Field.CARER else None


def says_with_parent(header: str) -> bool:
    """Return whether a parent stands behind each pupil of a column: "Leerling / ouder"."""
    return _pupil_and_parent(header) is not None


def _numbered(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a header with "eerste" before a parent as a number, and "v1" as a parent's.

    "First" may be of a name.
    """
    behind = (*said[1:], "")
    return tuple(
        _ORDINALS[word]
        if word in _ORDINALS and (says_parent(after) or after in _RELATED)
        else "ouder"
        if word in _IN_A_LETTER and after.isdigit() and len(said) > 2
        else word
        for word, after in zip(said, behind, strict=False)
    )


def parent_said(text: str) -> str:
    """Return which parent a text is about, "mother" or "father": "mama", "tel. vader", "alleen moeder"."""
    parents = {_MEANINGS.get(each) for each in words(text)} & {"mother", "father"}
    return next(iter(parents), None) or "" if len(parents) == 1 else ""


def says_interpreter(text: str) -> bool:
    """Return whether a text says that somebody interprets, and nothing else: "tolk", not "geen tolk"."""
    return {_MEANINGS.get(each) for each in words(text)} == {"interpreter"}


def is_understood(header: str) -> bool:
    """Return whether each word of a header is known, also where it is for no field."""
    return bool(_said_in("".join(words(header))))


def says_family(header: str) -> bool:
    """Return whether a column has the name of a family, which may not be its children's."""
    return "family" in _said_in("".join(words(header)))


def says_parent(word: str) -> bool:
    """Return whether a word says that somebody is a parent, and not who."""
    return _MEANINGS.get(word) in {"carer", "father", "mother"}


def says_any_parent(word: str) -> bool:
    """Return whether a word says that somebody is a parent, and not even which: "ouders", "verzorger"."""
    return _MEANINGS.get(word) == "carer" and not tells_a_role(word)


def parent_coming(header: str) -> str:
    """Return which parent a column is about that says who comes: "Vader komt", "Komt moeder?"."""
    said = {each for each in _said_in("".join(words(header))) if each}
    return parent_said(header) if said in ({"father", "comes"}, {"mother", "comes"}) else ""


def says_nothing(word: str) -> bool:
    """Return whether a word adds nothing to what a header says: "de", "en", "uw"."""
    return _MEANINGS.get(word) == ""


def says_contact(header: str) -> bool:
    """Return whether a column says which of the parents is to be reached: "Eerste contact"."""
    return not _CONTACTS.isdisjoint(words(header))


def says_staff(header: str) -> bool:
    """Return whether a column is of somebody who works at the school: "Bpv-begeleider", "Zorgcoördinator"."""
    return any(word.endswith(_STAFF) for word in words(header))


def says_what_is_done(text: str) -> bool:
    """Return whether a text in the place of a name says who comes or interprets: "KOMT MET OMA"."""
    return not {"comes", "interpreter", "language"}.isdisjoint(_MEANINGS.get(each) for each in words(text))


def says_invited(header: str) -> bool:
    """Return whether a column is about an invitation: whom it went to, when, or whether it did."""
    return "invited" in {_MEANINGS.get(word) for word in words(header)}


def says_wish(header: str) -> bool:
    """Return whether a header says that its column has what somebody would like: "Voorkeursdatum"."""
    return any(word.startswith(_WISHED) for word in words(header))


def says_when_it_was_sent(header: str) -> bool:
    """Return whether a column has when a form was filled in, which is no time of a talk."""
    said = words(header)
    return "stamp" in {_MEANINGS.get(each) for each in (*said, "".join(said))}


def _in_full(text: str) -> tuple[str, ...]:
    """Return the words of a header, what was cut short ("Voorv.") as a known word that begins so."""
    written = fold(text)
    return tuple(
        (_known_beginning(word) if f"{word}." in written or _is_cut(word, text) else "")
        or _known_without_vowels(word)
        or word
        for word in words(text)
    )


def _is_cut(word: str, text: str) -> bool:
    """Return whether a word may be cut short without a dot, beside others of a header: "Conf Date"."""
    return len(word) > SHORTEST_CUT and len(words(text)) > 1


@cache
def _known_beginning(word: str) -> str:
    """Return a known word that begins so; empty where words of more than one meaning do."""
    if word in _MEANINGS or len(word) < SHORTEST_CUT or _said_in(word):
        return ""
    longer = (said for said in _MEANINGS if said.startswith(word) and len(said) >= len(word) + LEAST_CUT)
    known = {_MEANINGS[said]: said for said in longer}
    return known.popitem()[1] if len(known) == 1 else ""


@cache
def _known_without_vowels(word: str) -> str:
    """Return the known word of which only vowels behind the first letter are left out: "gsprk", "lkrcht"."""
    if word in _MEANINGS or len(word) < SHORTEST_SKELETON or _VOWELS.search(word) or not word.isalpha():
        return ""
    alike = (said for said in _MEANINGS if said[:1] == word[:1] and _VOWELS.sub("", said) == word)
    whole = {_MEANINGS[said]: said for said in alike}
    return whole.popitem()[1] if len(whole) == 1 else ""


def _meaning(found: tuple[str, ...], digits: set[str]) -> Meaning:
    said = frozenset(found) - {""}
    parents = said & {"father", "mother"}
    said = (said - parents) | ({"carer"} if parents else set())
    if "participant" in said and said & _OF_A_PUPIL:
        said = (said - {"participant"}) | {"pupil"}
    if "relation" in said and said & _OF_A_RELATION:
        # by itself it says what somebody is to the child
        said = (said - {"relation"}) | {"carer"}
    field = _FIELDS.get(said) or _FIELDS.get(said - _BESIDE)
    # "Komt moeder?" asks whether she does
    if field is None or (parents and "comes" in said) or len(digits) > 1 or _is_another_number(field, said):
        return Meaning(None)
    if digits and field is Field.NAME and "pupil" in said and digits <= set("123456789"):
        return Meaning(field) if digits == {"1"} else Meaning(Field.SIBLING, digits.pop())
    if digits and (not field.startswith("carer_") or digits.isdisjoint("123456789")):
        return Meaning(None)
    last_first = field is Field.NAME and _last_first(found)
    if found[:1] == ("whole",) and said == {"whole", "first"}:
        field, last_first = Field.NAME, True
    whose = digits | (parents if len(parents) == 1 else set())
    bare = not said & {"pupil", "carer"}
    return Meaning(field, next(iter(whose), ""), bool(said & _LESSER), bare, last_first, "home" in said)


def _is_another_number(field: Field, said: frozenset[str]) -> bool:
    """Return whether a number is of a talk or a family, and not of a pupil."""
    return (field is Field.NUMBER and "event" in said) or ({"number", "family"} <= said)


def _last_first(found: tuple[str, ...]) -> bool:
    """Return whether a header for a whole name names the last name before the first."""
    first = [found.index(each) for each in ("first", "called") if each in found]
    return "last" in found and bool(first) and found.index("last") < min(first)


def _question(header: str) -> Meaning:
    """Return what a question on a form asks for: "Wat wilt u met de leerkracht bespreken?"."""
    said = words(header)
    if len(said) < 4 and not header.endswith("?") and "comes" not in {_MEANINGS.get(each) for each in said}:
        return Meaning(None)
    # "wat wil uw kind bespreken" is asked of the child, "wat wilt u over uw kind vertellen" of the parents
    said_to = {"u", "jullie", "you"}
    # "waar wilt u het over hebben": two words may say it together
    pairs = map("".join, pairwise(said))
    known = {_MEANINGS[word] for word in (*said, *pairs) if word in _MEANINGS}
    if known & {"points"}:
        of_pupil = "pupil" in known and "carer" not in known and said_to.isdisjoint(said)
        of_pupil = of_pupil and not _is_about_the_child(said)
        return Meaning(Field.PUPIL_POINTS if of_pupil else Field.PARENT_POINTS)
    if "along" in known:
        return Meaning(Field.REMARK)
    if {"whole", "comes"} <= known:
        return Meaning(Field.WITH, lesser=True)
    if "interpreter" in known:
        # a language beside it is the one to interpret
        known -= {"language"}
    if _asks_which_group(said, known):
        return Meaning(Field.GROUP)
    # "van" by itself, as in "Sofie van den Berg", asks for no time
    fields = {_FIELDS.get(frozenset({each})) for each in known - {"of"}} & _ASKED
    return Meaning(fields.pop()) if len(fields) == 1 else Meaning(None)


def _asks_which_group(said: tuple[str, ...], known: set[str]) -> bool:
    """Return whether a form asks for the child's own group: "In welke groep zit uw kind?"."""
    others = {word for word in said if word not in _MEANINGS}
    return {"pupil", "group"} <= known <= {"pupil", "group", ""} and others <= _SITS


def _is_about_the_child(said: tuple[str, ...]) -> bool:
    """Return whether a question is about the child, "over uw kind", and not what the child has to say."""
    known = [word for word in said if _MEANINGS.get(word) != ""]
    return any(one in {"over", "about"} and _MEANINGS.get(other) == "pupil" for one, other in pairwise(known))


@lru_cache(maxsize=1024)
def _said_in(squashed: str) -> tuple[str, ...]:
    """Return the meanings of a header's words in order, however it is spaced; empty when one is unknown.

    Of several ways to cut it up the one with the fewest words counts.
    """
    if len(squashed) > LONGEST_HEADER:
        return ()
    reached: dict[int, tuple[str, ...]] = {0: ()}
    for at in range(len(squashed)):
        for end in range(at + 1, min(len(squashed), at + _LONGEST_WORD) + 1) if at in reached else ():
            meaning = _MEANINGS.get(squashed[at:end])
            if meaning is not None and (end not in reached or len(reached[at]) + 1 < len(reached[end])):
                reached[end] = (*reached[at], meaning)
    return reached.get(len(squashed), ())

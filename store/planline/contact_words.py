"""The words for channels, people and initiative, Dutch and English."""

from __future__ import annotations

from collections.abc import Mapping

from store.domain.plan import Channel
from store.planline.words import those

PUPIL, PARENTS, TEACHER, SUPPORT = "pupil", "parents", "teacher", "support"
PARTICIPANTS = (PUPIL, PARENTS, TEACHER, SUPPORT)
"""Who may take part, in the order they are told in."""

_VISIT, _PHONE, _VIDEO = Channel.VISIT, Channel.PHONE, Channel.VIDEO
_MAIL, _MESSAGE, _HOME = Channel.MAIL, Channel.MESSAGE, Channel.HOME_VISIT


def _table(rows: list[tuple[Channel, str]]) -> dict[str, Channel]:
    return {word: channel for channel, words in rows for word in words.split()}


CHANNELS: Mapping[str, Channel] = _table(
    [
        (
            _PHONE,
            "bellen bel belt belletje opbellen telefoon telefonisch telefoontje telefoongesprek belafspraak "
            "belmoment belgesprek tel phone phones call calls calling telephone ring rings",
        ),
        (
            _VIDEO,
            "videobellen videobel videobelt videogesprek videocall videocalls beeldbellen beeldbelt video "
            "teams zoom facetime skype",
        ),
        (_MAIL, "mail mailen mailt mailtje mails email emailen emails emailt mailcontact"),
        (
            _MESSAGE,
            "app appen appt appje appbericht appberichtje bericht berichtje whatsapp whatsappen sms "
            "message messages texting parro klasbord klasseapp ouderapp",
        ),
        (_VISIT, "langskomen schoolbezoek"),
        (_HOME, "huisbezoek thuisbezoek huisbezoekje"),
    ]
)
"""Words that name a channel by themselves."""

PHRASES: Mapping[tuple[str, ...], Channel] = {
    ("home", "visit"): _HOME,
    ("visit", "at", "home"): _HOME,
    ("school", "visit"): _VISIT,
    ("video", "call"): _VIDEO,
    ("video", "bellen"): _VIDEO,
    ("e", "mail"): _MAIL,
    ("text", "message"): _MESSAGE,
    ("via", "internet"): _VIDEO,
}

PLACES: Mapping[tuple[str, ...], Channel] = {
    ("op", "school"): _VISIT,
    ("at", "school"): _VISIT,
    ("in", "school"): _VISIT,
    ("in", "de", "school"): _VISIT,
    ("naar", "school"): _VISIT,
    ("in", "de", "klas"): _VISIT,
    ("in", "class"): _VISIT,
    ("thuis",): _HOME,
    ("at", "home"): _HOME,
    ("online",): _VIDEO,
}
"""Where a talk is: a channel only when nothing else names one."""

TALKS = those(
    "gesprek gesprekje praten spreken overleg overleggen afspraak talk talks meeting meet conversation "
    "bijeenkomst bezoek visit langs evaluatie evaluation review contactmoment"
)
"""Words for sitting together without saying where; so is every word that ends in *gesprek*."""

TALK_TOPICS = those("evaluatie evaluation review")
"""Talk words that say what for as well."""

TALK_END = ("gesprek", "gesprekken")

ROLES: Mapping[str, str] = {
    **dict.fromkeys(those("kind leerling pupil child student zoon dochter son daughter kinderen"), PUPIL),
    **dict.fromkeys(
        those(
            "ouders ouder verzorger verzorgers vader moeder papa mama pa stiefvader stiefmoeder pleegouders "
            "pleegouder parents parent carer carers guardian guardians father mother dad mum mom gezin "
            "family"
        ),
        PARENTS,
    ),
    **dict.fromkeys(
        those(
            "juf juffrouw meester leerkracht leraar lerares docent mentor coach slber "
            "studieloopbaanbegeleider "
            "teacher tutor school"
        ),
        TEACHER,
    ),
    **dict.fromkeys(
        those(
            "ib'er iber ib intern-begeleider zorgcoordinator tolk interpreter opa oma grootouders broer zus "
            "grandma grandpa grandmother grandfather logopedist rt'er zorgteam"
        ),
        SUPPORT,
    ),
}
"""Roles as they are typed. Others whom the family or the school brings along are support."""

AFTER_WITH: Mapping[str, str] = {"ma": PARENTS}
"""Words that mean a person only behind *met* or *with*."""

TEACHER_WORDS = those("ik i i'll mij me")
"""The teacher, speaking."""

WITH = those("met with samen incl inclusief including")
WITHOUT = those("zonder without")
ALONG = those("erbij mee aanwezig bij present along included too ook")
"""Behind a person: that person comes as well."""

SUBJECT_VERBS = those(
    "bel belt videobelt mailt appt regelt neemt maakt vraagt plant komt stuurt organiseert initieert meldt "
    "geeft laat bepaalt beslist calls emails mails messages phones rings texts arranges handles takes asks "
    "contacts initiates plans decides manages"
)
"""Verb forms whose neighbour is the one who takes the first step."""

PLURAL_VERBS = those(
    "regelen nemen maken vragen melden geven laten komen plannen beslissen "
    "call email mail phone ring text arrange handle take ask contact plan decide initiate"
)
"""As above for *ouders* and *parents*. *Ouders bellen* may be *parents call* or *call the parents*."""

PARENTS_AND_OBJECT = those("bellen mailen appen")
"""Verbs that have the parents as subject only when the teacher is named behind them."""

VERB_TAILS = those(
    "regelt regelen neemt nemen maakt maken het zelf dit dat contact op initiatief initiative the it this "
    "himself herself themselves themself takes take arranges arrange handles handle everything alles af aan "
    "komt komen vraagt vragen plant plannen laat laten weten meldt melden zich wel moment afspraak "
    "appointment up asks ask contacts contact plans plan zelfstandig geeft geven in"
)
"""What belongs to such a verb and so is no purpose."""

INITIATIVE = those("initiatief initiative")
REQUEST = those("verzoek request aanvraag initiatief initiative")
MUTUAL = those("elkaar wederzijds either elkaars")
EITHER_PHRASES = (("each", "other"), ("over", "en", "weer"), ("one", "another"))

FILLERS = those(
    "het de een the a an op in om aan bij van met even kort korte weer graag samen en dan er we wij zelf "
    "contact per via zullen gaan kunnen moeten datum tijd date time wordt is te to on at with and by in of "
    "for please shall will let us our onze ons mijn hun z'n zijn haar my his her their also ook eerst "
    "erbij aanwezig mee too present along included "
    "afgesproken opnemen nemen sturen send doen contactmoment moment short brief plus door naar de't vd nog"
)
"""Words that carry no meaning for the plan, and so never become a purpose on their own."""

RISKY = those(
    "niet geen nooit behalve uitgezonderd tenzij rond omstreeks ongeveer circa ca plm tot voor na sinds "
    "vanaf "
    "buiten not no never except around about approximately since until till before after by besides unless "
    "minstens hooguit maximaal minimaal vroegst laatst tussen between binnen within t/m uiterlijk eerder "
    "later "
    "erna ervoor daarvoor daarna earlier behoudens zonder without elke iedere elk ieder every each vanavond "
    "van from over vroeg laat early late last past halverwege beyond"
)
"""Words that turn the date beside them into something else: unread, they make the line refused."""

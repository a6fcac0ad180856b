"""The words for channels, people and initiative, Dutch and English."""

from __future__ import annotations

import re
from collections.abc import Mapping

from store.domain.plan import Channel
from store.domain.role_words import PARENTS, SUPPORT, TEACHER, WHOSE
from store.planline import contact_verbs
from store.planline.words import those

_VISIT, _PHONE, _VIDEO = Channel.VISIT, Channel.PHONE, Channel.VIDEO
_MAIL, _MESSAGE, _HOME = Channel.MAIL, Channel.MESSAGE, Channel.HOME_VISIT


def _table(rows: list[tuple[Channel, str]]) -> dict[str, Channel]:
    return {word: channel for channel, words in rows for word in words.split()}


def _phrase(text: str) -> tuple[str, ...]:
    """Return a phrase written as one item - spaces as `_` - as the words and signs a line is cut into."""
    return tuple(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*|[-']", text))


CHANNELS: Mapping[str, Channel] = dict(contact_verbs.ALL) | _table(
    [
        (
            _PHONE,
            "belletje telefoon telefonisch telefoontje telefoongesprek belafspraak "
            "belmoment belgesprek tel telf telef gsm mobiel mobieltje phonecall fone ph "
            "belafspraken belletjes telefoontjes belmomenten telefonische",
        ),
        (
            _VIDEO,
            "vc vid vcall gmeet videogesprek video digitaal hangouts hangout webex jitsi whereby "
            "videoverbinding videochat videochatten beeldgesprek",
        ),
        (_MAIL, "mailtje mailtjes mailcontact gemailde mailwisseling"),
        (
            _MESSAGE,
            "voicemail apps appje appbericht appberichtje bericht berichtje smsje whatsappje appjes "
            "berichten",
        ),
        (
            _VISIT,
            "langskomen langslopen binnenlopen binnenkomen aanwippen binnenwippen aanwaaien aankloppen "
            "binnenvallen binnenstappen schoolbezoek mdo inloop "
            "inloopmoment inloopuur inloopspreekuur "
            "spreekuur ouderavond",
        ),
        (
            _HOME,
            "huisbezoek huisbezoeken thuisbezoek huisbezoekje huisbez huisb thuisbez hv "
            "homevisit homevisits housevisit housevisits",
        ),
    ]
)
"""Words that name a channel by themselves."""

PHRASES: Mapping[tuple[str, ...], Channel] = {
    ("home", "visit"): _HOME,
    ("visit", "at", "home"): _HOME,
    **{(verb, "home"): _HOME for verb in those("visit visits visiting")},
    **{(verb, "their", "home"): _HOME for verb in those("visit visits visiting")},
    ("school", "visit"): _VISIT,
    **{(verb, where): _VISIT for verb in those("visits visiting") for where in those("school class us")},
    **{
        (verb, "the", where): _VISIT
        for verb in those("visits visiting")
        for where in those("school class classroom")
    },
    **{(video, what): _VIDEO for video in ("video", "vid") for what in those("call calls")},
    ("video", "bellen"): _VIDEO,
    ("e", "mail"): _MAIL,
    ("text", "message"): _MESSAGE,
    ("voice", "note"): _MESSAGE,
    ("voice", "message"): _MESSAGE,
    **{
        (front, what): _MESSAGE
        for front in ("voice", "audio", "spraak")
        for what in those("memo bericht msg")
    },
    ("audio", "message"): _MESSAGE,
    ("via", "internet"): _VIDEO,
    **{("aan", "de", what): _PHONE for what in those("tel telefoon lijn")},
    ("via", "google"): _VIDEO,
    ("via", "google", "meet"): _VIDEO,
    ("whatsapp", "groep"): _MESSAGE,
    ("app", "groep"): _MESSAGE,
    ("whatsapp", "groepje"): _MESSAGE,
    ("app", "groepje"): _MESSAGE,
    ("sit", "down"): _VISIT,
    ("sit", "-", "down"): _VISIT,
    ("google", "meet"): _VIDEO,
    ("google", "meetje"): _VIDEO,
    ("g", "meet"): _VIDEO,
    ("ms", "teams"): _VIDEO,
    ("via", "meet"): _VIDEO,
    ("op", "meet"): _VIDEO,
    ("on", "meet"): _VIDEO,
    ("over", "meet"): _VIDEO,
    **{("via", "een", what): _VIDEO for what in those("scherm laptop computer tablet")},
    **{("via", "de", what): _VIDEO for what in those("laptop computer tablet webcam camera")},
    **{("over", what): _VIDEO for what in those("skype zoom teams facetime")},
    **{(led, "the", "phone"): _PHONE for led in ("on", "over")},
    **{("meet", talk): _VIDEO for talk in ("afspraak", "gesprek", "overleg", "call", "meeting")},
    **{
        (verb, to): _VISIT
        for verb in those(
            "pop pops popping drop drops dropping stop stops stopping come comes coming nip nips nipping "
            "swing swings swinging"
        )
        for to in ("in", "into", "by", "round", "over")
    },
}

_WHICH_NOTEBOOK = (
    "heen-en-weer-|heen-en-weer|heen_en_weer_|heen_en_weer|klets|contact|communicatie|week|log|notitie|"
    "overdrachts|thuis|ouder"
)
NOTEBOOKS = tuple(
    f"{which}{what}"
    for which in _WHICH_NOTEBOOK.split("|")
    for what in those("schrift schriftje boek boekje map mapje")
)
"""What goes to and fro between home and school: *kletsboek*, *heen-en-weerschriftje*."""

_NAMED: Mapping[tuple[str, ...], Channel] = {
    **{
        _phrase(name): _MESSAGE
        for name in those(
            "parro social_schools socialschools schoudercom klasbord klasseapp ouderapp isy digiduif "
            "ouderportaal mijnschool basisschoolapp kwieb classdojo class_dojo seesaw magister "
            "somtoday konnect bloomz basisonline ziber mijn_rapportfolio mijnrapportfolio schoolapp "
            "school_app class_app parent_app ouderapp signal telegram messenger fb-messenger facebook "
            "schriftje briefje brief_mee brief nieuwsbrief letter_home note_home "
            " home-school_book home_school_book"
        )
    },
    **{_phrase(name): _MESSAGE for name in NOTEBOOKS},
    **{
        _phrase(name): _VISIT
        for name in those(
            "mdo inloop inloopmoment inloopuur inloopspreekuur spreekuur ouderavond parents_evening "
            "parents'_evening parent_evening "
            "parents_eve parents'_eve bij_halen_en_brengen"
        )
    },
    **{
        _phrase(f"{where}_{article}{what}".replace("__", "_")): _VISIT
        for where in ("bij", "tijdens", "na", "voor", "onder")
        for article in ("het_", "")
        for what in those("ophalen halen brengen wegbrengen afhalen afzetten")
    },
    **{
        _phrase(f"{where}_{article}{what}"): _VISIT
        for where in ("at", "during", "after", "before")
        for article in ("the_", "")
        for what in those("pick-up pickup drop-off dropoff home_time hometime")
    },
    **{
        _phrase(f"{where}_{article}{what}"): _VISIT
        for where in ("bij", "aan", "op", "at", "by")
        for article in ("de_", "het_", "the_", "")
        for what in those(
            "deur klasdeur schooldeur voordeur poort hek plein schoolplein schoolhek schoolpoort gate door "
            "school_gate"
        )
    },
}
"""Ways that are called by a name of their own, which is kept: a school's app, a notebook, the school gate."""

NAMED: Mapping[tuple[str, ...], Channel] = {
    **{tuple(each for each in name if each != "-"): channel for name, channel in _NAMED.items()},
    **_NAMED,
}
"""As above, also typed without the hyphens: *fb messenger*."""

PLACES: Mapping[tuple[str, ...], Channel] = {
    **{(to, "school"): _VISIT for to in those("op on at in naar to")},
    **{
        (to, whose, "school"): _VISIT
        for to in those("op on at in naar to")
        for whose in those("de the our onze")
    },
    ("op", "de", "groep"): _VISIT,
    ("in", "de", "groep"): _VISIT,
    ("in", "class"): _VISIT,
    **{
        ("in", whose, room): _VISIT
        for whose in those("de the our onze mijn my")
        for room in those("klas class classroom klaslokaal")
    },
    ("in", "het", "echt"): _VISIT,
    ("in", "person"): _VISIT,
    ("face", "to", "face"): _VISIT,
    **{(front, "tafel"): _VISIT for front in ("aan", "om")},
    **{(front, "de", "tafel"): _VISIT for front in ("aan", "om", "rond")},
    ("thuis",): _HOME,
    ("aan", "huis"): _HOME,
    **{("bij", whom, "thuis"): _HOME for whom in those("hen ze hun jullie u jou haar hem")},
    ("at", "home"): _HOME,
    ("f2f",): _VISIT,
    ("sch",): _VISIT,
    ("ftf",): _VISIT,
    ("1:1",): _VISIT,
    ("one", "to", "one"): _VISIT,
    ("online",): _VIDEO,
    ("op", "afstand"): _VIDEO,
    ("remotely",): _VIDEO,
}
"""Where a talk is: a channel only when nothing else names one."""

TALKS = those(
    "gesprek gesprekje praten spreken overleg overleggen afspraak talk talks meeting meetings meet "
    "conversation bijeenkomst bezoek visit langs mtg mtgs evaluatie evalueren evaluation review "
    "contactmoment chat praatje babbel babbeltje kletsen gesprekken afspreken catch-up catchup check-in "
    "gesprekjes checkin meetup zitten samenzitten meeten chats catch-ups catchups check-ins checkins meetups"
)
"""Words for sitting together without saying where; so is every word that ends in *gesprek*."""

SEVERAL_CONTACTS = those(
    "gesprekken gesprekjes telefoontjes belletjes mailtjes mails appjes berichten berichtjes huisbezoeken "
    "belmomenten contactmomenten bezoeken bezoekjes calls emails messages talks meetings videocalls chats "
    "catch-ups catchups check-ins checkins meetups visits texts"
)
"""Contacts that are counted: *2 gesprekken voor de kerst*."""


def counts_contacts(word: str) -> bool:
    """Return whether a word tells several contacts, alone or put together: *mailtjes*, *videogesprekken*."""
    return word.endswith(tuple(SEVERAL_CONTACTS))


TALK_TOPICS = those("evaluatie evalueren evaluation review catch-up catchup check-in checkin")
"""Talk words that say what for as well."""

ENDINGS: Mapping[str, Channel] = {
    **dict.fromkeys(("belletje", "belletjes", "telefoontje", "telefoontjes"), _PHONE),
    **dict.fromkeys(("mailtje", "mailtjes", "mail"), _MAIL),
    **dict.fromkeys(
        (
            "appje",
            "appjes",
            "berichtje",
            "berichtjes",
            "bericht",
            "berichten",
            "sms",
            "smsje",
            "smsjes",
            "memo",
        ),
        _MESSAGE,
    ),
}
"""What a compound ends in that is a channel: *spraakberichtje*, *weekmail*."""

MEETING_ENDS = (
    "groep", "gesprek", "gesprekje", "gesprekken", "overleg", "afspraak", "moment", "momenten", "contact",
    "meeting", "meetings", "call", "calls",
)  # fmt: skip
"""What stands behind a channel in one word: *teamsgesprek*, *zoomoverleg*, *belcontact*."""

TALK_END = ("gesprek", "gesprekken", "gesprekje", "gesprekjes", "gespr", "evaluatie")

PARTICLES = those("na op terug rond door bij mee")
"""What stands before a verb of contact as one word with it: *nabellen*, *opbellen*, *bijpraten*."""

VERB_FRONTS = ("aan", "af", "door", "down", "in", "op", "uit", "up")
"""What verbs begin with that tell what is done with a thing: *uitleggen*, *instellen*."""

ROLE_PHRASES: Mapping[tuple[str, ...], str] = {
    ("either", "parent"): PARENTS,
    ("intern", "begeleider"): SUPPORT,
    ("interne", "begeleider"): SUPPORT,
    ("ambulant", "begeleider"): SUPPORT,
    ("ambulant", "begeleidster"): SUPPORT,
    ("intern", "begeleidster"): SUPPORT,
    ("interne", "begeleidster"): SUPPORT,
    ("schoolmaatschappelijk", "werker"): SUPPORT,
    ("schoolmaatschappelijk", "werk"): SUPPORT,
    ("maatschappelijk", "werker"): SUPPORT,
    ("maatschappelijk", "werk"): SUPPORT,
    ("veilig", "thuis"): SUPPORT,
    ("social", "worker"): SUPPORT,
    ("youth", "worker"): SUPPORT,
    ("key", "worker"): SUPPORT,
    ("social", "services"): SUPPORT,
    ("family", "worker"): SUPPORT,
    ("ed", "psych"): SUPPORT,
    ("speech", "therapist"): SUPPORT,
    ("school", "nurse"): SUPPORT,
    ("remedial", "teacher"): SUPPORT,
    ("class", "assistant"): SUPPORT,
    ("class", "teacher"): TEACHER,
    ("form", "tutor"): TEACHER,
    ("form", "teacher"): TEACHER,
    ("head", "teacher"): SUPPORT,
    ("head", "of", "year"): SUPPORT,
    ("head", "of", "school"): SUPPORT,
    ("deputy", "head"): SUPPORT,
    ("assistant", "head"): SUPPORT,
    ("vice", "principal"): SUPPORT,
    ("deputy", "principal"): SUPPORT,
    ("year", "leader"): SUPPORT,
    ("teaching", "assistant"): SUPPORT,
    ("care", "coordinator"): SUPPORT,
    ("au", "pair"): SUPPORT,
    ("foster", "parents"): PARENTS,
    ("foster", "mother"): PARENTS,
    ("foster", "father"): PARENTS,
    ("beide", "ouders"): PARENTS,
    ("allebei", "de", "ouders"): PARENTS,
    ("both", "parents"): PARENTS,
    **{("both", homes): PARENTS for homes in those("homes households families")},
    **{("beide", homes): PARENTS for homes in those("gezinnen huishoudens huizen")},
}
"""Roles of two words."""

NAMELESS = those(
    "ouders verzorgers pleegouders stiefouders bonusouders parents carers guardians gezin family u jullie "
    "you thuisfront ouderpaar jij jijzelf school kinderen leerkrachten juffen grootouders grandparents opas "
    "omas buren neighbours bso smw zorgteam wijkteam cjg jeugdzorg directie administratie secretariaat "
    "office reception receptie kantoor balie ik i i'll mij me us"
)
"""Words for people behind which no name follows: several, or whoever speaks."""

APPS = those("whatsapp signal telegram messenger")
SERVICES = APPS | those("teams zoom skype facetime meet gmeet webex jitsi whereby hangouts hangout")
"""What a call or a message goes over."""

WITH = those("met with samen incl inclusief including")
WHICH_OF_THEM = those("grote kleine oudere jongere oudste jongste big little older younger")
"""Before kin: which one is meant, *grote broer*."""
POSSESSIVES = WHICH_OF_THEM | those(
    "de het een the a an zijn haar hun mijn onze ons jouw uw his her their my our your beide "
    "zn z'n mn m'n d'r nieuwe new eigen alle allebei both"
)
"""What may stand between such a word and the person."""
WHOSE_SPOUSE = WHOSE | {"nieuwe", "new"}
"""Before *man* and *vrouw*: the husband or wife of whoever was named before."""
WITHOUT = those("zonder without minus excl exclusief")
ALONE = those("alleen enkel uitsluitend only just solely exclusively")
ALONG = those("erbij mee aanwezig bij present along included too ook")
"""Behind a person: that person comes as well."""
AS_WELL = those("cc ook also plus incl inclusief including")
"""Before a person: that person comes as well."""


ANOTHER = those("nieuwe vorige andere volgende oude new previous other next former")
"""Before *juf* and the like: somebody else than who teaches the child now."""

HOW_OR_WITH_WHOM = CHANNELS.keys() | TALKS | WITH | WITHOUT
"""What a line goes on with behind a day that says no more."""

"""The words for channels, people and initiative, Dutch and English."""

from __future__ import annotations

import re
from collections.abc import Mapping

from store.domain.plan import Channel
from store.domain.role_words import AFTER_WITH as AFTER_WITH
from store.domain.role_words import HIM_OR_HER as HIM_OR_HER
from store.domain.role_words import ONE_PARENT as ONE_PARENT
from store.domain.role_words import PARENTS as PARENTS
from store.domain.role_words import PARTICIPANTS as PARTICIPANTS
from store.domain.role_words import PUPIL as PUPIL
from store.domain.role_words import RELATIVES as RELATIVES
from store.domain.role_words import ROLES as ROLES
from store.domain.role_words import STEPS as STEPS
from store.domain.role_words import SUPPORT as SUPPORT
from store.domain.role_words import TEACHER as TEACHER
from store.domain.role_words import TEACHER_WORDS as TEACHER_WORDS
from store.domain.role_words import helper as helper
from store.domain.role_words import kin as kin
from store.planline.words import those

_VISIT, _PHONE, _VIDEO = Channel.VISIT, Channel.PHONE, Channel.VIDEO
_MAIL, _MESSAGE, _HOME = Channel.MAIL, Channel.MESSAGE, Channel.HOME_VISIT


def _table(rows: list[tuple[Channel, str]]) -> dict[str, Channel]:
    return {word: channel for channel, words in rows for word in words.split()}


def _phrase(text: str) -> tuple[str, ...]:
    """Return a phrase written as one item - spaces as `_` - as the words and signs a line is cut into."""
    return tuple(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*|[-']", text))


CHANNELS: Mapping[str, Channel] = _table(
    [
        (
            _PHONE,
            "bellen bel belt belletje opbellen telefoon telefonisch telefoontje telefoongesprek belafspraak "
            "belmoment belgesprek tel phone phones call calls calling telephone ring rings phonecall "
            "belafspraken belletjes telefoontjes belmomenten telefonische gebeld opgebeld called phoned",
        ),
        (
            _VIDEO,
            "videobellen videobel videobelt videogesprek videocall videocalls beeldbellen beeldbelt video "
            "teams zoom facetime skype teamsen teamst zoomen facetimen facetimet skypen skypet digitaal "
            "gevideobeld videoverbinding videochat videochatten beeldgesprek",
        ),
        (
            _MAIL,
            "mail mailen mailt mailtje mails email mailtjes emailen emails emailt mailcontact "
            "gemaild gemailde emailed mailed mailwisseling",
        ),
        (
            _MESSAGE,
            "app apps appen appt appje appbericht appberichtje bericht berichtje whatsapp whatsappen sms "
            "message messages texting text texts smsje smsen smst sms'en sms't whatsappje whatsappt appjes "
            "berichten geappt texted messaged",
        ),
        (
            _VISIT,
            "langskomen langslopen binnenlopen binnenkomen aanwippen binnenwippen schoolbezoek mdo inloop "
            "inloopmoment inloopuur inloopspreekuur "
            "spreekuur ouderavond",
        ),
        (_HOME, "huisbezoek huisbezoeken thuisbezoek huisbezoekje huisbez thuisbez"),
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
    ("whatsapp", "groep"): _MESSAGE,
    ("app", "groep"): _MESSAGE,
    ("google", "meet"): _VIDEO,
    ("ms", "teams"): _VIDEO,
    ("via", "meet"): _VIDEO,
    ("op", "meet"): _VIDEO,
    ("on", "meet"): _VIDEO,
    ("over", "meet"): _VIDEO,
    ("via", "een", "scherm"): _VIDEO,
    **{
        (verb, to): _VISIT for verb in ("pop", "drop", "stop", "come") for to in ("in", "by", "round", "over")
    },
}

NAMED: Mapping[tuple[str, ...], Channel] = {
    **{
        _phrase(name): _MESSAGE
        for name in those(
            "parro social_schools socialschools schoudercom klasbord klasseapp ouderapp isy digiduif "
            "ouderportaal mijnschool basisschoolapp kwieb classdojo class_dojo seesaw magister "
            "somtoday konnect bloomz basisonline ziber mijn_rapportfolio mijnrapportfolio schoolapp "
            "school_app ouderapp signal telegram messenger fb-messenger facebook "
            "heen-en-weerschrift heen-en-weerboekje "
            "heen-en-weermap heen_en_weer_schrift heen_en_weerschrift heen_en_weer_schriftje "
            "kletsboekje kletsschrift schriftje contactschrift contactboekje communicatieschrift "
            "briefje brief_mee brief nieuwsbrief notitieboekje weekboekje logboekje overdrachtsschrift "
            "home-school_book home_school_book"
        )
    },
    **{
        _phrase(name): _VISIT
        for name in those(
            "mdo inloop inloopmoment inloopuur inloopspreekuur spreekuur ouderavond parents_evening "
            "parents'_evening parent_evening bij_halen_en_brengen at_pick-up at_pickup at_pick_up "
            "at_drop-off at_drop_off"
        )
    },
    **{
        _phrase(f"{where}_{article}{what}".replace("__", "_")): _VISIT
        for where in ("bij", "tijdens", "na", "voor", "onder")
        for article in ("het_", "")
        for what in those("ophalen halen brengen wegbrengen afhalen afzetten")
    },
    **{
        _phrase(f"{where}_{what}"): _VISIT
        for where in ("bij", "aan", "op", "at")
        for what in those(
            "de_deur de_poort het_hek het_plein het_schoolplein het_schoolhek de_schoolpoort the_gate "
            "the_door "
            "the_school_gate"
        )
    },
}
"""Ways that are called by a name of their own, which is kept: a school's app, a notebook, the school gate."""

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
    "bijeenkomst bezoek visit langs evaluatie evaluation review contactmoment chat praatje babbel babbeltje "
    "kletsen gesprekken afspreken catch-up catchup meetup"
)
"""Words for sitting together without saying where; so is every word that ends in *gesprek*."""

SEVERAL_CONTACTS = those(
    "gesprekken telefoontjes belletjes mailtjes mails appjes berichten berichtjes huisbezoeken "
    "belmomenten calls emails messages talks meetings videocalls"
)
"""Contacts that are counted: *2 gesprekken voor de kerst*."""

TALK_TOPICS = those("evaluatie evaluation review")
"""Talk words that say what for as well."""

ENDINGS: Mapping[str, Channel] = {
    **dict.fromkeys(("belletje", "telefoontje"), _PHONE),
    **dict.fromkeys(("mailtje", "mailtjes", "mail"), _MAIL),
    **dict.fromkeys(
        ("appje", "appjes", "berichtje", "berichtjes", "bericht", "sms", "smsje", "memo"), _MESSAGE
    ),
}
"""What a compound ends in that is a channel: *spraakberichtje*, *weekmail*."""

MEETING_ENDS = tuple("groep gesprek gesprekje gesprekken overleg afspraak moment momenten contact".split())  # noqa: SIM905
"""What stands behind a channel in one word: *teamsgesprek*, *zoomoverleg*, *belcontact*."""

TALK_END = ("gesprek", "gesprekken")

ROLE_PHRASES: Mapping[tuple[str, ...], str] = {
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
    ("social", "worker"): SUPPORT,
    ("speech", "therapist"): SUPPORT,
    ("foster", "parents"): PARENTS,
    ("foster", "mother"): PARENTS,
    ("foster", "father"): PARENTS,
    ("beide", "ouders"): PARENTS,
    ("both", "parents"): PARENTS,
}
"""Roles of two words."""

NAMELESS = those(
    "ouders verzorgers pleegouders stiefouders bonusouders parents carers guardians gezin family u jullie "
    "you thuisfront ouderpaar jij jijzelf school kinderen leerkrachten juffen grootouders grandparents opas "
    "omas buren neighbours bso smw zorgteam wijkteam cjg jeugdzorg directie ik i i'll mij me us"
)
"""Words for people behind which no name follows: several, or whoever speaks."""

WITH = those("met with samen incl inclusief including")
POSSESSIVES = those(
    "de het een the a an zijn haar hun mijn onze ons jouw uw his her their my our your beide grote "
    "zn z'n m'n d'r kleine oudere jongere oudste jongste nieuwe eigen big little older younger"
)
"""What may stand between such a word and the person."""
WITHOUT = those("zonder without minus excl exclusief")
ALONE = those("alleen enkel uitsluitend only just")
ALONG = those("erbij mee aanwezig bij present along included too ook")
"""Behind a person: that person comes as well."""

ATTENDING = those(
    "mag mogen kan kunnen komt komen is zijn wil willen gaat gaan schuift sluit zit doet luistert denkt "
    "praat kijkt "
    "may can comes come will joins attends sits"
)
PARTICLES = ALONG | those("aan")
"""*Sluit aan*, *doet mee*, *is erbij*: a verb and its particle behind a person say who comes as well."""
JOINING = those("joins attends vertaalt tolkt vertolkt translates interprets")
"""Who does this is there, without any particle."""

CONTACT_VERBS = those(
    "bel belt opbelt videobelt beeldbelt mailt appt smst sms't teamst facetimet skypet whatsappt "
    "emailt stuurt schrijft calls emails mails messages phones rings texts contacts sends writes"
)
"""Verb forms that are contact by themselves: who stands beside takes the first step."""

STEP_VERBS = those(
    "regelt neemt maakt vraagt plant organiseert initieert meldt geeft laat bepaalt beslist zoekt houdt doet "
    "nodigt trekt begint arranges handles takes asks initiates plans decides manages keeps does invites gets "
    "begins starts"
)
"Verb forms that take the first step only with what belongs to them: *neemt contact op*, *regelt het "
"zelf*."

MEETING_VERBS = those("spreek spreekt zie ziet zien ontmoet ontmoeten see sees meets speaks")
"""Between two people these say that they sit together: *ik spreek moeder*."""

LIGHT_VERBS = those(
    "neemt nemen maakt maken geeft geven laat laten zoekt zoeken houdt houden doet doen trekt trekken takes "
    "take makes make gives give keeps keep does do gets get"
)
"""Verbs of taking steps that say nothing without what belongs to them: *neemt contact op*, not *doet mee*."""

COMING_VERBS = those("komt komen comes come loopt lopen")
"""Who comes is there; that is no first step."""

RECEIVING = those("krijgt krijgen ontvangt ontvangen receives receive gets get")
"""Who receives is reached, and takes no first step."""

SUBJECT_VERBS = CONTACT_VERBS | STEP_VERBS | COMING_VERBS

PLURAL_VERBS = those(
    "regelen nemen maken vragen melden geven laten plannen beslissen zoeken houden doen nodigen "
    "trekken sturen beginnen call email mail phone ring text contact write send arrange handle take ask plan "
    "decide initiate keep do invite get"
)
"""As above for *ouders* and *parents*. *Ouders bellen* may be *parents call* or *call the parents*."""

PARENTS_AND_OBJECT = those("bellen mailen appen opbellen videobellen sms'en smsen")
"""Verbs that have the parents as subject only when the teacher is named behind them."""

INFINITIVES = PARENTS_AND_OBJECT | those(
    "sturen schrijven langskomen langslopen binnenlopen binnenkomen opnemen zoeken call phone ring mail "
    "email text message "
    "write contact aangeven melden facetimen teamsen appje mailtje"
)
"""What may stand at the end, behind *mag*, *kan*, *to* and the person: *moeder mag altijd bellen*."""

PARTICIPLES = those(
    "gebeld opgebeld gemaild geappt gevideobeld geinformeerd uitgenodigd benaderd called phoned "
    "emailed texted messaged contacted invited informed"
)

VERB_TAILS = those(
    "regelt regelen neemt nemen maakt maken het zelf dit dat contact op initiatief initiative the it "
    "this himself herself themselves themself takes take arranges arrange handles handle everything "
    "alles af aan vraagt vragen plant plannen laat laten weten meldt melden zich wel moment afspraak "
    "appointment up asks ask contacts contact plans plan zelfstandig geeft geven in uit een zoekt "
    "zoeken de eerste stap hoogte first step know als er wat iets bijhouden"
) - those("als er wat iets")
"""What belongs to such a verb and so is no purpose."""

ANOTHER = those("nieuwe vorige andere volgende oude new previous other next former")
"""Before *juf* and the like: somebody else than who teaches the child now."""

TITLES = those("mw mevr mevrouw dhr meneer mr mrs ms miss")
"""Before a name with a capital: somebody who helps, whoever that is."""

INITIATIVE = those("initiatief initiative")
REQUEST = those("verzoek request aanvraag initiatief initiative")
MUTUAL = those("elkaar wederzijds either elkaars elkander")
EITHER_PHRASES = (
    ("each", "other"), ("over", "en", "weer"), ("one", "another"), ("wie", "wil", "begint"), ("wie", "wil"),
    ("whoever", "wants"),
)  # fmt: skip

SMALL = those(
    "ik jij je u hij zij ze het we wij jullie mij me jou hem haar hen ons i you he she it they them him her "
    "me "
    "dat die dit deze er hier daar that this there here van voor na op in aan bij met door uit over om tot "
    "tegen rond onder naar vanuit nabij of en maar dan toen ook weer al echt nu of from to at by with for "
    "but "
    "then so daarna daarop vervolgens daarvoor erna ervoor verder later eerder mag kan zal moet wil may can "
    "will must should would could helaas eigenlijk jammer gewoon sorry unfortunately sadly a an de een the "
    "als if te bijna wel zo ja ok oke tja eh hoor hè he"
)
"""Words that tell nothing alone: a stretch of only these is what is left of something, and no purpose."""

OPENERS = those(
    "over om dat voor ivm i.v.m wegens omdat want hoe wat waarom wie waar about re regarding for to "
    "of zodat tbv mbt how what why because so that"
)
"""Words that open a purpose by themselves, so that the person before them stands alone."""

ABOUT = those("over om ivm i.v.m wegens about re regarding")
"""What stands behind these is a purpose: *over de toetsweek*, *over rapport 1*."""

PRONOUNS = those("ze zij hij we wij he she they")
"""Who is meant by them is not said in the line."""

HEDGES = those(
    "liever misschien wellicht waarschijnlijk mogelijk eventueel maybe perhaps probably possibly rather "
    "prefer preferably voorbehoud zou zouden ofzo"
)
"""Words that leave open whether it will be so."""

JUDGING = those(
    "lastig moeilijk onhandig slecht ongunstig onmogelijk vervalt afgezegd geannuleerd verzet weg ziek "
    "afwezig bezet druk vol werkt werken vrij difficult hard impossible busy away cancelled off works "
    "working "
    "inconvenient bad"
)
"""What is said of a day or a person that does not suit: it takes back what was planned."""

AVAILABLE = those(
    "kan kunt kun kunnen lukt lukken past passen schikt uit gaat gaan komt komen mag mogen hoeft hoeven wil "
    "willen "
    "is zijn "
    "heeft hebben zit tijd door doorgaan goed handig nodig can could will does do has have is are time suit "
    "suits work"
)
"""What a remark on that is made of besides."""

FILLERS = those(
    "het de een the a an op in om aan bij van met even kort korte weer graag samen en dan er we wij zelf "
    "contact per via zullen gaan kunnen moeten datum tijd date time wordt is te to on at with and by in of "
    "for please shall will let us our onze ons mijn hun z'n zn m'n d'r zijn haar my his her their also ook "
    "eerst "
    "erbij aanwezig mee too present along included incl inclusief including "
    "duurt lasts gerust keertje kom alvast inplannen "
    "ff effe effen eventjes efkes evn nogmaals gewoon fysiek live svp aub pls please liefst quick quickly "
    "eens sowieso dus gezellig tussendoor wel telkens steeds steevast tijdje vast vaste standaard "
    "eentje toch ergens dank bedankt thanks "
    "laten afgesproken opnemen nemen sturen send doen contactmoment moment short brief plus door naar de't "
    "vd nog"
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

"""The words for who starts and who joins, Dutch and English: verbs, and what belongs to them."""

from __future__ import annotations

from store.planline import contact_verbs, contact_words
from store.planline.words import those

ATTENDING = those(
    "mag mogen kan kunnen komt komen is zijn wil willen gaat gaan zal zullen schuift sluit zit doet luistert "
    "denkt praat kijkt haakt haken schuiven sluiten zitten doen luisteren denken praten kijken "
    "may can comes come will joins attends sits"
)
"""Verbs of who comes as well, with a particle behind them."""

PARTICLES = contact_words.ALONG | those("aan welkom welcome")
"""*Sluit aan*, *doet mee*, *is erbij*: a verb and its particle behind a person say who comes as well."""

INTERPRETING = those(
    "vertaalt tolkt vertolkt vertalen tolken translates interprets translate interpret translating "
    "interpreting"
)
"""Who does this is there, and it is told of that person: *zus tolkt*."""

JOINING = INTERPRETING | those("joins attends join attend joining attending")
"""Who does this is there, without any particle."""

STARTING = those("start begin begint starts begins")
"""Behind a person, with nothing behind it, this says who takes the first step: *moeder start*."""

BEGUN = STARTING | those("beginnen starten contact initiatief initiative beurt zet")
"""Words of a step that tell who begins, whatever the way of contact is."""

GIVING = those(
    "give gives giving geef geeft geven drop drops dropping send sends stuur stuurt sturen doe doet"
)
"""Before somebody and *een belletje*, *a ring*: that is the way of contact."""

GIVING_ORDERS = those("give drop send geef stuur doe")
"""Of these what somebody is told to do."""

DOING = those("doe doet doen do does")
HAVING = those("heb heeft hebben have has")
"""Before *een belletje*, *a talk*: what follows says how."""

OURS = those("we wij we'll let's lets")
"""Both sides together."""

PREFERRING = those("prefers prefer preferred likes like loves love verkiest verkiezen liever liefst rather")
"""How somebody would rather be in touch: *prefers texts*, *heeft liever mail*."""

SAYING = those(
    "zegt zeggen zei zeiden belooft beloven beloofde vertelt vertelde meldt meldde says say said promises "
    "promised told tells"
)
SAID = those("gezegd beloofd toegezegd verteld gemeld aangegeven afgesproken said promised told agreed")
"""Verbs, and what stands behind *heeft*, of what somebody says will happen: *zegt dat hij belt*."""

ASKING = those("vraagt vragen vraag verzoekt verzoeken asks ask")
"""*Vraagt juf te bellen*: who is asked calls."""

TRYING = ASKING | those("is zijn valt vallen wordt worden are laat laten helpt helpen vindt vinden")
"""Verbs before *te bellen* after which somebody else calls, or is called: *vraagt juf te bellen*."""

CONTACT_VERBS = contact_verbs.REACHES | those("bel stuurt schrijft contacts sends writes")
"""Verb forms that are contact by themselves: who stands beside takes the first step."""

SENDING = those("stuurt schrijft sends writes sturen stuur send")
REACHING = (CONTACT_VERBS - SENDING) | those("bellen mailen appen opbellen videobellen smsen")
"""Verbs behind which *mee* says that somebody reaches others along with another: *opa belt mee*."""

DONE_ALONG = those(
    "bellen videobellen mailen appen kijken luisteren praten denken doen komen gaan nemen brengen"
)
"""Behind *mee* in one word: *laat opa meebellen*, *oma meenemen*."""

WRITING = those("schrijft schrijven schrijf writes write")

STEP_VERBS = those(
    "regelt neemt maakt vraagt plant organiseert initieert meldt geeft laat bepaalt beslist zoekt houdt "
    "onderhoudt maintains "
    "doet nodigt trekt begint lets arranges handles takes asks initiates plans decides manages keeps does "
    "sorts invites gets begins starts"
)
"""Verb forms that take the first step only with what belongs to them: *regelt het zelf*."""

KEEPING_UP = those(
    "regelt regelen houdt houden onderhoudt onderhouden doet doen maintains arranges arrange handles handle "
    "manages manage keeps keep does do sorts sort"
)
"""Of these who sees to the contact, this way or another: *regelt de rest zelf, mail zo nodig*."""

TELLING_VERBS = those(
    "vertelt vertellen zegt zeggen bespreekt bespreken overlegt overleggen informeert informeren licht "
    "lichten brengt brengen zorgt zorgen legt leggen stemt stemmen spreekt spreken koppelt koppelen "
    "waarschuwt waarschuwen communiceert communiceren houdt houden laat laten geeft geven meldt melden "
    "tells tell informs inform keeps keep lets let reports report explains explain discusses discuss"
)
"""Verbs of letting people know: *vertelt het thuis zelf*, *houdt haar ouders zelf op de hoogte*."""

MEETING_VERBS = those(
    "spreek spreekt zie ziet zien ontmoet ontmoeten zit zitten komen komt treffen see sees meets speaks"
)
"""Between two people these say that they sit together: *ik spreek moeder*."""

LIGHT_VERBS = those(
    "neemt nemen maakt maken geeft geven laat laten zoekt zoeken houdt houden doet doen trekt trekken "
    "takes take makes make gives give keeps keep does do gets get lets let"
)
"""Verbs of taking steps that say nothing without what belongs to them: *neemt contact op*, not *doet mee*."""

COMING_VERBS = those("komt komen comes come coming loopt lopen")
"""Who comes is there; that is no first step."""

COMING_TOGETHER = those("komen lopen come zien see treffen ontmoeten")
"""Forms of these and of *zien* for several: *opa en oma … en komen in mrt op school*."""

CHECKING = those("check checks checkt")
"""With *in* behind them these are a talk: *coach checks in with mum*."""

REACHING_NOW = contact_verbs.REACHING_NOW | {"writing"}
"""Behind *is* these tell who takes the first step: *mum is calling*."""

HEARING = those("hoort hoor horen hoorden hear hears")
"""Who hears from somebody is reached: *u hoort van ons*."""

ANSWERING = those(
    "reageert reageren reactie antwoordt antwoorden antwoord beantwoordt beantwoorden reply replies reaction "
    "respond responds response answer answers"
)
"""How soon somebody does so is no day of the plan: *ouders reageren binnen een week*."""

ANSWERS = those("antwoord reactie reply reaction response answer")
"""Of these what is sent: *antwoord van ouders in week 49*."""

RECEIVING = those("krijgt krijgen ontvangt ontvangen receives receive gets get")
"""Who receives is reached, and takes no first step."""

SUBJECT_VERBS = CONTACT_VERBS | STEP_VERBS | COMING_VERBS
"""Verbs that make a subject of whoever stands before them."""

PLURAL_VERBS = (
    those(
        "regelen nemen maken vragen melden geven laten plannen beslissen zoeken houden doen nodigen trekken "
        "onderhouden maintain "
        "sturen beginnen starten contact write send arrange handle take ask plan "
        "decide initiate keep do invite get sort"
    )
    | contact_verbs.TO_REACH_IN_ENGLISH
)
"""As above for *ouders* and *parents*. *Ouders bellen* may be *parents call* or *call the parents*."""

PARENTS_AND_OBJECT = contact_verbs.TO_REACH_IN_DUTCH
"""Verbs that have the parents as subject only when the teacher is named behind them."""

INFINITIVES = (
    PARENTS_AND_OBJECT
    | contact_verbs.TO_REACH_IN_ENGLISH
    | those(
        "sturen schrijven langskomen langslopen binnenlopen binnenkomen opnemen zoeken drop "
        "write contact bereiken reach aangeven melden appje mailtje"
    )
)
"""What may stand at the end, behind *mag*, *kan*, *to* and the person: *moeder mag altijd bellen*."""

PARTICIPLES = contact_verbs.REACHED | those("geinformeerd uitgenodigd benaderd contacted invited informed")
"""Verb forms behind *wordt*: who is reached."""

SENT = those(
    "sent written started initiated arranged planned gestuurd verstuurd verzonden geschreven gestart "
    "begonnen geregeld gepland geinitieerd"
)
"""Before *door*, *by*: whoever did so takes the first step: *mail in nov, sent by dad*."""

VERB_TAILS = those(
    "regelt regelen neemt nemen maakt maken het zelf dit dat contact op initiatief initiative the it this "
    "himself herself themselves themself door takes take arranges arrange handles handle everything alles af "
    "aan vraagt vragen plant plannen laat laten weten meldt melden zich wel moment afspraak appointment "
    "up asks ask contacts contact plans plan zelfstandig geeft geven in uit een zoekt zoeken de eerste "
    "stap hoogte first step know als er wat iets bijhouden onderling"
) - those("als er wat iets")
"""What belongs to such a verb and so is no purpose."""

REQUEST = those("verzoek request aanvraag initiatief initiative")
"""What somebody asks for starts with that person: *op verzoek van moeder*."""

MUTUAL = those("elkaar wederzijds either elkaars elkander mekaar")
"""Whoever wants to begins."""

EITHER_PHRASES = (
    ("each", "other"), ("over", "en", "weer"), ("one", "another"), ("wie", "wil", "begint"), ("wie", "wil"),
    ("whoever", "wants", "to", "starts"), ("who", "wants", "to", "starts"), ("whoever", "wants", "to"),
    ("whoever", "wants"),
)  # fmt: skip

MODALS = those(
    "shall "
    "mag mogen kan kun kunt kunnen zal zullen ga gaat gaan wil willen moet moeten may can will could should "
    "must to zou zouden wanna gonna"
)
"""*Moeder mag bellen*, *mum to call*: what stands between somebody and the verb of contact."""

PERMITTING = those("mag mogen kan kun kunt kunnen")
"""*Je mag altijd bellen*: what somebody is told to be free to do."""

HE_OR_SHE = those("hij ie zij ze he she they")
ALL_OF_THEM = those("zij ze they")
"""Who was named before, as the subject of a verb."""

LINKS = those("van bij ligt is the of de het with lies from zijn haar")
"""What stands between *op verzoek* and whose wish it is."""

BEFORE_THEIR_SUBJECT = contact_verbs.DUTCH_REACHES | those(
    "regelt neemt vraagt plant stuurt schrijft maakt houdt onderhoudt doet zoekt laat geeft meldt nodigt "
    "trekt"
)
"""Verb forms that may stand before who does so: *in nov belt de juf*."""

ALL_THE_REST = those(
    "de het al alle alles ander andere overig overige rest verder contact contacten contactmomenten "
    "overleg the all other everything else rest any further remaining contacts"
)
"""What somebody who keeps up the rest alone sees to."""

THE_REST = those("alles everything rest overige remaining")
"""Whoever arranges all of it or the rest of it does so alone."""

SELF = those("zelf zelfstandig onderling herself himself themselves myself ourselves yourself")
"""Who does it so does it alone."""

EMPHASIS = SELF | those("eerst ook dan first also then")
"""What may stand between somebody and the verb: *moeder zelf belt*."""

ALL_OF_TWO = those("allebei beiden beide both each")
"""Behind two people: both of them do so."""

BACK = those("terug back")
"""Behind a verb of contact this tells who answers."""

FIRST_PERSON = contact_verbs.I_REACH | those("regel neem vraag plan maak stuur")
"""Verb forms of *ik*."""

TOWARDS_SOMEBODY = contact_words.WITH | those("aan naar bij voor")
"""What stands before who is reached, and so takes no first step."""

SENDERS = those("van v vd v/d vanuit door from by namens")
"""What stands before who sent it: *mail van juf*."""

WANTING = those("wil willen wenst wensen want wants wish wishes vraagt vragen")
"""Verbs of a condition that lies with somebody: *als ouders dat willen*."""

WISHING = those("wil wilt willen wenst wensen spreken afgesproken hopen hoop hoopt wants agreed would")
"""Verbs of what was asked or agreed: *ik wil graag dat moeder mij belt*."""

SEVERAL = those(
    "ouders verzorgers pleegouders parents carers guardians grootouders gezinnen huishoudens homes "
    "households families jullie u"
)
"""Words for people that have a plural verb."""

PASSIVE = those("wordt word worden is are gets get being be")
"""*Wordt gebeld door*."""

OUR_SIDE = those("ons us")
ME = those("me mij us ons")
"""The school, to the teacher who types."""

THEN_OR_ELSE = those("dan then anders otherwise")
"""Behind a comma these begin what comes of the contact, or of doing without it."""

BEHIND_SOMEBODY = SUBJECT_VERBS | PLURAL_VERBS | PARENTS_AND_OBJECT | contact_words.ALONG | {"zelf"}
"""Behind a word that may be a name these tell that somebody is called so: *Bel belt*, *June too*."""

BEFORE_SOMEBODY = those("call ring phone meet text email see")
"""Before a word that may be a name these tell that somebody is called so: *call Bel*."""

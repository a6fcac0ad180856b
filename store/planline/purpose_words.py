"""The words that open, fill or take back a purpose, Dutch and English."""

from __future__ import annotations

from store.planline import contact_words
from store.planline.words import those

SMALL = those(
    "ik jij je u hij zij ze het we wij jullie mij me jou hem haar hen ons i you he she it they them him "
    "her me dat die dit deze er hier daar that this there here van voor na op in aan bij met door uit "
    "over om tot tegen rond onder naar vanuit nabij of en maar dan toen ook weer al echt nu of from to at "
    "by with for but then so daarna daarop vervolgens daarvoor erna ervoor verder later eerder mag kan "
    "zal moet wil may can will must should would could helaas eigenlijk jammer gewoon sorry unfortunately "
    "sadly a an de een the als if te bijna wel zo ja ok oke tja eh hoor hè he"
)
"""Words that tell nothing alone: a stretch of only these is what is left of something, and no purpose."""

OPENERS = those(
    "over om dat voor vanwege ivm i.v.m wegens omdat want hoe wat waarom wie waar about re regarding for to "
    "of zodat tbv mbt how what why because so that"
)
"""Words that open a purpose by themselves, so that the person before them stands alone."""

SENTENCES = those(
    "hoe wat wie dat omdat zodat waarom doordat of terwijl how that because why whether so when"
)
"""Words that open a sentence, of which the verb stands at the end in Dutch: *hoe hij elke avond leest*."""

ABOUT = those("over om vanwege ivm i.v.m wegens about re regarding")
"""What stands behind these is a purpose: *over de toetsweek*, *over rapport 1*."""

PRONOUNS = those("ze zij hij we wij he she they")
"""Who is meant by them is not said in the line."""

HEDGES = those(
    "liever misschien mss msch evt wellicht waarschijnlijk mogelijk eventueel maybe perhaps probably "
    "possibly might prefers verkiest "
    "principe rather prefer preferably voorbehoud zou zouden ofzo bv bijv bijvoorbeeld eg hopelijk "
    "hopefully"
)
"""Words that leave open whether it will be so."""

THINKING = those("denk denkt denken dacht dachten think thinks thought volgens verwacht verwachten")
"""What *ik* or *we* say of a plan that is not sure: *ik denk bellen in nov*."""

JUDGING = those(
    "lastig moeilijk onhandig slecht ongunstig onmogelijk vervalt afgezegd geannuleerd verzet weg ziek "
    "afwezig bezet druk vol werkt werken vrij difficult hard impossible busy away cancelled off works "
    "working inconvenient bad verhinderd unavailable stopt stops stopped gestopt"
)
"""What is said of a day or a person that does not suit: it takes back what was planned."""

STOPPING = those(
    "stop stoppen stopping ophouden cease quit cancel skip scrap drop annuleren afzeggen schrappen overslaan "
    "pauzeren pause swap replace postpone reschedule move verplaats verzet vervang ruil wissel"
)
"""Before a way of contact these take it away: *stoppen met bellen*."""

AVAILABLE = those(
    "kan kunt kun kunnen lukt lukken past passen schikt uit gaat gaan komt komen mag mogen hoeft hoeven "
    "wil willen is zijn heeft hebben zit tijd door doorgaan goed handig nodig can could will does do has "
    "have be is are time suit suits work"
)
"""What a remark on that is made of besides."""

FILLERS = those(
    "het de een the a an op in om aan bij van met even weer graag samen en dan er we wij zelf "
    "contact per via zullen gaan kunnen moeten datum tijd date time wordt is te to on at with and by in "
    "of for please shall will we'll you'll let us our onze ons mijn hun z'n zn m'n d'r zijn haar my his "
    "her their also "
    "ook eerst erbij aanwezig mee too present along included incl inclusief including duurt lasts gerust "
    "keertje kom alvast inplannen ff eff effe effen eventjes efkes evn ns 'ns let's lets nogmaals gewoon "
    "svp aub alsjeblieft alstublieft pls please liefst eens sowieso dus tussendoor wel telkens steeds "
    "steevast tijdje vast vaste standaard eentje toch ergens dank bedankt thanks laten houden afgesproken "
    "opnemen hoi hallo hey hi hello ok oke nemen sturen send doen "
    "contactmoment moment plus cc door naar de't vd nog "
    "precies stipt exactly sharp "
    "nou anders natuurlijk uiteraard zomaar simpelweg anyway otherwise lekker es gwn contactje "
    "ta cheers thx groetjes contactmomentje momentje iig hup hop joh wee ach eigenlijk instead again"
)
"""Words that carry no meaning for the plan, and so never become a purpose on their own."""

AGREEING = those(
    "oja oh goed prima ok oke okee top ja fijn mooi nou right fine great so yes yeah yep sure okay alright"
)
"""At the beginning these only agree: *goed, dan …*."""

PUTTING_DOWN_TOGETHER = those("zetten doen prikken plannen noteren zeggen")
"""With *we* behind them these only say that it is put down: *zetten we op 12 nov*."""

PUTTING_DOWN = those("doe zeg zet noteer schrijf plan prik")
"""With *maar* behind them these only order to put it down: *doe maar een appje*."""

RISKY = those(
    "niet geen nooit behalve uitgezonderd tenzij rond omstreeks ongeveer circa ca plm tot voor na sinds "
    "vanaf buiten not no never except around about approximately since until till til 'til untill before "
    "after by besides unless minstens hooguit maximaal minimaal vroegst laatst tussen between binnen within "
    "t/m uiterlijk "
    "eerder later erna ervoor daarvoor daarna earlier behoudens zonder without elke iedere elk ieder "
    "every each halve dikke ruime kleine krappe vanavond van from over vroeg laat early late last past "
    "halverwege beyond"
)
"""Words that turn the date beside them into something else: unread, they make the line refused."""

LEADS = those(
    "wij we met with samen z'n zn zijn haar hun mijn ons onze his her their our om te het de een the a nog "
    "eerst for voor to about datum date tijd time in wat is of kort korte short brief even weer samen ook "
    "lekker mee naar door kunnen moeten gaan zelf op aan bij via per van at on by of uit "
    "daarna daarop vervolgens erna liefst preferably ideally"
)
"""Small words that go along with the purpose behind them."""

TAILS = those("het zelf er weer mee erbij also ook us ons is te gaan doen")
"""Words that mean nothing alone, but belong to the words of a purpose beside them."""

BESIDE_PEOPLE = contact_words.WITH | those("aan naar bij door by voor of with from")
"""What stands before people who take part."""

VERB_ENDS = those("op af mee uit aan in door terug langs na bij")
"""Ends of verbs that stand behind a day."""

AFTERWARDS = those("eerder later erna ervoor daarvoor daarna earlier niet not")
"""Behind a day these make it another one."""

NO_SIDES = those("van from about over niet geen not no by without zonder every each")
"""Risky words that may begin a purpose all the same."""

HARMLESS_LAST = those("van from over")
"""Risky words that may end a purpose all the same."""

VAGUE = those("anderhalve paar aantal enkele enige goed ruim krap zo'n few couple several some")
"""Words for a number that nobody knows."""

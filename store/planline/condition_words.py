"""The words that conditions are made of: what begins one, who is in it, what is needed in it."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_words, step_words
from store.planline.words import those

LIMITS = those("mits tenzij zolang unless provided")
"""What begins a condition that takes something off a day: alone it says nothing of *when*."""
STARTERS = those("als indien wanneer wnr zodra mocht mochten if when whenever once") | LIMITS
SUBJECTS = those(
    "ze zij hij ie het er u je jij we wij ik dat dit iets iemand men de een zijn haar hun mijn onze he "
    "she it its they there he's she's it's they're there's anything something someone you i we the a his her "
    "nothing everything nobody niets niks alles niemand their my our his's things school thuis daar nodig "
    "t 't this that"
)
BEFORE_HIS = contact_words.WITH | those("in van over naar op aan voor om uit bij")
"""Behind these *zn* is short for *zijn*: *met zn drieen*."""
NEEDS = those(
    "nodig is zijn speelt speelde gewenst wenselijk wil willen wenst wensen bijzonderheden vragen vraag "
    "zorgen problemen heeft hebben loopt lukt gaat gebeurt maakt voelt vraagt vindt vinden opvalt "
    "blijkt wordt needed necessary required up wants want wish wishes anything something questions "
    "concerns problems is are has have happens arises arise feels asks worries desired"
)
EVEN = those("ook zelfs even pas zeker vooral juist altijd especially certainly always")
"""Before *als* these say that a contact is then as well, or then most of all: *vooral als het tegenzit*."""
SOONER = those("eerder vroeger ervoor later vaker sooner earlier")
"""Before *als* these say that a contact may be on another day than was told: *of eerder als er iets is*."""
IN_ORDER = those("nadat voordat")
"""What begins a condition of order."""
ENGLISH_STARTERS = those("should if when whenever once unless provided")
ASKED = role_words.ROLES.keys() | those(
    "u je jij jullie ze zij hij het er we wij ik iemand iets dat dit t you she he they it there"
)
ASKING = those(
    "heeft hebt hebben heb wil wilt willen is zijn ben bent gaat gaan loopt lopen lukt komt komen merkt "
    "merken ziet zien maakt maken zit zitten voelt blijft wordt krijgt mist speelt twijfelt should had"
)
"""Verbs that ask on what condition: *heeft u vragen, bel gerust*."""

BARE = those("if when whenever indien")
"""Behind these one word may be the whole condition: *if worried*."""
MEETING = contact_words.TALKS | contact_words.CHANNELS.keys()
IMPERATIVES = those("bel mail app stuur call text ring")
WHO = those("ze zij hij we wij jullie he she we they")
PLAN_VERBS = step_words.INFINITIVES | contact_words.CHANNELS.keys() | step_words.CONTACT_VERBS
STOPS = {",", ";", "(", ")", "-", "\u2013"}

"""Correct spelling mistakes in the words that matter: to one word that is near enough, or not at all."""

# ruff: noqa: SIM905 - word lists read better as words than as quoted items
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import ModuleType

from store.domain import role_words
from store.domain.text import distance
from store.planline import contact_verbs, contact_words, purpose_words, step_words, words
from store.planline.words import those

_MEANT = (
    "april juni juli augustus maart januari februari september oktober november december "
    "january february march june july august october "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "monday tuesday wednesday thursday friday saturday sunday vrijdags maandags donderdags "
    "week weken weeks maand maanden month months kwartaal schooljaar weekend schooldag "
    "begin eind einde medio halverwege volgende komende aanstaande aankomende vorige afgelopen "
    "vandaag overmorgen gisteren tomorrow yesterday tweede derde laatste eerste "
    "wekelijks maandelijks dagelijks weekly monthly tweewekelijks "
    "herfstvakantie kerstvakantie voorjaarsvakantie krokusvakantie meivakantie zomervakantie vakantie "
    "holiday "
    "kerst kerstmis christmas autumn pasen easter pinksteren hemelvaart koningsdag bevrijdingsdag "
    "sinterklaas "
    "ochtend ochtends middag middags avonds morning afternoon evening "
    "iedere elke every tussen between vanaf before binnen rapport rapporten report kwart quarter "
    "bellen telefoon telefonisch videobellen videogesprek mailen huisbezoek thuisbezoek whatsapp email "
    "bericht berichtje telefoontje belletje message meeting videocall phonecall facetime homevisit "
    "homevisits avond vanavond vanmiddag vanochtend vanmorgen tonight "
    "gesprek ouders vader moeder leerling leerkracht meester mentor parents teacher mother father child "
    "nodig indien wanneer needed necessary initiatief initiative zonder without school"
).split()
"""The words worth correcting to."""

_ORDINARY = those(
    "aangaande aankomen aankomend afgelegen afgenomen afgesloten aflopen amanda augusta augustinus "
    "avoids ballen bannen bedacht beelen began begins begint begon begun beilen belden belgen belicht "
    "belle beller benin berecht berichten berichtte berucht beruchte betalen beteren betogen betreden "
    "beweeg bewees bewegen beweren bewezen bezocht bezweken billen binden bollen bonnen bracht brecht "
    "bright burcht chile chili chill christian christians christus contend dadelijk dagelijkse degelijk "
    "degelijke derden dergelijks earning easier eastern eater eend eersten eindje elle else emery emil "
    "ende ester evenmin ever evers evert farther fathers feather ferrari gastheren gebrek gespreid "
    "gestegen gestrekt gieren gister gitaren ieders indian indie indies initiated initiatieven "
    "initiatives inzien jaguar jaguars jane jeune joni jude judy julia julie julio jung junk juno jury "
    "kaart kart kende kermis kers kerstman kokend komedie korst kwast laagst laagste laatsten langste "
    "laste latte learning leergang leerkrachten leerlinge leerlingen legering levering maagd maagden "
    "maaien maakten maandelijkse maar maarten maassen maat mach madden maden maiden mailed malden malen "
    "managen mand manden manen mannen manning marc marco marking marsh mart massage massages master "
    "mating match meander melting meting metingen "
    "meaning media meeten medic meest meestal meeste meesten meesteres meesters mening mentors merging meter "
    "middels mining mister moaning mocking modder moeders moesten monden monster mont monte monty "
    "morfine mostly moth mothers mounting mourning mouth mouths moving muster necessarily necessity "
    "nodige nodigt noemer ochtenden onvermogen orders oudere overwogen paden paints palen pants parels "
    "paren parental parts passen pasten patent patents patients payments prent prints quarrel quartet "
    "quarterto quartz quieter rapper rappers rapporteren raptors repost resort schooling sturdy tassen teach "
    "teachers teaches teaser telefonische telefoons thatcher tracker vaders vakanties vaker vallende "
    "vandaan vandaar vanwaar vending very videobeelden videospellen voldoende volgde volgen volgens "
    "volgorde vormige vurige wagner waken wander warner wasbeer weak weaken weakened weed weeds weeen "
    "weeg weekenden weekendje weekends weep wees weet wegen wekelijkse wekken welk wenen weren werk "
    "werkelijk werkelijke werken werkend werkende wetend wezen wieken winner woedend woken wreken "
    "zender zolder zomerdag zonde zonden zondig"
)
"""Dutch and English words one slip away from a word that matters, and so never corrected.

Without them *zijn werk* would be read as *zijn week*.
"""


def _meanings() -> Mapping[str, object]:
    """Return what each of them means: two words that mean the same count as one."""
    tables = (
        words.MONTHS, words.WEEKDAYS, words.HABITS, words.DAYPARTS, words.UNITS, words.ORDINALS,
        words.PERIODS, words.WHICH, words.NEAR_DAYS,
        words.FREQUENCIES, words.HOLIDAYS, words.PUBLIC_STEMS, contact_words.CHANNELS,
        role_words.ROLES, dict.fromkeys(words.REPORT, 0), dict.fromkeys(words.EVERY, 0),
    )  # fmt: skip
    return {
        word: next(((n, str(table[word])) for n, table in enumerate(tables) if word in table), word)
        for word in _MEANT
    }


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Return every word the grammar knows: none of them is a slip of another."""
    return words_in(words, role_words, contact_words, step_words, purpose_words)


def words_in(*modules: ModuleType) -> frozenset[str]:
    """Return every word in the tables of these modules."""
    found: set[str] = set()
    for module in modules:
        for value in vars(module).values():
            if isinstance(value, Mapping | frozenset):
                for each in value:
                    found |= {each} if isinstance(each, str) else set(each)
    return frozenset(found)


def is_known(word: str) -> bool:
    """Return whether the grammar reads this word in some way."""
    return word in _known()


def allowed(word: str) -> int:
    """Return how many mistakes a word of this length may hold and still be that word."""
    return 0 if len(word) < 4 else 1 if len(word) < 7 else 2


def nearest(typed: str, candidates: Iterable[tuple[str, object]], most: int = 2) -> str | None:
    """Return the one word that `typed` must mean: nearest, and no other meaning as near."""
    best: dict[object, str] = {}
    least = most
    for word, meaning in candidates:
        limit = min(allowed(word), least)
        away = distance(typed, word, limit)
        if away > limit:
            continue
        if away < least:
            best, least = {}, away
        best.setdefault(meaning, word)
    return next(iter(best.values())) if len(best) == 1 else None


@lru_cache(maxsize=1)
def _shelves() -> Mapping[str, tuple[tuple[str, object], ...]]:
    shelves: dict[str, list[tuple[str, object]]] = defaultdict(list)
    for word, meaning in _meanings().items():
        shelves[word[0]].append((word, meaning))
    return {letter: tuple(shelf) for letter, shelf in shelves.items()}


_FEWEST = 4
_SMALL = ("met", "van", "voor", "bij", "tot", "op", "om", "with", "niet", "geen")
"""Small words of which a slip of the fingers is certain: a letter twice, or two letters swapped."""
_SMALL_WAYS = those(
    "call calls mail mails email emails text texts phone video talk appen appje appt geappt bellen belt "
    "gebeld mailen mailt gemaild mogen morgen"
)
"""Ways of contact and the like of which such a slip is certain too, but in their first letter."""
_SHORT = {
    "frm": "from", "cld": "could", "wld": "would", "chk": "check", "othr": "other",
    "vn": "van", "ovr": "over", "tss": "tussen", "bj": "bij", "smn": "samen", "abt": "about",
    "cal": "call", "cll": "call", "ndg": "nodig", "bgn": "begin", "dees": "deze", "dese": "deze",
    **dict.fromkeys(("nw", "nwe"), "nieuwe"),
    **dict.fromkeys(("nt", "nie", "nit", "ni"), "niet"), "gn": "geen", "dnt": "don't",
    **dict.fromkeys(("vlgnd", "vlgd", "vlgnde", "vlgde"), "volgende"),
}  # fmt: skip
"""Small words without their vowels, or as they are spoken, that are short for nothing else."""
_NO_SLIPS = those(
    "milt mals mils emil emils malt voer pom bijt toot ott vaan nite gene inet beelt bleten papt mali tetx"
)


@lru_cache(maxsize=1)
def _small_slips() -> Mapping[str, str]:
    """Return the small words by the slips of them that are no word themselves."""
    found: dict[str, str] = _as_spoken() | _SHORT
    for word in (*_SMALL, *_SMALL_WAYS):
        slips = {word[: n + 1] + word[n:] for n in range(1, len(word))}
        if len(word) > 2:
            first = int(word in _SMALL_WAYS)
            slips |= {word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(first, len(word) - 1)}
        if word in _SMALL_WAYS and len(word) > _FEWEST:
            slips |= {word[:n] + word[n + 1 :] for n in range(1, len(word)) if word[n] in _VOWELS} - _ORDINARY
        found |= dict.fromkeys(slips - _known() - _NO_SLIPS - {word}, word)
    return found


def _as_spoken() -> dict[str, str]:
    """Return verbs and days by how they sound: *belle*, *belln* and *beln*, *gebelt*, *morge*."""
    found: dict[str, str] = {}
    modals = {word for word in step_words.MODALS if word.endswith("en")}
    for word in contact_verbs.TO_REACH_IN_DUTCH | modals | {"komen", "morgen", "overmorgen"}:
        short = {word[:-1], f"{word[:-2]}n"}
        short |= {f"{word[:-3]}n"} if word[-4:-3] == word[-3:-2] else set()
        found |= dict.fromkeys(short, word)
    for word in contact_verbs.REACHED_IN_DUTCH | contact_verbs.DUTCH_REACHES:
        found[f"{word[:-1]}{'t' if word.endswith('d') else 'd'}"] = word
    # no English word ends in a v
    found |= {word[:-1]: word for word in step_words.GIVING | step_words.HAVING if word.endswith("ve")}
    return {
        short: word
        for short, word in found.items()
        if (len(short) >= _FEWEST or short.endswith("v")) and short not in _known()
    }


_WHATSAPP = re.compile(r"w(?:h?[aou]t{0,2}s[ae]pp?|h?t{1,2}s[ae]?pp?|s[ae]?pp?|app)(en|t|je|jes|s|)$")
"""The name of the app as it is written by ear or in haste: *wotsappen*, *watsap*, *wsp*."""
_JUST = re.compile(r"e{0,2}[fv]{1,2}e?(?:[tk]?j|k)e[ns]*$|eff?e?ies$")
"""*Even* as it is spoken: *efkes*, *ffkes*, *evetjes*, *effies*."""
_HESITATING = re.compile(r"(?:u+h+m*|e+u*h+m*|h+m{2,})$")
"""What is said while one thinks: *uh*, *ehm*, *euh*, *hmm*."""
_THRICE = re.compile(r"(.)\1\1+")
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=1)
def _by_consonants() -> Mapping[str, str]:
    """Return days, months and how often by their consonants, as typed in haste: *mrgn*, *vrdg*, *wkly*."""
    found: dict[str, set[str]] = defaultdict(set)
    often = (*words.UNITS, *words.FREQUENCIES)
    for word in (*words.NEAR_DAYS, *words.WEEKDAYS, *words.MONTHS, *words.DAYPARTS, *often):
        fewest = _FEWEST - (word in often)
        for vowels in (_VOWELS, _VOWELS - {"y"}):
            short = "".join(letter for letter in word.replace("ij", "") if letter not in vowels)
            if len(short) >= fewest and short != word:
                found[short].add(word)
    return {short: min(whole, key=len) for short, whole in found.items() if len(whole) == 1}


@lru_cache(maxsize=4096)
def corrected(typed: str) -> str:
    """Return the word that a folded word stands for: itself, unless it is a slip of one that matters.

    The first letter is taken to be right, but for one swapped with the second; ordinary words that
    happen to be near are left alone.
    """
    if (small := _small_slips().get(typed)) is not None:
        return small
    if typed in _known():
        return typed
    if (by_ear := _WHATSAPP.match(typed)) is not None:
        return f"whatsapp{by_ear[1]}"
    if _JUST.match(typed):
        return "even"
    if _HESITATING.match(typed):
        return "eh"
    if (whole := _by_consonants().get(typed)) is not None:
        return whole
    if (less := _THRICE.sub(r"\1\1", typed)) != typed and is_known(corrected(less)):
        # *bellle*
        return corrected(less)
    if not 4 <= len(typed) <= 24 or typed in _ORDINARY:
        return typed
    shelves = _shelves()
    candidates = shelves.get(typed[0], ()) + (shelves.get(typed[1], ()) if typed[1] != typed[0] else ())
    near = [(word, meaning) for word, meaning in candidates if word[0] == typed[0] or word[1] == typed[0]]
    return nearest(typed, near) or typed

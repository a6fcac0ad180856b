"""Ordinary words, Dutch and English, that lie one slip away from a word that matters.

Without them *zijn werk* would be read as *zijn week*. They are never corrected.
"""

from __future__ import annotations

from store.planline.words import those

ORDINARY: frozenset[str] = those(
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
    "managen mand manden manen mannen manning marc marco marking marsh mart master match meander "
    "meaning media medic meest meestal meeste meesten meesteres meesters mening mentors merging meter "
    "middels mining mister moaning mocking modder moeders moesten monden monster mont monte monty "
    "morfine mostly moth mothers mounting mourning mouth mouths moving muster necessarily necessity "
    "nodige nodigt noemer ochtenden onvermogen orders oudere overwogen paden paints palen pants parels "
    "paren parental parts passen pasten patent patents patients payments prent prints quarrel quartet "
    "quartz quieter rapper rappers rapporteren raptors repost resort schooling sturdy tassen teach "
    "teachers teaches teaser telefonische telefoons thatcher tracker vaders vakanties vaker vallende "
    "vandaan vandaar vanwaar vending very videobeelden videospellen voldoende volgde volgen volgens "
    "volgorde vormige vurige wagner waken wander warner wasbeer weak weaken weakened weed weeds weeen "
    "weeg weekenden weekendje weekends weep wees weet wegen wekelijkse wekken welk wenen weren werk "
    "werkelijk werkelijke werken werkend werkende wetend wezen wieken winner woedend woken wreken "
    "zender zolder zomerdag zonde zonden zondig"
)

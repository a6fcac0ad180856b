"""The verbs of reaching somebody, Dutch and English: every form of each, by the way of contact it is."""

from __future__ import annotations

from collections.abc import Mapping

from store.domain.plan import Channel
from store.planline.words import those

_DUTCH: tuple[tuple[Channel, str], ...] = (
    (Channel.PHONE, "bel belt bellen gebeld"),
    (Channel.PHONE, "opbel opbelt opbellen opgebeld"),
    (Channel.PHONE, "terugbel terugbelt terugbellen teruggebeld"),
    (Channel.PHONE, "nabel nabelt nabellen nagebeld"),
    (Channel.MAIL, "terugmail terugmailt terugmailen teruggemaild"),
    (Channel.MESSAGE, "terugapp terugappt terugappen teruggeappt"),
    (Channel.VIDEO, "videobel videobelt videobellen gevideobeld"),
    (Channel.VIDEO, "beeldbel beeldbelt beeldbellen gebeeldbeld"),
    (Channel.VIDEO, "teams teamst teamsen geteamst"),
    (Channel.VIDEO, "zoom zoomt zoomen gezoomd"),
    (Channel.VIDEO, "facetime facetimet facetimen gefacetimed"),
    (Channel.VIDEO, "skype skypet skypen geskypet"),
    (Channel.MAIL, "mail mailt mailen gemaild"),
    (Channel.MAIL, "email emailt emailen geemaild"),
    (Channel.MESSAGE, "app appt appen geappt"),
    (Channel.MESSAGE, "whatsapp whatsappt whatsappen gewhatsappt"),
    (Channel.MESSAGE, "sms smst smsen gesmst"),
    (Channel.MESSAGE, "sms sms't sms'en ge-sms't"),
)
"""*Ik bel*, *zij belt*, *bellen*, *gebeld*."""

_ENGLISH: tuple[tuple[Channel, str], ...] = (
    (Channel.PHONE, "call calls called calling"),
    (Channel.PHONE, "ring rings rung ringing"),
    (Channel.PHONE, "phone phones phoned phoning"),
    (Channel.PHONE, "telephone telephones telephoned telephoning"),
    (Channel.VIDEO, "videocall videocalls videocalled videocalling"),
    (Channel.VIDEO, "zoom zooms zoomed zooming"),
    (Channel.VIDEO, "facetime facetimes facetimed facetiming"),
    (Channel.VIDEO, "skype skypes skyped skyping"),
    (Channel.MAIL, "mail mails mailed mailing"),
    (Channel.MAIL, "email emails emailed emailing"),
    (Channel.MESSAGE, "text texts texted texting"),
    (Channel.MESSAGE, "txt txts txted txting"),
    (Channel.MESSAGE, "message messages messaged messaging"),
    (Channel.MESSAGE, "msg msgs msged msging"),
    (Channel.MESSAGE, "whatsapp whatsapps whatsapped whatsapping"),
    (Channel.MESSAGE, "dm dms dmed dming"),
    (Channel.MESSAGE, "ping pings pinged pinging"),
)
"""*I call*, *she calls*, *called*, *calling*."""

ALL: Mapping[str, Channel] = {
    form: channel for channel, forms in (*_DUTCH, *_ENGLISH) for form in those(forms)
}
"""What way of contact each form is."""


def _forms(verbs: tuple[tuple[Channel, str], ...], place: int) -> frozenset[str]:
    return frozenset(forms.split()[place] for _, forms in verbs)


I_REACH = _forms(_DUTCH, 0)
"""*Ik bel*; in English it is the infinitive."""
DUTCH_REACHES, REACHES = _forms(_DUTCH, 1), _forms(_DUTCH, 1) | _forms(_ENGLISH, 1)
"""*Moeder belt*, *mum rings*."""
TO_REACH_IN_DUTCH, TO_REACH_IN_ENGLISH = _forms(_DUTCH, 2), _forms(_ENGLISH, 0)
"""*Moeder mag bellen*, *mum may ring*."""
REACHED_IN_DUTCH, REACHED = _forms(_DUTCH, 3), _forms(_DUTCH, 3) | _forms(_ENGLISH, 2)
"""*Wordt gebeld*, *is rung*."""
REACHING_NOW = _forms(_ENGLISH, 3)
"""*Is calling*."""

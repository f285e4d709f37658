"""Mailboxes of desks and toll-free hotlines: they lead to no person, and stay."""

import re

_DESK = re.compile(
    r"(?:info|information|support|help|help-?desk|contact|contact-?us|service|services|sales|hello"
    r"|hi|office|complaints?|press|media|no-?reply|do-?not-?reply|customer[._-]?(?:services?|care"
    r"|support|relations)|care|bookings?|reservations?|reception|admin|billing|invoices?|accounts?"
    r"|payments?|refunds?|returns?|orders?|feedback|enquir(?:y|ies)|inquir(?:y|ies)|privacy|gdpr"
    r"|dpo|legal|claims?|jobs|careers|hr|team|mail|post|news(?:letter)?|marketing|notifications?"
    r"|security|abuse|fraud|postmaster|webmaster|guest[._-]?(?:relations|services?)|front-?desk"
    r"|concierge|tickets?|members?|membership|loyalty|kundenservice|kontakt|service-?client"
    r"|atencion|clientes|assistenza|klantenservice|kundtjanst|kundeservice)@",
    re.IGNORECASE,
)
# Free of charge or at a company's price: no private line has such a number.
_HOTLINE = re.compile(
    r"(?:(?:44)?0?(?:800|808|845|844|843|870|871|300|330|333|344|345|370|371)\d{3,7}"
    r"|1?8(?:00|88|77|66|55|44|33)\d{7}|00800\d{6,8}|1[38]00\d{6}|0?180[0-9]\d{4,7}|0900\d{4,7})"
)
_SHOWN_SO = re.compile(r"[+(]{0,3}(?:44|0|1[ .(-]{0,2}8|1[38]00|8\d\d[ ).-]{1,2}\d{3}[ .-])")
_NO_DIGIT = re.compile(r"\D+")


def is_desk(mail: str) -> bool:
    """Whether the name before the @ is a desk's: `info@`, `bookings@`."""
    return _DESK.match(mail) is not None


def is_hotline(number: str) -> bool:
    """Whether a phone number is toll-free or shared by a company: `0800 123 456`."""
    shown = number.strip()
    if shown.startswith("+44"):
        shown = shown.replace("(0)", "", 1)
    return bool(_SHOWN_SO.match(shown) and _HOTLINE.fullmatch(_NO_DIGIT.sub("", shown)))

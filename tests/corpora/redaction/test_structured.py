"""Identifiers that have a shape: each is masked, and what only looks like one stays."""

import pytest

from corpora.redaction import Redactor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write to ana.b+x@example.co.uk now", "write to [EMAIL_1] now"),
        ("it is jo dot smith at mail dot com", "it is [EMAIL_1]"),
        ("it is jo [at] mail [dot] com", "it is [EMAIL_1]"),
        ("it is bea.l (at) example (dot) se", "it is [EMAIL_1]"),
        ("my email is ana at example.com", "my email is [EMAIL_1]"),
        ("call 07700 900461 after six", "call [PHONE_1] after six"),
        ("call (415) 555-0132 after six", "call [PHONE_1] after six"),
        ("call +31 20 555 0187 after six", "call [PHONE_1] after six"),
        ("my card 4111 1111 1111 1111 was declined", "my card [CARD_1] was declined"),
        ("to IBAN DE89 3704 0044 0532 0130 00 please", "to IBAN [IBAN_1] please"),
        ("to gb29nwbk60161331926819 please", "to [IBAN_1] please"),
        ("the address 73.162.18.204 is yours", "the address [IP_1] is yours"),
        ("my SSN is 536-22-8811.", "my SSN is [ID_1]."),
        ("NHS number 943 476 5919.", "NHS number [ID_1]."),
        ("booking reference QKZTRW please", "booking reference [ID_1] please"),
        ("order #1182-3321 is late", "order #[ID_1] is late"),
        ("loyalty no. 4411 2233 99", "loyalty no. [ID_1]"),
        (
            "Your policy number?\nCaller: It's HOM 448 120 77",
            "Your policy number?\nCaller: It's [ID_1]",
        ),
        ("sort code 20-45-77", "sort code [ID_1]"),
        ("born on 3rd May 1988 in Leeds", "born on [DATE_OF_BIRTH_1] in Leeds"),
        (
            "your date of birth?\nCustomer: 04.11.1990",
            "your date of birth?\nCustomer: [DATE_OF_BIRTH_1]",
        ),
        ("my car is KX19 ZRF", "my car is [PLATE_1]"),
        ("license plate: 8ABC123", "license plate: [PLATE_1]"),
        ("my username is jdoe_88", "my username is [USERNAME_1]"),
        ("ask u/tallgirl_dublin", "ask [USERNAME_1]"),
        ("see https://facebook.com/jane.smith.5", "see [URL_1]"),
        ("at 14 Rose Lane, Leeds LS6 2QT since May", "at [ADDRESS_1] since May"),
        ("in Lindenstra\u00dfe 12, 10969 Berlin", "in [ADDRESS_1]"),
        ("to PO Box 2210, Boise, ID 83701.", "to [ADDRESS_1]."),
        ("i live at 9 canal street", "i live at [ADDRESS_1]"),
    ],
)
def test_an_identifier_is_masked(redactor: Redactor, text: str, expected: str) -> None:
    assert redactor.redact(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Flight BA123 left gate B22 at 06:40 on 3 May 2023.",
        "It cost $1,299.00, then \u00a384.50, then {$10000.00}.",
        "We waited 45 minutes for a table for 12 in room 4471.",
        "A380 upper deck, seat 12A, an iPhone 14 and a WH-1000XM4 beside a 747-400.",
        "The A330-300 was late, the B757-200 worse: see 15 USC 1681 Section 602 and UCC 3-603.",
        "Open 9-5, 24/7 in summer, since 1998, from 2019-2020.",
        "On 12/05 and again on 19/05/2023 nobody came.",
        "See www.example.com/help for opening hours.",
        "I looked at meetup.com and asked @DeltaAssist.",
        "XXXX charged {$35.00} on XX/XX/XXXX, said XXXX XXXX.",
        "My order was wrong and the ticket cost 4500 dollars.",
        "I had to handle myself. They gave 30 Days Notice WITH court hearings.",
        "See http://www.colo-x.com/colox/data-centre for the pictures.",
        "The login is slow and my account is blocked.",
        "Fifth Avenue was closed, so we took the road to Leeds.",
    ],
)
def test_what_is_no_identifier_stays(redactor: Redactor, text: str) -> None:
    assert redactor.redact(text).text == text

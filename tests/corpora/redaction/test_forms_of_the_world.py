"""Addresses, plates, links and codes as people of many countries write them."""

import pytest

from corpora.redaction import Redactor


@pytest.mark.parametrize(
    "address",
    [
        "3b Lower Fold, Marlingham",
        "seventeen Elm Grove, top flat",
        "12 bis rue des Lilas, 69003 Lyon",
        "Calle de la Luna 7, 28004 Madrid",
        "Strada Florilor 4, scara A, apartamentul 11, Cluj",
        "Anna-Seghers-Str. 21, 12489 Berlin",
        "Keizersgracht 17-hs, 1015 CJ Amsterdam",
        "Kungsgatan 5, 2 tr, 111 43 Stockholm",
        "Kossuth utca 14, 6720 Szeged",
        "ul. Lipowa 3/12, 30-702 Krak\u00f3w",
        "4 Mill Row, Kinsale, Co. Cork, P17 AB12",
        "PO Box 88, Stillwater, Montana 59068",
        "816 Quinn Ridgeway, Port Ellis, ME 04102",
        "Ankerstrasse 3, CH-8004 Z\u00fcrich",
    ],
)
def test_an_address_is_masked_whole(redactor: Redactor, address: str) -> None:
    assert redactor.redact(f"they sent it to {address}.").text == "they sent it to [ADDRESS_1]."


@pytest.mark.parametrize(
    "plate",
    [
        *("HX70 ABD", "GF-381-ZK", "B-KR 5521", "CJ 12 XOP", "KA 05 MJ 4471", "12-D-40417"),
        *("ABC 781", "4471 KDL", "NC 41 822", "34 KLM 119", "RTK4F18", "1-HGC-553"),
    ],
)
def test_a_plate_behind_a_car_is_masked(redactor: Redactor, plate: str) -> None:
    assert redactor.redact(f"my car, {plate}, was towed").text == "my car, [PLATE_1], was towed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://pages.example/lena.voigt now", "see [URL_1] now"),
        ("see clips.example/c/LenaVoigt/rain now", "see [URL_1] now"),
        ("see http://shop.example/claim?user=lena now", "see [URL_1] now"),
        ("tag no DA 551 902 please", "tag no [ID_1] please"),
        ("umowa nr UB/2023/01441 please", "umowa nr [ID_1] please"),
        ("policy DOG 00412 31 C please", "policy [ID_1] please"),
        ("my booking QW4PLM is gone", "my booking [ID_1] is gone"),
        ("Posted by lena_v_77\nIt rained.", "Posted by [USERNAME_1]\nIt rained."),
        ("my login is marblecat, help", "my login is [USERNAME_1], help"),
        ("never again. \u2014 @lena.voigt", "never again. \u2014 [USERNAME_1]"),
        ("mail lena (dot) voigt (at) post (dot) example", "mail [EMAIL_1]"),
        ("mail me at lena dot voigt at post dot example", "mail me at [EMAIL_1]"),
        ("write to l e n a @ post . example", "write to [EMAIL_1]"),
        ("write to lena dot voigt at gmail", "write to [EMAIL_1]"),
    ],
)
def test_links_codes_and_accounts_are_masked(redactor: Redactor, text: str, expected: str) -> None:
    assert redactor.redact(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Call our hotline 0800 555 0100 or write to info@hotel.example.",
        "Product code KT4 2PX, size 40, room no. 1204, table no. 14.",
        "The hire car was a BMW 320 and then an Audi A4 from 2019.",
        "We ate at 7, at Park Lane Hotel, for 3 nights at EUR 120 000.",
        "Thanks to the team at @fjordkitchens for the error_code fix.",
        "The museum opened on 3 May 1987 and closed on 4 May 2023.",
        "Read https://news.example/2024/why-trains-are-late first.",
        "Our two_factor setup, iphone14 and file plan_v2.pdf are fine.",
    ],
)
def test_what_belongs_to_nobody_stays(redactor: Redactor, text: str) -> None:
    assert redactor.redact(text).text == text

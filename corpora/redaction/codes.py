"""Codes that stand for a person: bookings, orders, accounts, policies, passports.

A code is masked where words say what it is, or where its looks leave no doubt.
"""

import re
from collections.abc import Iterator

from corpora.redaction.amounts import is_amount
from corpora.redaction.code_checks import SUBJECT, is_code
from corpora.redaction.code_shapes import coded_runs
from corpora.redaction.finds import Find, find

_LINK = (
    r"(?:[ \t]{0,2}(?:number|numbers|no\.?|nr\.?|num|id|code|ref(?:erence)?|key|tag|#|is|was|are"
    r"|of|the"
    r"|end(?:s|ed|ing)(?: in| with)?|starting(?: with)?|under|with|quoted?|which|my|:|=|-|\u2013"
    r"|\(|,|and|or))"
)
_CODE = r"[A-Za-z0-9](?:[A-Za-z0-9_]|[-/\u2013.](?=[A-Za-z0-9])){2,39}(?![\w])"
_GROUPED = r"\d{2,6}(?:[ -]\d{2,6}){1,5}(?![\w-])"
_SPACED = (
    r"(?-i:(?=[A-Z0-9 -]{0,8}\d)(?:[A-Z]{1,4}[ -]\d{3,12}|[A-Z0-9]{2,7})"
    r"(?:[ -](?=[A-Z]{0,5}\d)[A-Z0-9]{2,6}){0,5}(?:[ -][B-HJ-Z0-9])?)(?![\w/-])"
)
_IN_CONTEXT = re.compile(
    rf"\b{SUBJECT}{_LINK}{{0,4}}[ \t]{{0,2}}\n?[#\"'(\u201c]?({_GROUPED}|{_SPACED}|{_CODE})",
    re.IGNORECASE,
)
# "Your policy number?" - "It's HOM 448 120 77": the answer stands in the next turn of a dialogue.
_ANSWER = re.compile(
    rf"\b{SUBJECT}\b[^\n?]{{0,40}}[?.]\**[ \t]?\n[^\n:]{{1,24}}:\**[ \t]{{1,3}}"
    rf"(?:(?:it's|its|it is|sure|yes|yeah|um|uh|ok|okay|one second|hang on|that's|the|is|number"
    rf"|of course)"
    rf"[,. ]{{1,3}}){{0,4}}({_GROUPED}|{_SPACED}|{_CODE})",
    re.IGNORECASE,
)
# "tag no DA 448 201", "umowa nr UA/2024/07731": a number of whatever kind.
_NUMBERED = re.compile(
    r"(?<!room )(?<!gate )(?<!seat )(?<!page )(?<!suite )(?<!house )(?<!table )(?<!train )"
    r"(?<!bus )(?<!flight )(?<!item )(?<!model )(?<!platform )(?<!product )(?<!cabin )"
    r"\b(?:no|nr|num|number|n\u00ba|n\u00b0|nummer|numer|says|reads)\b[.:]?(?: (?:is|was))?[ \t]"
    rf"[#\"'(\u201c]?({_GROUPED}|{_SPACED}|{_CODE})",
    re.IGNORECASE,
)
_SORT_CODE = re.compile(
    r"\bsort(?: ?codes?)?\b(?:[ ]?(?:is|was|no|number|[-:=(.])){0,3}[ ]?(\d\d[- ]\d\d[- ]\d\d)\b",
    re.IGNORECASE,
)
_MAC_ADDRESS = re.compile(r"(?<![\w:-])((?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2})(?![\w:-])", re.I)
_SECRET = re.compile(
    r"\b(?:cvv2?|cvc|pin(?: code| number)?|one-time code|otp|pass(?:code|word)"
    r"|(?:security|door|gate|entry|alarm) code(?: you (?:texted|sent|gave)(?: me| us)?)?)"
    r"(?: is| was|:|,| =){0,2} (\d{3,8})\b",
    re.IGNORECASE,
)
_HASH = re.compile(r"(?<![\w&])#\s?((?:[A-Z]{1,4}-?)?\d{5,20}(?:-\d{1,8}){0,3})\b")


def codes(text: str) -> Iterator[Find]:
    """Yield codes and numbers that lead to a person."""
    for secret in (_SORT_CODE, _SECRET, _MAC_ADDRESS):
        for found in secret.finditer(text):
            if not is_amount(text, *found.span(1)):
                yield find("ID", text, *found.span(1))
    dialogue = (_ANSWER,) if "\n" in text else ()
    for pattern in (_IN_CONTEXT, *dialogue, _NUMBERED, _HASH):
        for found in pattern.finditer(text):
            if is_code(text, *found.span(1), is_asked=pattern is _ANSWER):
                yield find("ID", text, *found.span(1))
    for start, end in coded_runs(text):
        yield find("ID", text, start, end)

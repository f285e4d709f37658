"""First words of a sentence that open a story, leave it, go on with it, or are a speech."""

import re

_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february march april may june july august september october november december"
_SEASONS = "week weekend month year night summer winter spring autumn fall christmas"


def _any(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


_ASIDE = r"(?:(?:so|now|well|okay|ok|and|anyway|but|a:)[,:]?\s+)?"
_I_WILL = r"(?:i(?:['\u2019]ll| will| want to| would like to|['\u2019]d like to| can| must)?)"
_NUMBER = r"(?:an?|two|three|four|five|six|ten|some|several|a few|many|\d{1,2})"
_PEOPLE = _any(
    "customer guest caller patient passenger client lady man woman couple family gentleman guy"
)
_OPENINGS = (
    rf"(?:let me|{_I_WILL}) (?:just )?(?:give|tell|share|provide)\b",
    r"(?:one|another|the other|that|this one) (?:day|night|morning|evening|afternoon|time|story)\b",
    rf"(?:one|another|the other|this one|an?)(?: \w+)? {_PEOPLE}\b",
    r"(?:we|i|you) (?:once |recently )?(?:heard|had|saw|met|witnessed) (?:of |about )?"
    r"(?:a|an|one|this|another)\b",
    rf"(?:last|this|one) {_any(_SEASONS + ' ' + _DAYS)}\b",
    rf"(?:about |around |just )?{_NUMBER} (?:couple of |few )?(?:day|week|month|year)s? ago\b",
    r"(?:once|recently|yesterday)\b",
    r"i(?:['\u2019]ll| will)? (?:still |always |never )?(?:remember|recall|forget)\b",
    r"there (?:was|were|once was) (?:a|an|one|this|these|two)\b",
    r"back (?:in|when)\b",
    r"(?:when|while) (?:i|we) (?:was|were|worked|started|first)\b",
    r"(?:here|this) is (?:another|one)\b",
    rf"(?:on|in) (?:{_any(_DAYS + ' ' + _MONTHS)}|\d{{4}})\b",
    r"(?:first|second|third|next|last|final|story|example|customer|call) "
    r"(?:story|example|call|customer|one|\d{1,2})\b",
)
OPENS_STORY = re.compile(rf"{_ASIDE}(?:{'|'.join(_OPENINGS)})", re.IGNORECASE)
OPENS_EXAMPLE = re.compile(r"(?:for (?:example|instance)|take|think of|imagine)\b", re.IGNORECASE)
_LEAVINGS = (
    r"(?:this|that|the|these|such) "
    r"(?:story|example|experience|incident|lesson|moral|point|takeaway|case)s?\b",
    r"(?:this|that) is (?:what|why|how|the kind)\b",
    r"what (?:this|that) (?:shows|means)\b",
    r"(?:what|why|how) (?:does|do|did) (?:this|that) ",
    r"(?:tl;?dr|edit)\b",
    r"in (?:general|conclusion|short|summary|my experience)\b",
    r"(?:people|companies|organi[sz]ations|businesses|leaders|managers|most|many|too many|we|you) "
    r"(?:often|always|never|must|need|should|underestimate|can|tend|are)\b",
)
LEAVES_STORY = re.compile(rf"(?:so,? )?(?:{'|'.join(_LEAVINGS)})", re.IGNORECASE)
REFERS_BACK = re.compile(
    r"(?:he|she|it|they|his|her|their|its|him|them|this|that|these|those|but|so|then|and|because"
    r"|also|however|after|afterwards|as a result|instead|finally|eventually"
    r"|when (?:he|she|they|it)|the (?:customer|guest|lady|guy|man|woman|manager|clerk|agent|caller"
    r"|other))\b",
    re.IGNORECASE,
)
IS_SPEECH = re.compile(r"[\"\u201c\u2018]|[*_]{0,2}\[?[A-Z][\w' ]{0,20}\]?[*_]{0,2}:\s")

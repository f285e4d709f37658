"""Cut the signature off a mail: sign-off and name, phone lines, `Sent from my ...`, disclaimers."""

import re

_MAX_SIGNATURE_LINES = 12
_MAX_LINE = 80
_MAX_WORDS = 8
"""A line with more words is a sentence, so that what stands above it is no sign-off."""

_DELIMITERS = {"--", "—"}
_DEVICE = re.compile(
    r"(?:Sent|Enviado) from (?:my|an|the|Yahoo|Outlook|Mail|AOL|Samsung|Proton)\b.{0,80}"
    r"|Get (?:Outlook|BlueMail|TypeApp) for .{1,80}|Sent (?:via|using|with) .{1,60}",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"(?:this|the (?:information|contents?) (?:contained )?(?:in|of) this)"
    r" (?:e-?mail|message|communication|transmission)\b.{0,120}"
    r"\b(?:confidential|privileged|intended (?:only|solely)).*"
    r"|(?:confidentiality notice|disclaimer|important notice)\s*:.*"
    r"|please consider the environment before printing.*",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:(?:with |my |our )?(?:(?:very )?(?:kind|kindest|best|warm|warmest|many) )?"
    r"(?:personal )?(?:regards|wishes|thanks)(?: and (?:kind |best )?(?:regards|wishes))?"
    r"|best|cheers|thank ?you(?: (?:very|so) much)?(?: in advance)?|all the best|take care"
    r"|thanks (?:again|a lot|so much|in advance)|rgds|kr"
    r"|(?:yours )?(?:sincerely|faithfully|truly|respectfully|cordially|warmly)(?: yours)?)"
    r"[ ,.!-]*(?-i:(?<=[,-] )[A-Z][\w.'\u2019-]{0,20}(?: [A-Z][\w.'\u2019-]{0,20}){0,2})?",
    re.IGNORECASE,
)


def without_signature(lines: list[str]) -> list[str]:
    """Return the lines above the signature; all of them where none is found."""
    kept = lines[: _first(lines, _DISCLAIMER, following=None)]
    kept = kept[: _delimited(kept)]
    kept = kept[: _first(kept, _DEVICE, following=_MAX_SIGNATURE_LINES // 2)]
    return kept[: _signed_off(kept)]


def _first(lines: list[str], pattern: re.Pattern[str], *, following: int | None) -> int:
    """Return where the first match is that has at most `following` filled lines below it."""
    below = sum(bool(line) for line in lines)
    for at, line in enumerate(lines):
        below -= bool(line)
        if (following is None or below <= following) and pattern.fullmatch(line):
            return at
    return len(lines)


def _delimited(lines: list[str]) -> int:
    below = sum(bool(line) for line in lines)
    for at, line in enumerate(lines):
        below -= bool(line)
        if line in _DELIMITERS and below <= _MAX_SIGNATURE_LINES:
            return at
    return len(lines)


def _signed_off(lines: list[str]) -> int:
    """Return where the sign-off is that has only names, titles, numbers and addresses below it."""
    cut = len(lines)
    filled = 0
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if not line:
            continue
        filled += 1
        if filled > _MAX_SIGNATURE_LINES:
            break
        if _SIGN_OFF.fullmatch(line):
            cut = at
        elif not _is_signature_like(line):
            break
    return cut


def _is_signature_like(line: str) -> bool:
    words = line.split()
    if len(line) > _MAX_LINE or len(words) > _MAX_WORDS:
        return False
    if line[-1] in ".!?" and len(words) >= 4:
        return False
    named = sum(not word[0].islower() for word in words)  # names, titles, numbers
    return len(words) <= 2 or "@" in line or 2 * named >= len(words)

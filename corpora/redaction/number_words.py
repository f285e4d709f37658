"""English number words, as patterns without groups to be read without regard to case."""

UNITS = r"(?:one|two|three|four|five|six|seven|eight|niner?)"
TEENS = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
TENS = r"(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)"
NAUGHT = r"(?:zero|oh|o|nought|naught|nil)"

CARDINAL = rf"(?:{TENS}(?:[ -]{UNITS})?|{TEENS}|{UNITS})\b"
"""One to ninety-nine."""

ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
    r"|thirtieth|(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth))\b"
)
"""First to thirty-ninth: enough for days and months."""

YEAR = (
    rf"(?:nineteen[ -](?:hundred(?: and)?[ -])?(?:(?:oh|o)[ -])?{CARDINAL}"
    rf"|twenty[ -](?:(?:oh|o)[ -])?{CARDINAL}|two thousand(?:(?: and)? {CARDINAL})?"
    rf"|{TENS}(?:[ -]{UNITS})?\b)"
)
"""A year, with its century or without."""
YEAR_BEFORE_2000 = (
    rf"(?:nineteen[ -](?:hundred(?: and)?[ -])?(?:(?:oh|o)[ -])?{CARDINAL}"
    rf"|(?:thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)(?:[ -]{UNITS})?\b)"
)

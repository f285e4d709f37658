"""Say where something is (file, row, record id) without naming anybody, so that it can be found."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corpora.errors import RedactionError
from corpora.offsets import Edit, apply_edits
from corpora.redaction.finds import Find, settle
from corpora.redaction.name_lists import fold
from corpora.redaction.place_words import DATE, is_everyday, names_in, unknown_words
from corpora.redaction.placeholders import FILLER, PLACEHOLDER, Numbering
from corpora.redaction.redactor import Redacted, Redactor

_DIGEST_CHARACTERS = 12
"""Enough to tell the files of a folder apart; all of it would be of no more help to a person."""
_SUFFIX = re.compile(r"\.[a-z]{2,8}", re.IGNORECASE)
_WITHHELD = "[name withheld]"
# Ids of rows that hold no person: short numbers, digests, UUIDs.
_NO_PERSON = re.compile(
    r"\d{0,6}|[0-9a-f]{16}-\d{1,6}|[0-9a-f]{32,64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
# Who it was in the story cannot be told from a name alone.
_PERSONS = {"CUSTOMER": "PERSON", "EMPLOYEE": "PERSON"}
# Words without a name, then a number: "HS-20270". A look by the redactor takes milliseconds a row.
_WORDS_AND_NUMBER = re.compile(
    r"[A-Za-z]{1,30}\d{0,4}(?:[-_.#/ ][A-Za-z]{1,30}){0,3}(?:[-_./]20\d\d)?[-_.#/]?\d{1,7}"
)
_CODE = frozenset({"ID", "PLATE"})
_NUMBER = re.compile(r"[\d\s.()+/-]*[\s.()+/-][\d\s.()+/-]*|0\d{6,}|\d{10,}")


@dataclass(frozen=True, slots=True)
class Places:
    """Shows names of files and records to people, who must find them but need not read them."""

    redactor: Redactor

    def file(self, path: Path, name: str) -> str:
        """Return `name`, the path inside the source; what may tell a person is masked in it.

        A masked name is followed by size and digest of the file, e.g. `complaint_[PERSON_1]_2024.
        pdf (24511 bytes, sha256 1a2b3c4d5e6f)`: with these a file manager, `sha256sum` or
        PowerShell's `Get-FileHash` finds it.
        """
        masked = self.masked(name)
        return masked if masked == name else f"{masked} ({finder(path)})"

    def output(self, path: Path, name: str) -> str:
        """Return a name for what is made of a file: as `file` shows it, but fit for a file name."""
        masked = self.masked(name)
        if masked == name:
            return name
        plain = PurePosixPath(masked.replace("[", "").replace("]", ""))  # no wildcards of a shell
        digest = finder(path).rsplit(" ", 1)[-1]
        return plain.with_name(f"{plain.stem}-{digest}{plain.suffix}").as_posix()

    def masked(self, name: str) -> str:
        """Return a path with everything masked that may tell a person."""
        numbering = Numbering.after(name)
        return "/".join(self._masked(part, numbering) for part in name.split("/"))

    def is_plain(self, native_id: str) -> bool:
        """Whether the id of a row or message tells no person.

        Numbers and codes of letters and digits are what ids are made of: they count as plain,
        numbers that may be a phone, card or account do not.
        """
        if _NO_PERSON.fullmatch(native_id):
            return True
        if names_in(native_id):
            return False
        if _WORDS_AND_NUMBER.fullmatch(native_id):
            return True
        try:
            kinds = {one.kind for one in self._personal(native_id)}
        except Exception:  # the edge: what cannot be redacted must not be shown
            return False
        return not kinds or (kinds <= _CODE and not _NUMBER.fullmatch(native_id))

    def _masked(self, part: str, numbering: Numbering) -> str:
        # macOS writes "e" and an accent as two characters; a name must be one word.
        part = unicodedata.normalize("NFC", part)
        suffix = PurePosixPath(part).suffix
        if not _SUFFIX.fullmatch(suffix):
            suffix = ""
        stem = part.removesuffix(suffix)
        if suffix and any(unknown_words(suffix[1:])):
            stem, suffix = part, ""
        try:
            # Without a sentence around it, an everyday word passes for a name too easily.
            masked = [one for one in self._personal(stem) if not _is_of_words(stem, one)]
            finds = settle([*masked, *unknown_words(stem)])
        except Exception:  # the edge: what cannot be redacted must not be shown
            return f"{_WITHHELD}{suffix}"
        edits = [Edit(one.start, one.end, numbering.name(one.kind, one.key)) for one in finds]
        return f"{apply_edits(stem, edits)[0]}{suffix}"

    def _personal(self, name: str) -> Iterator[Find]:
        """Yield what the redactor masks in a name, whose words it is shown with spaces between."""
        # The date of a file is no number of a person.
        dated = DATE.sub(lambda found: FILLER * len(found.group()), name)
        spaced = dated.replace("_", " ")
        # "anna_lind@example.org" is one address; without an "@", joined words are no user name.
        for text in (spaced, dated) if "@" in name and "_" in name else (spaced,):
            yield from _masked_in(self.redactor.by_rules().redact(text), text, name)


def _masked_in(redacted: Redacted, text: str, name: str) -> Iterator[Find]:
    """Yield what became a placeholder. Raises RedactionError when anything else was changed."""
    edits = []
    for found in PLACEHOLDER.finditer(redacted.text):
        if found.group() in text:
            continue
        span = redacted.offsets.to_input(*found.span())
        edits.append(Edit(span.start, span.end, found.group()))
        kind = _PERSONS.get(found.group(1), found.group(1))
        yield Find(span.start, span.end, kind, fold(name[span.start : span.end]))
    if apply_edits(text, edits)[0] != redacted.text:
        raise RedactionError("a name of a file: more than placeholders was put in; withhold it")


def _is_of_words(name: str, find: Find) -> bool:
    """Whether a find holds everyday words alone: no figure, no name, no "@"."""
    shown = name[find.start : find.end]
    has_sign = "@" in shown or any(character.isdigit() for character in shown)
    return not has_sign and is_everyday(shown)


def finder(path: Path) -> str:
    """Return by what a file is found whose name is masked: its size, and a digest of its bytes."""
    try:
        if path.is_symlink() or not path.is_file():  # a link may lead out, a pipe may never end
            return "no regular file"
        size = f"{path.stat().st_size} bytes"
    except OSError:
        return "cannot be looked at"
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return f"{size}, cannot be opened"
    return f"{size}, sha256 {digest[:_DIGEST_CHARACTERS]}"

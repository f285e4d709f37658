"""One page that shows what redaction did: originals beside redacted texts, and the counts.

It holds the original texts, so it is written for its owner's eyes only.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpora.errors import ConfigError
from corpora.exports.pages import render
from corpora.exports.private_file import write_private
from corpora.exports.redaction_lines import Line, kind_style, paired_lines
from corpora.exports.redaction_tally import RedactionTally
from corpora.exports.redaction_view import GENERALISED, RefusedRecord, SeenRecord
from corpora.exports.wording import counted
from corpora.redaction.policy import DEFAULT_POLICY, RedactionPolicy

SUFFIXES = (".htm", ".html")
_LONG_CHARACTERS = 5_000
_LONG_LINES = 60
"""A record longer than either is folded, so that the others stay near each other."""
_LEGEND = {1: "people", 2: "how to reach them", 3: "numbers", 4: "the rest"}


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What a page is about."""

    source: str
    """The file or folder as the user named it."""
    items: Sequence[SeenRecord | RefusedRecord]
    """The records to show; the counts may be of more."""
    tally: RedactionTally
    redactor: str
    """Version of the redactor."""
    policy: str
    """What is masked and what is kept, in a few words."""


@dataclass(frozen=True, slots=True)
class _Shown:
    number: int
    where: str
    css: str
    """Classes that the filters go by."""
    refused: str = ""
    chips: Sequence[tuple[str, int, int]] = ()
    """Placeholder type, style, mentions."""
    lines: Sequence[Line] = field(default=(), repr=False)
    characters: int = 0
    mentions: int = 0

    @property
    def is_long(self) -> bool:
        return self.characters > _LONG_CHARACTERS or len(self.lines) > _LONG_LINES


def write_redaction_page(path: Path, looked_at: LookedAt) -> None:
    """Write the page to `path`, readable and writable by its owner alone, in place of an older one.

    Raises ConfigError for a suffix that is not .html, SourceError when the place refuses.
    """
    refuse_other_suffix(path)
    write_private(path, redaction_page(looked_at))


def refuse_other_suffix(path: Path) -> None:
    """Raise ConfigError unless `path` names a page: a slip must not overwrite data."""
    if path.suffix.casefold() not in SUFFIXES:
        raise ConfigError(
            f"{path.name}: a page cannot be written as '{path.suffix}'; "
            "expected a name that ends in .html"
        )


def policy_in_words(policy: RedactionPolicy) -> str:
    """Return what a policy says beside the default, e.g. `URL kept; ADDRESS generalised`."""
    words = {"keep": "kept", "generalise": "generalised", "mask": "masked"}
    said = [
        f"{kind} {words[action]}"
        for kind, action in sorted(policy.types.items())
        if action != DEFAULT_POLICY.action(kind)
    ]
    return f"version {policy.version}, {'; '.join(said)}" if said else "every type is masked"


def redaction_page(looked_at: LookedAt) -> bytes:
    """Return the page as UTF-8. Every value is escaped; the same values give the same bytes."""
    tally = looked_at.tally
    shown = [_show(number, item) for number, item in enumerate(looked_at.items, start=1)]
    values: Mapping[str, object] = {
        "title": "What redaction does",
        "source": looked_at.source,
        "facts": _facts(looked_at),
        "kinds": [(each, kind_style(each.kind)) for each in tally.kinds()],
        "has_generalised": any(each.kind == GENERALISED for each in tally.kinds()),
        "tally": tally,
        "records": shown,
        "filters": _filters(shown, [each.kind for each in tally.kinds()]),
        "legend": _LEGEND,
        "redactor": looked_at.redactor,
        "policy": looked_at.policy,
    }
    return render("redaction.html.j2", values)


def _facts(looked_at: LookedAt) -> list[str]:
    tally = looked_at.tally
    facts = [
        f"{counted(tally.read, 'record')} read",
        f"{tally.with_findings:,} with something to mask",
        f"{tally.refused.total():,} refused",
    ]
    if len(looked_at.items) < tally.read:
        facts.append(f"the first {len(looked_at.items):,} are shown")
    return [*facts, f"redactor version {looked_at.redactor}", f"policy: {looked_at.policy}"]


def _show(number: int, item: SeenRecord | RefusedRecord) -> _Shown:
    if isinstance(item, RefusedRecord):
        return _Shown(number, item.where, "refused", refused=item.reason)
    mentions = Counter(one.kind for one in item.masked)
    css = " ".join(["found", *(f"kind-{kind}" for kind in sorted(mentions))]) if mentions else "not"
    chips = [(kind, kind_style(kind), count) for kind, count in mentions.items()]
    lines = paired_lines(item)
    return _Shown(
        *(number, item.where, css),
        chips=chips,
        lines=lines,
        characters=len(item.original),
        mentions=len(item.masked),
    )


def _filters(shown: Sequence[_Shown], kinds: Sequence[str]) -> list[tuple[str, str, int]]:
    """Return class, name and number of records of every filter that leaves something to see."""
    names = {"found": "something found", "not": "nothing found", "refused": "refused"}
    names |= {f"kind-{kind}": kind for kind in kinds}
    counts = Counter(css for one in shown for css in one.css.split())
    return [(css, name, counts[css]) for css, name in names.items() if counts[css]]

"""One scan of a text: all that the policy does not keep, by rules, lists and patterns."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from copy import copy

from corpora.redaction.account_names import account_names
from corpora.redaction.addresses import addresses
from corpora.redaction.birth_dates import birth_dates
from corpora.redaction.coarse_dates import written_days
from corpora.redaction.codes import codes
from corpora.redaction.digit_runs import digit_runs
from corpora.redaction.finds import Find, settle
from corpora.redaction.ibans import ibans
from corpora.redaction.kept_persons import Judged, KeptPersons
from corpora.redaction.learned import NOTHING, Learned, guessed, joined
from corpora.redaction.links import links
from corpora.redaction.mentions import further_mentions, persons
from corpora.redaction.names import Name, find_names
from corpora.redaction.page import read_page
from corpora.redaction.pipelines import SpacyNames
from corpora.redaction.placeholders import FILLER, cover
from corpora.redaction.plates import plates
from corpora.redaction.policy import RedactionPolicy
from corpora.redaction.recognisers import Recognisers
from corpora.redaction.repeats import repeats
from corpora.redaction.roles import Roles
from corpora.redaction.speakers import speaker_names
from corpora.redaction.spelt_mails import spelt_mails
from corpora.redaction.spoken_numbers import spoken_numbers

_PATTERNS = (
    *(spelt_mails, links, account_names, birth_dates, plates, codes, digit_runs),
    *(spoken_numbers, ibans, addresses),
)
# What these hold is looked at though they are kept: a card number in a link, a name on a letter.
_CONTAINERS = frozenset({"URL", "ADDRESS"})


class Scanner:
    """Finds personal data. Takes seconds to build."""

    def __init__(self, policy: RedactionPolicy) -> None:
        """Load recognisers and name lists. Raises RedactionError when the pipeline is missing."""
        self._policy = policy
        self._recognisers = Recognisers()
        self._pipeline = SpacyNames(policy.spacy_model) if policy.spacy_model else None

    def with_policy(self, policy: RedactionPolicy) -> "Scanner":
        """Return one with the same recognisers, which take long to load, and another policy."""
        other = copy(self)
        other._policy = policy
        return other

    def scan(
        self, text: str, attempt: int, persons_kept: KeptPersons, said: Learned = NOTHING
    ) -> list[Find]:
        """Return what is to be replaced, sorted and apart.

        `attempt` counts a record's scans; `said` is what a recogniser found in this very text.
        """
        finds = settle(self._finds(text, attempt, persons_kept, said))
        if self._policy.action("DATE") != "generalise":
            return finds
        return sorted([*finds, *written_days(cover(text, finds))])

    def _finds(
        self, text: str, attempt: int, persons_kept: KeptPersons, said: Learned
    ) -> Iterator[Find]:
        found = [
            *self._recognisers.finds(text),
            *(one for recognise in _PATTERNS for one in recognise(text)),
            *said.structured,
        ]
        found += repeats(text, found)
        # Names are looked for in what is left: "jo dot smith" says nothing about the word "smith".
        masked, closed, opened = self._parted(found)
        yield from masked
        whole = cover(text, settle([*masked, *closed]))
        bare = cover(text, settle([*masked, *closed, *opened])) if opened else whole
        for one in persons_kept.without(self._judged(bare, whole, said)):
            for mention in one.person.mentions:
                yield Find(mention.start, mention.end, one.role, f"{attempt} {one.person.key}")

    def _parted(self, found: list[Find]) -> tuple[list[Find], list[Find], list[Find]]:
        """Part what is to be replaced, what stays, and what stays but for what it holds."""
        kept = {one for one in found if self._policy.action(one.kind) == "keep"}
        opened = {one for one in kept if one.kind in _CONTAINERS}
        masked = [one for one in found if one not in kept]
        closed = kept - opened
        if closed:
            masked = list(_not_read_as(closed, masked))
        return settle(masked), settle(closed), settle(opened)

    def _judged(self, bare: str, whole: str, said: Learned) -> list[Judged]:
        """Return persons with their roles. `whole` shows links and addresses that stay, too.

        The rules read `bare`: words in small letters in a link would pass for everyday words.
        """
        page = read_page(bare)
        names = _apart([*speaker_names(page), *find_names(page)])
        if self._pipeline:
            names = _apart([*names, *self._pipeline.names(bare)])
        more = read_page(whole) if whole != bare else None
        if more:
            inside = (
                n for n in find_names(more) if bare[n.start : n.end] != whole[n.start : n.end]
            )
            names = _apart([*names, *inside])
        people = persons(joined([*names, *_shown(said.names, bare)], page))
        if people:
            further_mentions(page, people)
        if people and more:
            further_mentions(more, people)
        people += guessed(people, _shown(said.guesses, bare))
        roles = Roles(bare)
        return [Judged(person, roles.role(person.mentions), whole) for person in people]


def _not_read_as(kept: set[Find], masked: list[Find]) -> Iterator[Find]:
    """Yield the finds that are no weaker reading of the very characters of one that is kept.

    The digits of a phone number read as an id too: if phones stay, they stay.
    """
    readings = settle([*masked, *kept])
    starts = [one.start for one in readings]
    for one in masked:
        reading = readings[bisect_right(starts, one.start) - 1]
        if reading not in kept or one.end > reading.end:
            yield one


def _shown(names: Iterable[Name], bare: str) -> list[Name]:
    """Return the names of which nothing is covered: what is covered is masked as something else."""
    return [name for name in names if FILLER not in bare[name.start : name.end]]


def _apart(names: list[Name]) -> list[Name]:
    """Keep the names that do not overlap one kept before, sorted by place."""
    kept: list[Name] = []
    ends: set[int] = set()
    for name in names:
        places = range(name.start, name.end)
        if ends.isdisjoint(places):
            kept.append(name)
            ends.update(places)
    return sorted(kept, key=lambda name: name.start)

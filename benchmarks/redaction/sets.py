"""The texts to measure on, each with what may be concluded from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from benchmarks.redaction.documents import PERSONAL_DATA, Document, join, read_marked
from benchmarks.redaction.forms import garbled
from benchmarks.redaction.templates import fill_all, read_templates

NAMES = ("gold-test", "gold-dev", "templates", "garbled")
FROM_TEMPLATES = ("templates", "garbled")
DOCUMENTS = 2000
OF_EACH_FORM = 200
SEED = 13


@dataclass(frozen=True, slots=True)
class MeasuredSet:
    """Documents under a name."""

    name: str
    title: str
    documents: tuple[Document, ...]
    is_shown: bool
    """Whether its texts may be written out: invented ones on which rules may be tuned."""
    group_word: str = ""
    """What the groups of its documents are, if there are any."""

    @property
    def digest(self) -> str:
        """Identify the texts: the same digest means the same texts."""
        texts = "\0".join(document.text for document in self.documents)
        return sha256(texts.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Filling:
    """How templates are filled."""

    templates: Path
    documents: int = DOCUMENTS
    of_each_form: int = OF_EACH_FORM
    seed: int = SEED


def build_set(name: str, filling: Filling | None) -> MeasuredSet:
    """Build one of `NAMES`; those of `FROM_TEMPLATES` need a `filling`. Raises ValueError."""
    if name == "gold-test":
        texts = read_marked(PERSONAL_DATA, "test")
        return MeasuredSet(name, "gold, test split (held out)", tuple(texts), False)
    if name == "gold-dev":
        texts = read_marked(PERSONAL_DATA, "dev")
        return MeasuredSet(name, "gold, dev split (rules were tuned on it)", tuple(texts), True)
    if filling is None:
        raise ValueError(f"the set '{name}' is made of templates, and none are given")
    drafts = list(fill_all(read_templates(filling.templates), filling.documents, filling.seed))
    if name == "garbled":
        texts = list(garbled(drafts, filling.of_each_form, filling.seed))
        return MeasuredSet(name, "templates of others, garbled", tuple(texts), True, "form")
    texts = [
        join(one.pieces, name=str(one.number), cluster=str(one.template), group=one.locale)
        for one in drafts
    ]
    return MeasuredSet(name, "templates of others, filled", tuple(texts), True, "locale")


def marked_set(path: Path) -> MeasuredSet:
    """Read the user's own marked texts; they are never written out."""
    return MeasuredSet(path.name, "marked texts of the user", tuple(read_marked(path)), False)


def names_of(documents: Sequence[Document]) -> set[str]:
    """Return the distinct names of the persons in the documents."""
    return {
        document.text[mention.start : mention.end]
        for document in documents
        for mention in document.mentions
        if mention.type == "PERSON"
    }

"""Person names from an official spaCy pipeline, where a user has installed one."""

from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from corpora.errors import RedactionError
from corpora.redaction.name_words import WORD_FIRST
from corpora.redaction.names import Name
from corpora.redaction.page import read_page


def pipeline_version(model: str) -> str:
    """Return name and version of an installed pipeline; of a folder the name alone."""
    try:
        return f"{model}-{metadata.version(model)}"
    except (metadata.PackageNotFoundError, ValueError):
        return Path(model).name


class SpacyNames:
    """PERSON entities of a pipeline such as `en_core_web_sm`."""

    def __init__(self, model: str) -> None:
        """Load the pipeline. Raises RedactionError when it is not installed."""
        import spacy  # seconds to import, and only needed here

        try:
            self._nlp = spacy.load(model, disable=["parser", "lemmatizer", "textcat"])
        except (OSError, ValueError) as error:  # ValueError: a file of it is unreadable
            raise RedactionError(
                f"spaCy pipeline '{model}' is not installed; install it "
                f"(python -m spacy download {model}), or take 'spacy_model' out of the policy"
            ) from error
        self._nlp.max_length = 10_000_000  # the redactor has its own, lower limit

    def names(self, text: str) -> Iterator[Name]:
        """Yield the persons that the pipeline sees; ordinary words and placeholders are dropped."""
        for entity in self._nlp(text).ents:
            if entity.label_ != "PERSON":
                continue
            found = [w for w in read_page(entity.text).words if w.folded not in WORD_FIRST]
            if found:
                start, end = entity.start_char + found[0].start, entity.start_char + found[-1].end
                yield Name(start, end, tuple(w.folded for w in found), "")

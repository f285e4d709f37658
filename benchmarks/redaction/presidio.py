"""Presidio's default analyzer without the network: any spaCy pipeline, or its patterns alone."""

import logging
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language

PATTERNS_ONLY = "patterns only"


class Result(NamedTuple):
    """What Presidio reports: `[start, end)`, its type, its score 0..1."""

    start: int
    end: int
    type: str
    score: float


class PresidioAnalyzer:
    """`presidio_analyzer.AnalyzerEngine` with its default recognisers and configuration."""

    def __init__(self, pipeline: str | None = None) -> None:
        """Build it around the spaCy `pipeline`, a name or a folder.

        Where that is not installed, or None, `spacy.blank("en")`: patterns, but no names or places.
        """
        from presidio_analyzer import AnalyzerEngine  # seconds to import
        from presidio_analyzer.nlp_engine import (
            NerModelConfiguration,
            NlpEngineProvider,
            SpacyNlpEngine,
        )

        logging.getLogger("presidio-analyzer").setLevel(logging.CRITICAL)  # it quotes texts
        _stay_offline()
        loaded = _load(pipeline) if pipeline else None
        if loaded is None:
            import spacy

            loaded = spacy.blank("en")
            self.pipeline = (
                f"{PATTERNS_ONLY} ({pipeline} not installed)"
                if pipeline
                else (f"{PATTERNS_ONLY} (no pipeline named)")
            )
        else:
            self.pipeline = pipeline or PATTERNS_ONLY
        defaults = NlpEngineProvider().nlp_configuration["ner_model_configuration"]
        engine = SpacyNlpEngine(ner_model_configuration=NerModelConfiguration.from_dict(defaults))
        # Declared as None and filled by `load`, which would download what it does not know.
        engine.nlp = {"en": loaded}  # type: ignore[assignment]
        self._engine = AnalyzerEngine(nlp_engine=engine)

    def results(self, text: str) -> list[Result]:
        """Return all that it reports, overlaps included."""
        return [
            Result(one.start, one.end, one.entity_type, one.score)
            for one in self._engine.analyze(text, language="en")
        ]


def _load(pipeline: str) -> "Language | None":
    """Return the pipeline, or None where it is not installed."""
    import spacy

    try:
        return spacy.load(pipeline)
    except OSError:
        return None


def _stay_offline() -> None:
    """Let mail addresses be checked against the list of domains that tldextract brings along."""
    import tldextract

    # Its default extractor asks the network at the first mail address, and logs when it fails.
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)

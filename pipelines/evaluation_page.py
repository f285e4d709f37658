"""The evaluation report: one HTML page with pictures, without script, outside request, or text.

It shows figures, label names and the names of the labelled files; no word of a passage is in it.
"""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.errors import ConfigError, SourceError
from corpora.exports.story_view import mark_styles
from corpora.exports.wording import counted, heading, in_words
from corpora.taxonomy import Facet, Taxonomy
from models.evaluation_file import EvaluatedFile
from models.evaluation_result import MIN_SUPPORT, FacetScore
from pipelines.evaluation_page_pictures import (
    RELIABILITY_FRAME,
    coverage_picture,
    reliability_points,
)

if TYPE_CHECKING:
    from jinja2 import Environment

SUFFIXES = (".html", ".htm")


def refuse_other_suffix(path: Path) -> None:
    """Raise ConfigError unless `path` names a page: a slip must not overwrite labelled data."""
    if path.suffix.casefold() not in SUFFIXES:
        raise ConfigError(
            f"--report {path.name}: cannot write '{path.suffix}'; expected a name that ends "
            "in .html"
        )


def write_evaluation_page(
    files: Sequence[EvaluatedFile], model: str, taxonomy: Taxonomy, path: Path
) -> None:
    """Write the page to `path`, in place of an earlier one; the same figures give the same bytes.

    Raises ConfigError for a suffix that is not .html, SourceError when the place refuses.
    """
    refuse_other_suffix(path)
    page = evaluation_page(files, model, taxonomy)
    written = path.with_name(f".{path.name}-new-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            written.write_bytes(page)
            written.replace(path)
        finally:
            written.unlink(missing_ok=True)
    except OSError as error:
        raise SourceError(f"{path}: cannot be written ({error.strerror})") from error


def evaluation_page(files: Sequence[EvaluatedFile], model: str, taxonomy: Taxonomy) -> bytes:
    """Return the page as UTF-8. Every value is escaped."""
    passages = sum(each.evaluation.passages for each in files)
    values = {
        "title": "How good the tags are",
        "model": model,
        "facts": [counted(len(files), "labelled file"), counted(passages, "passage")],
        "files": [_file(each, number, taxonomy) for number, each in enumerate(files, start=1)],
        "taxonomy": taxonomy,
        "min_support": MIN_SUPPORT,
        "reliability_frame": RELIABILITY_FRAME,
        "in_words": in_words,
        "heading": heading,
    }
    page = _environment().get_template("evaluation.html.j2").render(values)
    # A lone surrogate, which a file name may hold, has no UTF-8 form.
    return page.encode("utf-8", errors="replace")


def _file(file: EvaluatedFile, number: int, taxonomy: Taxonomy) -> dict[str, object]:
    found = file.evaluation
    return {
        "anchor": f"file-{number}",
        "name": file.name,
        "sha256": file.sha256,
        "result": found,
        "faithfulness": file.faithfulness,
        "coverage": None if found.coverage is None else coverage_picture(found.coverage),
        "styles": mark_styles(taxonomy),
        "facets": [
            _facet(facet, found.facets[facet.name])
            for facet in taxonomy.facets
            if facet.name in found.facets
        ],
    }


def _facet(facet: Facet, score: FacetScore) -> dict[str, object]:
    return {
        "name": facet.name,
        "question": facet.question,
        "is_single": facet.kind == "single",
        "score": score,
        "absent": facet.absent,
        "points": reliability_points(score.reliability),
        "decisions": sum(each.count for each in score.reliability),
    }


@cache
def _environment() -> "Environment":
    # Late: only pages need it.
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    # The frame and the style are those of the other pages.
    own, shared = PackageLoader("pipelines"), PackageLoader("corpora.exports")
    return Environment(
        loader=ChoiceLoader([own, shared]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

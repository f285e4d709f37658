"""The columns of `storylode tag` and `storylode mine`, and a prediction in them."""

from typing import TYPE_CHECKING

from corpora.story import Prediction
from corpora.taxonomy import Taxonomy

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped] # pyarrow ships no types

Row = dict[str, object]


def tag_schema(taxonomy: Taxonomy) -> "pa.Schema":
    """Return the columns of `storylode tag`: one row per input row, in order."""
    return _schema(["id"], [], taxonomy)


def mine_schema(taxonomy: Taxonomy) -> "pa.Schema":
    """Return the columns of `storylode mine`: one row per passage."""
    return _schema(["id", "record_id"], ["start", "end"], taxonomy)


def prediction_columns(prediction: Prediction, taxonomy: Taxonomy) -> Row:
    """Return what the tagger said, a column per facet."""
    facets: Row = {
        facet.name: prediction.tags.one(facet.name)
        if facet.kind == "single"
        else list(prediction.tags.labels[facet.name])
        for facet in taxonomy.facets
    }
    return facets | {
        "scores": prediction.scores,
        "evidence": [
            {"tag": e.tag, "start": e.start, "end": e.end} for e in prediction.tags.evidence
        ],
        "needs_review": prediction.needs_review,
    }


def _schema(ids: list[str], offsets: list[str], taxonomy: Taxonomy) -> "pa.Schema":
    import pyarrow as pa

    from corpora.rows import row_schema

    known = row_schema(taxonomy)
    facets = [facet.name for facet in taxonomy.facets]
    rest = ["scores", "evidence", "needs_review", "model_version", "taxonomy_version"]
    fields = [pa.field(name, pa.string()) for name in ids]
    fields += [known.field(name) for name in [*offsets, "text", *facets, *rest]]
    if not offsets:
        fields.append(pa.field("rejected", pa.string()))
    return pa.schema(fields)

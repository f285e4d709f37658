"""The manifest of a collection: why each story is in it, and why the others are not."""

import json
from collections.abc import Iterable, Mapping
from datetime import timedelta

from corpora.collection_selection import Pick, Selected
from corpora.release import FileEntry

_DECIMALS = 6
"""As in tagged datasets: what a float32 holds."""


def manifest_text(selected: Selected, files: Mapping[str, FileEntry]) -> str:
    """Return what `manifest.json` holds; it quotes no text.

    `files` are the collection's other files. The same selection gives the same bytes.
    """
    asks, until = selected.file.asks, selected.until
    since = None if asks.window_days is None else until - timedelta(days=asks.window_days)
    content = {
        "collection": {
            "name": selected.file.name,
            "digest": selected.file.digest,
            "asks": asks.model_dump(mode="json"),
        },
        "window": {"from": since.isoformat() if since else None, "until": until.isoformat()},
        "counts": {
            "considered": selected.considered,
            "matching": selected.matching,
            "selected": len(selected.picks),
            "left_out": {reason.value: n for reason, n in selected.left_out.items()},
        },
        "matching_groups": dict(sorted(selected.matching_groups.items())),
        "versions": _versions(selected),
        "stories": [_why(pick) for pick in selected.picks],
        "near_duplicates": [
            {"story_id": story_id, "near_duplicate_of": shown}
            for story_id, shown in sorted(selected.near_duplicates.items())
        ],
        "files": {
            name: {"sha256": entry.sha256, "bytes": entry.bytes}
            for name, entry in sorted(files.items())
        },
    }
    return json.dumps(content, indent=2, ensure_ascii=True) + "\n"


def _why(pick: Pick) -> dict[str, object]:
    match = pick.match
    story, prediction = match.tagged.story, match.tagged.prediction
    return {
        "rank": pick.rank,
        "story_id": story.story_id,
        "source": story.source,
        "created_at": story.created_at.isoformat() if story.created_at else None,
        "group": match.group or None,
        "probability": round(match.probability, _DECIMALS),
        "matched": [
            {"tag": f"{tag.facet}.{tag.label}", "probability": round(tag.probability, _DECIMALS)}
            for tag in match.matched
        ],
        "tags": {
            facet: [
                {
                    "label": label,
                    "probability": round(
                        prediction.scores.get(facet, {}).get(label, 0.0), _DECIMALS
                    ),
                }
                for label in labels
            ]
            for facet, labels in prediction.tags.labels.items()
        },
        "evidence": [
            {"tag": one.tag, "start": one.start, "end": one.end}
            for one in sorted(prediction.tags.evidence)
        ],
        "needs_review": prediction.needs_review,
    }


def _versions(selected: Selected) -> dict[str, object]:
    tagged = [pick.match.tagged for pick in selected.picks]

    def met(versions: Iterable[str]) -> list[str]:
        return sorted(set(versions))

    return {
        "taxonomy": selected.taxonomy.version,
        "taxonomy_digest": selected.taxonomy.digest,
        "tagged_with_taxonomy": met(one.taxonomy_version for one in tagged),
        "model": met(one.model_version for one in tagged),
        "redactor": met(one.story.redactor_version for one in tagged),
        "segmenter": met(one.story.segmenter_version for one in tagged),
    }

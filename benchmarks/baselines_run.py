"""Let every system learn once, tag every test file, and be scored; with the seconds it took."""

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.baselines_score import SystemScore, score_systems
from benchmarks.baselines_systems import SYSTEMS, Bench
from corpora.labelled import LabelledPassage, tags_as_row
from corpora.story import Prediction
from corpora.taxonomy import Taxonomy

_ENCODES = {"zero-shot", "frozen", "setfit"}

Tests = Mapping[Path, Sequence[LabelledPassage]]
"""Test file -> its passages."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """All systems on one test file."""

    scores: Mapping[str, SystemScore]
    predict_seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Results:
    """What the comparison found."""

    tests: Mapping[Path, FileResult]
    fit_seconds: Mapping[str, float]
    notes: Mapping[str, tuple[str, ...]]
    """system -> what was chosen for it, and what it got"""


def run(bench: Bench, tests: Tests, names: Sequence[str], out: Path) -> Results:
    """Fit each system once and write its predictions to `out`/test file/system.jsonl.

    Raises CheckpointError, before anything is fitted, when a base encoder is needed and missing.
    """
    if _ENCODES & set(names):
        _ = bench.encoder_folder
    taxonomy = bench.layout.taxonomy
    fit_seconds: dict[str, float] = {}
    notes: dict[str, tuple[str, ...]] = {}
    said: dict[Path, dict[str, list[Prediction]]] = {path: {} for path in tests}
    seconds: dict[Path, dict[str, float]] = {path: {} for path in tests}
    for name in names:
        started = time.perf_counter()
        learned = SYSTEMS[name](bench)
        fit_seconds[name], notes[name] = time.perf_counter() - started, learned.notes
        for path, passages in tests.items():
            started = time.perf_counter()
            said[path][name] = learned.tag([passage.text for passage in passages])
            seconds[path][name] = time.perf_counter() - started
            written = out / path.stem / f"{name}.jsonl"
            written.parent.mkdir(parents=True, exist_ok=True)
            write_predictions(written, passages, said[path][name], taxonomy)
        tagged = sum(each[name] for each in seconds.values())
        print(f"{name}: fitted in {fit_seconds[name]:.1f} s, tagged in {tagged:.1f} s", flush=True)
        for note in learned.notes:
            print(f"  {note}", flush=True)
    results = {
        path: FileResult(score_systems(passages, said[path], taxonomy), seconds[path])
        for path, passages in tests.items()
    }
    return Results(results, fit_seconds, notes)


def write_predictions(
    path: Path, passages: Sequence[LabelledPassage], said: Sequence[Prediction], taxonomy: Taxonomy
) -> None:
    """Write predictions in the columns of `storylode tag`."""
    with path.open("w", encoding="utf-8") as file:
        for passage, prediction in zip(passages, said, strict=True):
            row = {
                "id": passage.passage_id,
                "text": passage.text,
                **tags_as_row(prediction.tags, taxonomy),
                "scores": {facet: dict(each) for facet, each in prediction.scores.items()},
                "needs_review": prediction.needs_review,
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def run_scorer(scorer: Path, tests: Sequence[Path], names: Sequence[str], out: Path) -> None:
    """Run the user's own script on each file of predictions, as SCORER TEST PREDICTIONS."""
    for path in tests:
        for name in names:
            print(f"\n{path.name}, {name}, by {scorer.name}", flush=True)
            command = [scorer, path, out / path.stem / f"{name}.jsonl"]
            subprocess.run([sys.executable, *map(str, command)], check=True)  # noqa: S603  theirs

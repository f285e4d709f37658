"""The labelled data of a retraining: which files, whose text, and digests that pin it."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from corpora.labelled import LabelledPassage, read_labelled
from corpora.taxonomy import Taxonomy
from models.sealing import sha256_of
from models.splits import Splits
from models.training_config import TrainingConfig

REVIEWS = "reviews"
"""Origin of the reviewed stories of the store."""
_GOLD = ("corpora", "gold")
_NOT_TRAINING = {"gate", "labelled"}
"""Settings that change no weight: what files give is in the digest of the data."""


@dataclass(frozen=True, slots=True)
class LabelledFile:
    """A labelled file and the name that its passages go by."""

    path: Path
    origin: str
    """The file's name without suffix; with its folder's where two files have the same."""
    is_authored: bool
    """Whether it lies in `corpora/gold`; the text of all other files is real."""

    def read(self, taxonomy: Taxonomy) -> Iterator[LabelledPassage]:
        """Yield its passages. Raises SourceError for a wrong line."""
        for passage in read_labelled(self.path, taxonomy):
            yield replace(passage, origin=self.origin)

    def as_json(self) -> dict[str, object]:
        """Return what the decision record says of it. Raises OSError when it is gone."""
        return {
            "path": str(self.path),
            "origin": self.origin,
            "is_authored": self.is_authored,
            "sha256": sha256_of(self.path),
        }


def labelled_files(config: TrainingConfig, more: Sequence[Path]) -> list[LabelledFile]:
    """Return each file once, in order, under a name of its own.

    A name that two files shared would mix their groups, and own text with authored.
    """
    found: dict[Path, LabelledFile] = {}
    taken = {REVIEWS}
    for path in [*config.labelled, *more]:
        whole = path.resolve()
        if whole in found:
            continue
        origin, number = path.stem, 1
        while origin in taken:
            origin = f"{whole.parent.name}-{path.stem}" + (f"-{number}" if number > 1 else "")
            number += 1
        taken.add(origin)
        found[whole] = LabelledFile(path, origin, whole.parent.parts[-2:] == _GOLD)
    return list(found.values())


def data_digest(splits: Splits) -> str:
    """Return the SHA-256 of all passages with their labels, in order, split by split."""
    digest = hashlib.sha256()
    for name, part in (("train", splits.train), ("dev", splits.dev), ("test", splits.test)):
        digest.update(f"{name} {len(part)}\n".encode())
        for p in part:
            labels = {facet: list(given) for facet, given in sorted(p.tags.labels.items())}
            evidence = [[e.tag, e.start, e.end] for e in p.tags.evidence]
            row = [p.origin, p.passage_id, p.group, p.text, labels, evidence]
            digest.update(json.dumps(row).encode() + b"\n")
    return digest.hexdigest()


def training_digest(
    config: TrainingConfig, splits: Splits, taxonomy: Taxonomy, champion: str | None = None
) -> str:
    """Return the SHA-256 of all that decides the weights: recipe, encoder, data, libraries.

    `champion` is the version that training goes on from, where the recipe says so.
    """
    folder = Path(config.base_encoder)
    encoder = (
        [sha256_of(path) for path in sorted(folder.iterdir()) if path.is_file()]
        if folder.is_dir()
        else []
    )
    whole = [
        config.model_dump(mode="json", exclude=_NOT_TRAINING),
        encoder,
        taxonomy.digest,
        data_digest(splits),
        package_versions(),
        champion,
    ]
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def package_versions() -> dict[str, str]:
    """Return the versions of the libraries that the weights come from; faker gives other names."""
    return {
        name: version(name) for name in ("torch", "transformers", "tokenizers", "numpy", "faker")
    }

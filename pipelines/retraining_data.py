"""The data of a retraining: labelled files and the reviewed stories of the store."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpora.taxonomy import Taxonomy
from pipelines.retraining_folder import RetrainingFolder

if TYPE_CHECKING:
    from models.retraining_reviews import PinnedReviews
    from models.splits import Splits
    from models.training_config import TrainingConfig


@dataclass(frozen=True, slots=True)
class RetrainingData:
    """Splits, and what the decision record says of where they come from."""

    splits: "Splits"
    review_counts: dict[str, int] | None
    """None without a store."""
    champion: Path
    """Folder of the checkpoint in service."""
    digest: str
    """Of recipe, encoder or champion, data and libraries: the key of the training's state."""


def read_data(
    settings: "TrainingConfig", more: list[str], taxonomy: Taxonomy, folder: RetrainingFolder
) -> RetrainingData:
    """Read the labelled files, and the store's stories under the pinned reviews."""
    from models.checkpoint import checkpoint_version
    from models.registry import Registry
    from models.retraining import labelled_splits
    from models.retraining_data import training_digest
    from models.retraining_reviews import read_pinned, reviewed_passages

    location = _store(settings, folder.home)
    reviewed, counts = [], None
    if location is not None and folder.reviews.exists():
        from corpora.store import Store

        pinned = read_pinned(folder.reviews)
        counts = pinned.counts
        with Store.open(location) as store:
            reviewed = reviewed_passages(store, pinned.stories)
    champion = Registry(folder.home).champion()
    splits = labelled_splits(settings, [Path(path) for path in more], taxonomy, reviewed, champion)
    start = checkpoint_version(champion) if settings.start_from == "champion" else None
    digest = training_digest(settings, splits, taxonomy, start)
    return RetrainingData(splits, counts, champion, digest)


def pin_data(
    settings: "TrainingConfig", more: list[str], taxonomy: Taxonomy, folder: RetrainingFolder
) -> RetrainingData:
    """Read the data; pin the reviews anew unless an unfinished training can go on with its own."""
    if folder.reviews.exists():
        data = read_data(settings, more, taxonomy, folder)
        if folder.state(data.digest).exists():
            return data
    pinned = _pin(settings, taxonomy, folder.home)
    if pinned is not None:
        pinned.write(folder.reviews)
    return read_data(settings, more, taxonomy, folder)


def _pin(settings: "TrainingConfig", taxonomy: Taxonomy, home: Path) -> "PinnedReviews | None":
    from models.retraining_reviews import pin_reviews

    location = _store(settings, home)
    if location is None:
        return None
    from corpora.store import Store

    with Store.open(location) as store:
        return pin_reviews(store, taxonomy)


def _store(settings: "TrainingConfig", home: Path) -> Path | str | None:
    """Return where the store is; None where there is none, as opening one would make it."""
    if settings.store is not None and "://" in settings.store:
        return settings.store
    path = Path(settings.store) if settings.store is not None else home / "store.sqlite"
    return path if path.exists() or settings.store is not None else None

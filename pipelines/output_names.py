"""Names of the files that `storylode tag` writes into a folder: those of its input, masked."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpora.redaction import Redactor


def parquet_names(files: Sequence[Path], source: Path, redactor: "Redactor | None") -> list[Path]:
    """Return a name for the rows of each file, all different: `may.csv` gives `may.csv.parquet`.

    A name that may tell a person is masked, and ends in the first digits of the file's SHA-256.
    """
    from corpora.redaction.places import Places

    places = Places(redactor) if redactor else None
    given: Counter[Path] = Counter()
    names: list[Path] = []
    for path in files:
        own = path.name if path == source else path.relative_to(source).as_posix()
        name = _as_parquet(Path(places.output(path, own) if places else own))
        given[name] += 1
        count = given[name]
        names.append(name if count == 1 else name.with_name(f"{name.stem}-{count}.parquet"))
    return names


def _as_parquet(name: Path) -> Path:
    # The old suffix stays: a folder may hold both may.csv and may.jsonl.
    return name if name.suffix == ".parquet" else name.with_name(f"{name.name}.parquet")

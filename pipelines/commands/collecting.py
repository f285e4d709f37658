"""`storylode collect`: a story book out of a tagged dataset."""

import json
from pathlib import Path
from typing import Annotated

import typer


def collect(
    collection: Annotated[
        str, typer.Argument(help="A collection file, or the name of one in configs/collections.")
    ],
    *,
    dataset: Annotated[
        Path, typer.Option(help="A dataset version, or the folder of all versions (the latest).")
    ] = Path("out/tagged"),
    output: Annotated[Path, typer.Option(help="Gets a folder named like the collection.")] = Path(
        "out/collections"
    ),
    until: Annotated[
        str | None,
        typer.Option(help="ISO 8601 time that ends the time window.", show_default="now"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Pick stories for a purpose and write them as a story book, CSV, JSON lines and a manifest."""
    from pipelines.night_work import write_one_collection
    from pipelines.windows import parse_until

    end = parse_until(until)
    result = write_one_collection(str(_release(dataset)), str(_file(collection)), end, str(output))
    if as_json:
        typer.echo(json.dumps(result))
    else:
        typer.echo(f"{result['stories']} stories -> {result['page']}")


def _file(collection: str) -> Path:
    from corpora.errors import ConfigError

    for path in (Path(collection), Path("configs/collections") / f"{collection}.yaml"):
        if path.is_file():
            return path
    known = ", ".join(sorted(path.stem for path in Path("configs/collections").glob("*.yaml")))
    raise ConfigError(f"no collection '{collection}'; configs/collections has: {known or 'none'}")


def _release(dataset: Path) -> Path:
    from corpora.errors import StoreError
    from corpora.release import MANIFEST, latest_release

    if (dataset / MANIFEST).is_file():
        return dataset
    if (found := latest_release(dataset)) is None:
        raise StoreError(
            f"{dataset}: no tagged dataset here; run `storylode nightly` first, or give --dataset"
        )
    return found

"""What a night does, step by step, without Prefect: paths, names and counts in and out."""

from datetime import UTC, datetime
from pathlib import Path

from corpora.taxonomy import load_taxonomy
from pipelines.console import progress_bar
from pipelines.nightly_config import load_nightly_config
from pipelines.other_redactors import OtherRedactors
from pipelines.redactors import build_redactor, current_redactor_version

Counts = dict[str, object]
_TAG_AHEAD = 1024
"""Stories read from the store at a time, and the most that a crash makes the tagger do again."""


def read_into_store(config: str, source: str, run_id: str | None) -> Counts:
    """Take what is new in a source into the store; return the counts of a run report."""
    from corpora.ingestion import ingest_source
    from corpora.readers import Columns
    from corpora.store import Store

    settings = load_nightly_config(Path(config))
    (chosen,) = (each for each in settings.sources if each.name == source)
    columns = Columns(chosen.text_column, chosen.id_column, chosen.created_at_column)
    with (
        Store.open(settings.store_location) as store,
        progress_bar(f"reading {source}") as advance,
    ):
        report = ingest_source(
            source,
            chosen.path,
            columns,
            store,
            build_redactor(settings.redaction_policy),
            now=datetime.now(UTC),
            progress=advance,
            run_id=run_id,
        )
    return report.as_json()


def tag_new_stories(config: str, run_id: str | None) -> Counts:
    """Tag every story that the champion has not seen; return how many, and the model's version."""
    from corpora.store import Store
    from models.checkpoint import load_checkpoint
    from models.registry import Registry

    settings = load_nightly_config(Path(config))
    taxonomy = load_taxonomy()
    with Store.open(settings.store_location) as store:
        folder = settings.checkpoint or Registry(settings.home).champion()
        tagger = load_checkpoint(folder, taxonomy)
        tagged, after = 0, ""
        with progress_bar("tagging") as advance:
            while stories := store.untagged(tagger.version, after, _TAG_AHEAD):
                said = list(tagger.tag(text for _, text in stories))
                named = [(story_id, p) for (story_id, _), p in zip(stories, said, strict=True)]
                store.save_predictions(named, tagger.version, taxonomy, run_id=run_id)
                after = stories[-1][0]
                tagged += len(stories)
                advance(len(stories))
    return {"tagged": tagged, "model": tagger.version}


def publish_dataset(config: str, model: str) -> Counts:
    """Write the tagged dataset of everything that `model` tagged; return its place and rows."""
    from corpora.cleaning import CLEANER_VERSION
    from corpora.emission import emit_dataset
    from corpora.segmentation import SEGMENTER_VERSION
    from corpora.store import Selection, Store

    settings = load_nightly_config(Path(config))
    taxonomy = load_taxonomy()
    versions = {
        "model": model,
        "taxonomy": taxonomy.version,
        "cleaner": CLEANER_VERSION,
        "redactor": current_redactor_version(settings.redaction_policy),
        "segmenter": SEGMENTER_VERSION,
    }
    with Store.open(settings.store_location) as store:
        others = OtherRedactors(versions["redactor"])
        stories = others.counted(store.tagged_stories(Selection(model_version=model)))
        release = emit_dataset(stories, settings.tagged, taxonomy=taxonomy, versions=versions)
    others.warn()
    return {
        "dataset": str(release.path),
        "rows": release.rows,
        "is_new": release.is_new,
        "redacted_otherwise": others.stories,
    }


def write_summary_page(config: str, dataset: str, report: Counts) -> str:
    """Write the HTML summary of a dataset version; return its path."""
    from corpora.exports import write_summary
    from corpora.release import read_release

    settings = load_nightly_config(Path(config))
    page = settings.output / "summary.html"
    write_summary(read_release(Path(dataset)), report, page, load_taxonomy())
    return str(page)


def write_one_collection(dataset: str, collection: str, until: str, folder: str) -> Counts:
    """Select the stories of a collection file and write its folder; return page and count."""
    from corpora.collection import load_collection
    from corpora.collection_selection import select_stories
    from corpora.exports import write_collection
    from corpora.release import read_release

    taxonomy = load_taxonomy()
    asked = load_collection(Path(collection), taxonomy)
    selected = select_stories(
        asked, read_release(Path(dataset)), taxonomy, until=datetime.fromisoformat(until)
    )
    page = write_collection(selected, Path(folder) / Path(collection).stem)
    return {"page": str(page), "stories": len(selected.picks)}

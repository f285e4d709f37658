"""The token head learns, comes back from its folder as it was, and refuses an altered one."""

from pathlib import Path

import pytest

from corpora.errors import CheckpointError, SourceError
from models.entities.folder import RecogniserNotes, load_recogniser, save_recogniser
from models.entities.marked import MarkedText, Mention, read_marked
from models.entities.recogniser import EntityRecogniser
from models.entities.training import EntityTraining, new_recogniser, train_recogniser

FRAMES = (
    "My name is {} and the kettle is broken.",
    "I rang {} about the bill.",
    "The nurse {} sat with my father.",
    "The clinic is closed on Sunday and nobody called.",
)


def _marked(frame: str, name: str) -> MarkedText:
    at = frame.find("{}")
    text = frame.format(name)
    return MarkedText(text, (Mention(at, at + len(name), "PERSON", "e1"),) if at >= 0 else ())


@pytest.fixture(scope="module")
def learned(entity_training: EntityTraining) -> EntityRecogniser:
    texts = [_marked(frame, name) for frame in FRAMES for name in ("Mina", "Otto", "Femi", "Ilse")]
    return train_recogniser(new_recogniser(entity_training), texts, entity_training)


def test_it_finds_a_name_that_it_never_saw_where_names_stand(learned: EntityRecogniser) -> None:
    text = "I rang Quirin about the bill."

    assert [text[e.start : e.end] for e in learned.entities(text)] == ["Quirin"]
    assert learned.entities("The clinic is closed on Sunday and nobody called.") == []


def test_many_at_once_are_the_same_as_one_by_one(learned: EntityRecogniser) -> None:
    texts = ["I rang Abebe about the bill. " * 30, "", "My name is Ulf and the kettle is broken."]

    together = [[(e.start, e.end) for e in found] for found in learned.entities_of(texts)]

    assert together == [[(e.start, e.end) for e in learned.entities(text)] for text in texts]


def test_it_comes_back_from_its_folder(learned: EntityRecogniser, tmp_path: Path) -> None:
    folder = tmp_path / "weights"
    version = save_recogniser(folder, learned, RecogniserNotes("tiny", {}, "# Card\n"))
    again = load_recogniser(folder)

    assert again.version == version
    text = "I rang Quirin about the bill."
    assert [(e.start, e.end) for e in again.entities(text)] == [
        (e.start, e.end) for e in learned.entities(text)
    ]


def test_altered_weights_are_refused(learned: EntityRecogniser, tmp_path: Path) -> None:
    folder = tmp_path / "weights"
    save_recogniser(folder, learned, RecogniserNotes("tiny", {}, "# Card\n"))
    with (folder / "model.safetensors").open("ab") as file:
        file.write(b"x")

    with pytest.raises(CheckpointError, match=r"model\.safetensors is not the file"):
        load_recogniser(folder)


def test_a_line_without_offsets_is_named(tmp_path: Path) -> None:
    path = tmp_path / "marked.jsonl"
    path.write_text('{"split": "train", "text": "Ann", "entities": [{"type": "PERSON"}]}\n')

    with pytest.raises(SourceError, match=r"marked\.jsonl:1: expected split, text and entities"):
        list(read_marked(path, frozenset({"train"})))

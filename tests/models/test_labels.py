"""The flat label axis."""

from corpora.story import Tags
from models.labels import LabelLayout


def test_every_label_has_one_place(layout: LabelLayout) -> None:
    covered = [at for _, part in layout.slices() for at in range(part.start, part.stop)]

    assert covered == list(range(layout.size))
    assert len(set(layout.names())) == len(layout.evidence_tags()) == layout.size


def test_targets_tell_none_of_the_labels_from_not_annotated(layout: LabelLayout) -> None:
    target, known = layout.targets([Tags({"excuses": ()}), Tags({"drivers": ("recovery",)})])

    parts = {facet.name: part for facet, part in layout.slices()}
    assert known[0, parts["excuses"]].all()
    assert not known[0, parts["drivers"]].any()
    assert target.nonzero().tolist() == [[1, layout.names().index(("drivers", "recovery"))]]


def test_absent_labels_have_no_evidence(layout: LabelLayout) -> None:
    tags = dict(zip(layout.names(), layout.evidence_tags(), strict=True))

    assert tags["moment", "none"] is None
    assert tags["moment", "wow"] == "moment"
    assert tags["excuses", "policy"] == "excuses.policy"
    assert tags["narrator", "customer"] is None

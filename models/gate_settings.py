"""What `gate:` in `configs/train.yaml` may say."""

from pydantic import BaseModel, ConfigDict, Field

RESAMPLES = 1000
"""Draws of the paired bootstrap: the ends of a 95% interval then rest on 25 draws each."""


class BehaviourConfig(BaseModel):
    """What a challenger must do on the authored cases of `models.behaviour`, kind by kind.

    A figure is the mean over the capabilities of its kind, 0..1. The marks are those of the field
    (CheckList); while the champion itself misses one, `max_loss` stands in for it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    is_on: bool = True
    """False asks nothing; the decision record then says so."""
    minimum: float = Field(default=0.95, ge=0, le=1)
    """Least share of the minimum-function cases that are tagged as they must be."""
    direction: float = Field(default=0.95, ge=0, le=1)
    """Least share of the direction cases whose probability moves as it must."""
    max_flip_rate: float = Field(default=0.03, ge=0, le=1)
    """Greatest share of the invariance cases in which any tag flips."""
    max_loss: float = Field(default=0.02, ge=0, le=1)
    """No worse than the champion: where the champion misses a mark too, a challenger passes that
    kind unless it is worse by more than this, 0..1 (0.02: two points). Once a champion reaches the
    mark, the mark rules. Without a champion of the taxonomy the figures are only written down."""
    strict: bool = False
    """True takes the marks as they are, whatever the champion does."""
    cases_per_capability: int | None = Field(default=None, ge=1)
    """None asks all cases; a number asks as many of each capability, evenly spaced: sooner done,
    and coarser."""


class GateConfig(BaseModel):
    """What a challenger must not do to become champion. Unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    max_label_loss: float = Field(default=0.02, ge=0, le=1)
    """A label is lost when it surely loses more F1 than this, 0..1."""
    confidence: float = Field(default=0.95, gt=0, lt=1)
    """How sure: the share of the bootstrap interval that must lie wholly above the loss."""
    max_calibration_error_authored: float = Field(default=0.03, ge=0, le=1)
    """Greatest expected calibration error of a facet on authored text, 0..1."""
    max_calibration_error_real: float = Field(default=0.06, ge=0, le=1)
    """The same on real text: own files and reviewed stories."""
    allow_chance_calibration_error: bool = True
    """On few passages a perfectly calibrated tagger shows a calibration error too. True lets a
    facet pass above its bound while chance alone gives as much in one of twenty tries; on many
    passages that comes to nothing and the bound rules. False takes the bound as it is."""
    above_tfidf: bool = False
    """Also ask for a headline above TF-IDF with logistic regression, fitted on the same training
    passages; needs the extra `train`."""
    behaviour: BehaviourConfig = BehaviourConfig()
    """Also ask for the behaviour that authored minimal cases try."""
    seed: int = 13
    """Of the bootstrap's draws."""

"""What `gate:` in `configs/train.yaml` may say."""

from pydantic import BaseModel, ConfigDict, Field

RESAMPLES = 1000
"""Draws of the paired bootstrap: the ends of a 95% interval then rest on 25 draws each."""


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
    seed: int = 13
    """Of the bootstrap's draws."""

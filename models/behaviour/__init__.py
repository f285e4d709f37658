"""The behaviour suite: what the tagger should be able to do, tried on authored sentences.

from models.behaviour import capabilities, run, summary
summary(run(tagger.tag, capabilities())).flip_rate
"""

from models.behaviour.cases import Capability, Case, Claim, Kind
from models.behaviour.judging import Failure, Result, Tag, run
from models.behaviour.report import Summary, summary
from models.behaviour.suite import capabilities, fitting, thinned

__all__ = [
    "Capability",
    "Case",
    "Claim",
    "Failure",
    "Kind",
    "Result",
    "Summary",
    "Tag",
    "capabilities",
    "fitting",
    "run",
    "summary",
    "thinned",
]

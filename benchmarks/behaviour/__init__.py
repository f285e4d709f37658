"""The behaviour suite: what the tagger should be able to do, tried on authored sentences.

from benchmarks.behaviour import capabilities, run, summary
summary(run(tagger, capabilities())).flip_rate
"""

from benchmarks.behaviour.cases import Capability, Case, Claim, Kind
from benchmarks.behaviour.judging import Failure, Result, run
from benchmarks.behaviour.report import Summary, summary
from benchmarks.behaviour.suite import capabilities

__all__ = [
    "Capability",
    "Case",
    "Claim",
    "Failure",
    "Kind",
    "Result",
    "Summary",
    "capabilities",
    "run",
    "summary",
]

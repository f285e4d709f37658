"""Geometry of the pictures in the evaluation report: figures in, SVG coordinates out.

A template draws them as inline SVG: it needs no plotting library, takes the page's colours, light
or dark, and its words stay words. Coordinates are in units of the picture's view box.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from models.evaluation_coverage import COVERAGE, Coverage, RiskCurve
from models.reliability import CALIBRATION_BINS, ReliabilityBin

_Z = 1.96
"""Standard deviations of a 95% interval."""
_MAX_POINTS = 240
_LEAST_COVERAGE = 0.05
"""Curves start here: the mean error of a handful of stories says nothing and hides the rest."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where 0 and 1 of each axis are."""

    left: float
    right: float
    top: float
    bottom: float
    highest: float = 1.0
    """The value at the top of the vertical axis, 0..1; the horizontal axis ends at 1."""

    def x(self, value: float) -> float:
        return round(self.left + value * (self.right - self.left), 1)

    def y(self, value: float) -> float:
        return round(self.bottom - value / self.highest * (self.bottom - self.top), 1)


RELIABILITY_FRAME = Frame(left=44, right=284, top=10, bottom=250)
_COUNTS_BOTTOM, _COUNTS_HEIGHT = 288, 30


@dataclass(frozen=True, slots=True)
class ReliabilityPoint:
    """One bin: its mean, the interval of its share, the column of its count."""

    x: float
    y: float
    low: float
    high: float
    column_left: float
    column_top: float
    column_height: float
    words: str


def reliability_points(bins: Sequence[ReliabilityBin]) -> list[ReliabilityPoint]:
    """Place the bins in `RELIABILITY_FRAME`, their counts in the strip under it."""
    frame, most = RELIABILITY_FRAME, max((each.count for each in bins), default=1)
    points = []
    for each in bins:
        if not math.isfinite(each.confidence):  # a broken tagger's; the tables show it
            continue
        low, high = wilson_interval(each.accuracy, each.count)
        number = min(int(each.confidence * CALIBRATION_BINS), CALIBRATION_BINS - 1)
        height = max(round(_COUNTS_HEIGHT * each.count / most, 1), 1.5)
        points.append(
            ReliabilityPoint(
                x=frame.x(each.confidence),
                y=frame.y(each.accuracy),
                low=frame.y(low),
                high=frame.y(high),
                column_left=frame.x(number / CALIBRATION_BINS) + 1,
                column_top=_COUNTS_BOTTOM - height,
                column_height=height,
                words=f"probability {each.confidence:.2f}, came true {each.accuracy:.2f}, "
                f"{each.count:,} decisions",
            )
        )
    return points


def wilson_interval(share: float, count: int) -> tuple[float, float]:
    """Return the 95% interval of a share (Wilson 1927): honest for few and for shares near 0 or 1.

    `count` is at least 1.
    """
    middle = share + _Z**2 / (2 * count)
    half = _Z * math.sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2))
    whole = 1 + _Z**2 / count
    return max((middle - half) / whole, 0.0), min((middle + half) / whole, 1.0)


@dataclass(frozen=True, slots=True)
class CoveragePicture:
    """Risk-coverage curves in one frame: of the stories, of their best order, of the facets."""

    frame: Frame
    ticks: tuple[float, ...]
    """Values on the vertical axis that have a line."""
    stories: str
    """Points of a polyline, as of those below."""
    best: str
    facets: tuple[tuple[str, str], ...]
    at_80: tuple[float, float]
    """Point of the stories' curve."""
    all_stories: float
    """Height of the line that a confidence which says nothing would follow."""


def coverage_picture(coverage: Coverage) -> CoveragePicture:
    """Place the curves of a test set; the vertical axis ends a little over the highest."""
    curves = [coverage.stories, *coverage.facets.values()]
    highest = max(max(curve.risks[_first(curve) :]) for curve in curves)
    step = 0.2 if highest > 0.6 else 0.1
    highest = round(max(math.ceil(highest / step - 1e-9), 1) * step, 1)
    frame = Frame(left=46, right=364, top=10, bottom=240, highest=highest)
    stories = coverage.stories
    return CoveragePicture(
        frame=frame,
        ticks=tuple(round(n * step, 1) for n in range(int(round(highest / step, 6)) + 1)),
        stories=_polyline(frame, stories.risks, _first(stories)),
        best=_polyline(frame, stories.best_risks, _first(stories)),
        facets=tuple(
            (name, _polyline(frame, curve.risks, _first(curve)))
            for name, curve in coverage.facets.items()
        ),
        at_80=(frame.x(COVERAGE), frame.y(stories.error_at_80)),
        all_stories=frame.y(stories.error),
    )


def _first(curve: RiskCurve) -> int:
    return min(int(_LEAST_COVERAGE * len(curve.risks)), len(curve.risks) - 1)


def _polyline(frame: Frame, risks: Sequence[float], first: int) -> str:
    step = math.ceil(len(risks) / _MAX_POINTS)
    shown = sorted({*range(first, len(risks), step), len(risks) - 1})
    return " ".join(f"{frame.x((at + 1) / len(risks))},{frame.y(risks[at])}" for at in shown)

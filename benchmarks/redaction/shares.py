"""Shares with 95% intervals that know when observations are alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

_Z = 1.96  # 95%, two-sided


@dataclass(frozen=True, slots=True)
class Share:
    """`hits` of `of`, and where the true share lies."""

    hits: int
    of: int
    design_effect: float = 1.0
    """By how much alike observations widen the variance, 1 or more."""

    @classmethod
    def of_clusters(cls, observations: Iterable[tuple[str, int, int]]) -> "Share":
        """Add up `(cluster, hits, of)`: entities of one document and fillings of one template fail
        together, so the interval is that of the effective sample size (Korn and Graubard 1998).
        Where all or none hit, clusters say nothing of how alike they are: then the plain one.
        """
        clusters: dict[str, tuple[int, int]] = {}
        for cluster, hits, of in observations:
            before = clusters.get(cluster, (0, 0))
            clusters[cluster] = (before[0] + hits, before[1] + of)
        hits = sum(each for each, _ in clusters.values())
        total = sum(each for _, each in clusters.values())
        if len(clusters) < 2 or hits in (0, total):
            return cls(hits, total)
        share = hits / total
        squares = sum((each - share * of) ** 2 for each, of in clusters.values())
        clustered = squares * len(clusters) / (len(clusters) - 1) / total**2
        return cls(hits, total, max(1.0, clustered / (share * (1 - share) / total)))

    @property
    def value(self) -> float:
        """0..1; 0 of nothing."""
        return self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Return the 95% interval (Wilson 1927)."""
        if not self.of:
            return 0.0, 1.0
        n = self.of / self.design_effect
        centre = (self.value + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
        spread = sqrt(self.value * (1 - self.value) / n + _Z * _Z / (4 * n * n))
        reach = _Z / (1 + _Z * _Z / n) * spread
        # At the ends the formula is exact but for the last bit.
        low = 0.0 if self.hits == 0 else centre - reach
        high = 1.0 if self.hits == self.of else centre + reach
        return low, high

    def __str__(self) -> str:
        """Percent with the interval, for a table."""
        if not self.of:
            return "-"
        low, high = self.interval
        return f"{self.value:.1%} ({100 * low:.1f}-{100 * high:.1f})"

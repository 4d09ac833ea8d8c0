"""How long to wait before something that failed is tried again: one rule for everything that retries."""

import random
from dataclasses import dataclass

_MOST_DOUBLINGS = 30


@dataclass(frozen=True, slots=True)
class Backoff:
    """Doubles with each failure in a row; up to half is taken off by chance: who failed together returns apart."""

    first: float  # seconds
    longest: float  # seconds

    def pause(self, failures: int) -> float:
        """Seconds to wait after so many failures in a row, the first counted as one."""
        whole = min(self.first * 2.0 ** min(failures - 1, _MOST_DOUBLINGS), self.longest)
        return whole * random.uniform(0.5, 1.0)  # noqa: S311 - spreads retries, guards nothing

"""Intervals for one proportion and for one rate of independent events."""

from __future__ import annotations

from statistics import NormalDist
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike

Array = np.ndarray[Any, np.dtype[np.float64]]


def normal_quantile(confidence: float) -> float:
    """z of a two-sided interval: 1.959964 at 0.95."""
    if not 0 < confidence < 1:
        raise ValueError("confidence lies between 0 and 1")
    return NormalDist().inv_cdf(0.5 + confidence / 2)


def proportion_interval(
    successes: ArrayLike,
    n: ArrayLike,
    confidence: float = 0.95,
    method: Literal["wilson", "exact"] = "wilson",
) -> tuple[Array, Array]:
    """Interval of successes / n, as `(low, high)`.

    "wilson": Wilson (1927), the score interval
        (x + z²/2 ± z·√(x(n-x)/n + z²/4)) / (n + z²).
    "exact": Clopper and Pearson (1934), the beta quantiles B(α/2; x, n-x+1) and B(1-α/2; x+1, n-x).
    Shapes: successes and n broadcast; scalars give scalars (0-d).
    Edges: x = 0 → low is exactly 0; x = n → high is exactly 1; n = 0 → both NaN (nothing was seen).
    """
    x, size = _checked(successes, n)
    if method == "wilson":
        low, high = _wilson(x, size, normal_quantile(confidence))
    elif method == "exact":
        low, high = _clopper_pearson(x, size, confidence)
    else:
        raise ValueError(f"unknown method {method!r}: wilson or exact")
    empty = size == 0
    low = np.where(empty, np.nan, np.where(x == 0, 0.0, low))
    high = np.where(empty, np.nan, np.where(x == size, 1.0, high))
    return low[()], high[()]


def _checked(successes: ArrayLike, n: ArrayLike) -> tuple[Array, Array]:
    x, size = np.broadcast_arrays(np.asarray(successes, float), np.asarray(n, float))
    if np.any((x < 0) | (x > size)):
        raise ValueError("successes lie between 0 and n")
    return x, size


def _wilson(x: Array, n: Array, z: float) -> tuple[Array, Array]:
    safe = np.where(n == 0, 1.0, n)
    middle = x + z * z / 2
    half = z * np.sqrt(x * (safe - x) / safe + z * z / 4)
    return (middle - half) / (safe + z * z), (middle + half) / (safe + z * z)


def _clopper_pearson(x: Array, n: Array, confidence: float) -> tuple[Array, Array]:
    from scipy.special import betaincinv

    tail = (1 - confidence) / 2
    # A parameter of 0 has no beta distribution; those ends are 0 and 1 by definition and set by the caller.
    low = betaincinv(np.maximum(x, 1e-300), n - x + 1, tail)
    high = betaincinv(x + 1, np.maximum(n - x, 1e-300), 1 - tail)
    return low, high


def rate_interval(
    events: ArrayLike, exposure: ArrayLike = 1.0, confidence: float = 0.95
) -> tuple[Array, Array]:
    """Interval of events / exposure for independent (Poisson) events, as `(low, high)`.

    Below 10 events exact (Garwood 1936): χ²(α/2; 2x)/2 and χ²(1-α/2; 2x+2)/2. From 10 events Byar's
    approximation (Breslow and Day 1987): x(1 - 1/(9x) - z/(3√x))³ and the same at x + 1 with +z.
    This is the rule of Public Health England's tools.
    Shapes: events and exposure broadcast; scalars give scalars (0-d).
    Edges: no event → low is exactly 0; exposure 0 → both NaN. For acts of officers, who come in bursts,
    use officers resampled instead: independence does not hold there.
    """
    x, time = np.broadcast_arrays(np.asarray(events, float), np.asarray(exposure, float))
    if np.any(x < 0) or np.any(time < 0):
        raise ValueError("events and exposure are not negative")
    exact, byar = _garwood(x, confidence), _byar(x, normal_quantile(confidence))
    safe = np.where(time == 0, np.nan, time)
    low = np.where(x < 10, exact[0], byar[0]) / safe
    high = np.where(x < 10, exact[1], byar[1]) / safe
    return low[()], high[()]


def _garwood(x: Array, confidence: float) -> tuple[Array, Array]:
    from scipy.special import gammaincinv

    tail = (1 - confidence) / 2
    low = np.where(x == 0, 0.0, gammaincinv(np.maximum(x, 1e-300), tail))
    return low, gammaincinv(x + 1, 1 - tail)


def _byar(x: Array, z: float) -> tuple[Array, Array]:
    safe = np.maximum(x, 1.0)
    low = safe * (1 - 1 / (9 * safe) - z / (3 * np.sqrt(safe))) ** 3
    above = x + 1
    return low, above * (1 - 1 / (9 * above) + z / (3 * np.sqrt(above))) ** 3

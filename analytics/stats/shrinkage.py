"""Estimates that borrow strength: a small group's rate is drawn towards all groups' mean."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from analytics.stats.intervals import Array, proportion_interval, rate_interval
from analytics.stats.logit_normal import posterior

Model = Literal["beta-binomial", "gamma-poisson", "logit-normal"]


class _Prior(NamedTuple):
    """Prior mean, prior size in units of n (inf: all alike), variance of the mean, term of its doubt."""

    mean: float
    size: float
    mean_variance: float
    doubt: Array


def shrink_rates(
    successes: ArrayLike,
    n: ArrayLike,
    confidence: float = 0.95,
    model: Model = "beta-binomial",
) -> pd.DataFrame:
    """Shrunken rates, one row per group in the order given: raw, estimate, low, high, weight.

    raw = successes/n; estimate = weight · raw + (1 - weight) · prior mean; weight = n/(n + prior size),
    so 1 means the group speaks for itself and 0 that nothing but the common mean is known.

    "beta-binomial" (proportions), empirical Bayes: the prior's variance A solves Σ (raw - mean)²/(V + A)
    = k - 3, V = the sampling variance, mean weighted by 1/(V + A); k - 3 makes it the James-Stein factor of
    Efron and Morris (1975) where all n are equal (their baseball data: 0.212), an equation like Carter and
    Rolph's (1974) else.
    "gamma-poisson" (events over exposure n), empirical Bayes: prior by maximum likelihood of the negative
    binomial counts (Clayton and Kaldor 1987).
    Limits of both: beta or gamma with the posterior mean and a variance that adds the doubt about the prior
    (Morris 1983), so they are not too narrow.
    "logit-normal": logit of the rate normal over groups, full Bayes on a grid, with the priors of the BUGS
    example Surgical (mean flat, precision Gamma(0.001, 0.001)); estimate = posterior mean, equal-tail limits,
    weight = the posterior mean of σ²/(σ² + sampling variance on the logit scale), for reading only.

    Edges: n = 0 → raw NaN, weight 0, the estimate is the prior mean; groups differ no more than by chance →
    weight 0, all estimates equal; no event anywhere (or nothing but) → the pooled rate with its exact
    interval; fewer than four groups → k - 3 is replaced by (k - 1)/3; no data at all → NaN.
    """
    x, size = np.broadcast_arrays(np.atleast_1d(np.asarray(successes, float)), np.asarray(n, float))
    if np.any(x < 0) or np.any(size < 0) or (model != "gamma-poisson" and np.any(x > size)):
        raise ValueError("successes lie between 0 and n")
    if model not in ("beta-binomial", "gamma-poisson", "logit-normal"):
        raise ValueError(f"unknown model {model!r}: beta-binomial, gamma-poisson or logit-normal")
    raw = np.divide(x, size, out=np.full(x.shape, np.nan), where=size > 0)
    is_count = model == "gamma-poisson"
    if size.sum() == 0 or x.sum() == 0 or (not is_count and x.sum() == size.sum()):
        columns = _pooled(x, size, confidence, is_count)
    elif model == "logit-normal":
        columns = posterior(x, size, confidence)
    else:
        columns = _empirical(x, size, confidence, is_count)
    return pd.DataFrame({"raw": raw, **columns})[["raw", "estimate", "low", "high", "weight"]]


def _pooled(x: Array, n: Array, confidence: float, is_count: bool) -> dict[str, Any]:
    """Nothing varies: all groups share the pooled rate and its exact interval."""
    total, events = n.sum(), x.sum()
    if total == 0:
        return dict.fromkeys(("estimate", "low", "high"), np.full(len(x), np.nan)) | {"weight": 0.0}
    if is_count:
        low, high = rate_interval(events, total, confidence)
    else:
        low, high = proportion_interval(events, total, confidence, "exact")
    return {"estimate": np.full(len(x), events / total), "low": low, "high": high, "weight": 0.0}


def _empirical(x: Array, n: Array, confidence: float, is_count: bool) -> dict[str, Array]:
    prior = _prior(x, n, is_count)
    weight = np.zeros_like(n) if np.isinf(prior.size) else n / (n + prior.size)
    raw = np.divide(x, n, out=np.full(x.shape, prior.mean), where=n > 0)
    estimate = weight * raw + (1 - weight) * prior.mean
    spread = estimate if is_count else estimate * (1 - estimate)
    variance = spread / (n + prior.size + (not is_count)) + (1 - weight) ** 2 * prior.mean_variance
    variance = variance + prior.doubt * (1 - weight) ** 2 * (raw - prior.mean) ** 2
    low, high = _quantiles(estimate, variance, confidence, is_count)
    return {"estimate": estimate, "low": low, "high": high, "weight": weight}


def _prior(x: Array, n: Array, is_count: bool) -> _Prior:
    """Moments of the prior, from the groups in which anything was seen."""
    from scipy.optimize import brentq

    seen = n > 0
    raw, pooled, k = x[seen] / n[seen], x.sum() / n.sum(), int(seen.sum())
    spread = pooled if is_count else pooled * (1 - pooled)
    within = spread / n[seen]
    freedom = max(k - 3, (k - 1) / 3)

    def centre(a: float) -> float:
        return float(np.average(raw, weights=1 / (within + a)))

    def excess(a: float) -> float:
        return float(((raw - centre(a)) ** 2 / (within + a)).sum() - freedom)

    between, mean = 0.0, float("nan")
    if is_count and k > 1:
        mean, between = _negative_binomial(x[seen], n[seen])
    elif k > 1 and excess(0.0) > 0:
        top = float(((raw - raw.mean()) ** 2).sum() / freedom) + within.max()
        between = brentq(excess, 0.0, top * 4, xtol=1e-15, rtol=1e-13)
    total = within + between
    doubt = np.zeros_like(n)
    doubt[seen] = 2 / max(freedom, 1e-9) * total.mean() / total if k > 1 else 0.0
    size = (mean if is_count else spread) / between if between > 0 else np.inf
    return _Prior(mean if mean > 0 else centre(between), size, float(1 / (1 / total).sum()), doubt)


def _negative_binomial(x: Array, n: Array) -> tuple[float, float]:
    """Mean and variance of the gamma prior of largest likelihood; variance 0: no better than Poisson."""
    from scipy.optimize import minimize
    from scipy.special import gammaln

    pooled = x.sum() / n.sum()
    # Beyond this size the gamma is a point for all n here, and differences of gammaln lose their digits.
    top = np.log(1e3 * n.sum())

    def loss(logs: Array) -> float:
        rate = np.exp(min(logs[1], top))
        shape = rate * np.exp(logs[0])
        gain = gammaln(x + shape) - gammaln(shape) - shape * np.log1p(n / rate) - x * np.log1p(rate / n)
        return float(-gain.sum())

    start = [np.log(pooled), np.log(np.median(n))]
    options = {"xatol": 1e-9, "fatol": 1e-10, "maxiter": 4000}
    fitted = minimize(loss, start, method="Nelder-Mead", options=options)
    poisson = -float((x * np.log(n * pooled) - n * pooled).sum())
    if fitted.x[1] >= top or fitted.fun > poisson - 1e-4:
        return pooled, 0.0
    mean, size = np.exp(fitted.x)
    return float(mean), float(mean / size)


def _quantiles(mean: Array, variance: Array, confidence: float, is_count: bool) -> tuple[Array, Array]:
    """Limits of the gamma or beta with this mean and variance."""
    from scipy import stats

    tail = (1 - confidence) / 2
    if is_count:
        law = stats.gamma(mean**2 / variance, scale=variance / mean)
    else:
        # A beta cannot be wider than mean (1 - mean).
        size = np.maximum(mean * (1 - mean) / variance - 1, 0.1)
        law = stats.beta(mean * size, (1 - mean) * size)
    return law.ppf(tail), law.ppf(1 - tail)

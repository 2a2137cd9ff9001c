"""Binomial rates whose logits are normal over groups: the exact posterior, by integration on a grid."""

from __future__ import annotations

import numpy as np

from analytics.stats.intervals import Array

#: Points of the grids of the rate's logit, the mean, and the standard deviation.
LOGITS, MEANS, SPREADS = 1_500, 61, 61
#: Further points round a group so large that its likelihood falls between two of the grid.
FINE = 61


def posterior(x: Array, n: Array, confidence: float) -> dict[str, Array]:
    """Posterior mean, equal-tail limits and weight per group; x successes of n, 1-d, some but not all.

    θ = logit rate ~ Normal(μ, σ²) over groups, μ flat, 1/σ² ~ Gamma(0.001, 0.001) (Spiegelhalter et al.
    1996, BUGS example Surgical). Each group's likelihood is laid over one grid of θ; every (μ, σ) weighs
    by its prior times the product of the groups' integrals; nothing is sampled.
    """
    theta, width, likelihood = _likelihoods(x, n)
    means, spreads = _hyper(x, n)
    # One row a pair (μ, σ): the normal over θ, summing to 1, also where σ is finer than the grid.
    mu, sigma = (a.ravel() for a in np.meshgrid(means, spreads, indexing="ij"))
    height = -0.5 * ((theta - mu[:, None]) / sigma[:, None]) ** 2
    # Scaled to a maximum of 1 first: a mean beyond the grid would leave nothing to divide by.
    bells = width * np.exp(height - height.max(axis=1, keepdims=True))
    bells /= bells.sum(axis=1, keepdims=True)
    marginal = likelihood @ bells.T
    # Gamma(0.001, 0.001) on 1/σ² is this density on log σ, the scale of the grid. A pair (μ, σ) that leaves
    # no room for some group weighs nothing.
    is_possible = (marginal > 0).all(axis=0)
    log_marginal = np.log(np.where(marginal > 0, marginal, 1.0)).sum(axis=0)
    log_weight = np.where(is_possible, log_marginal - 0.002 * np.log(sigma) - 0.001 / sigma**2, -np.inf)
    weight = np.exp(log_weight - log_weight.max())
    weight /= weight.sum()
    own = np.divide(weight, marginal, out=np.zeros_like(marginal), where=marginal > 0)
    density = likelihood * (own @ bells)
    density /= density.sum(axis=1, keepdims=True)
    tail = (1 - confidence) / 2
    return {
        "estimate": density @ _expit(theta),
        "low": _expit(_quantile(theta, density, tail)),
        "high": _expit(_quantile(theta, density, 1 - tail)),
        "weight": _weight(n, weight, (mu, sigma)),
    }


def _expit(theta: Array) -> Array:
    return 1 / (1 + np.exp(-theta))


def _centres(x: Array, n: Array) -> tuple[Array, Array]:
    """Empirical logits of the groups seen, and their standard errors (Haldane's half added)."""
    seen = n > 0
    hit, miss = x[seen] + 0.5, (n - x)[seen] + 0.5
    return np.log(hit / miss), np.sqrt(1 / hit + 1 / miss)


def _likelihoods(x: Array, n: Array) -> tuple[Array, Array, Array]:
    """Grid of θ, the width of each of its cells, each group's likelihood over it, at most 1."""
    centre, error = _centres(x, n)
    theta = np.linspace((centre - 5 * error).min() - 2, (centre + 5 * error).max() + 2, LOGITS)
    fine = error < 3 * (theta[1] - theta[0])
    around = centre[fine, None] + np.linspace(-6, 6, FINE) * error[fine, None]
    theta = np.unique(np.concatenate([theta, around.ravel()]))
    log_p, log_q = -np.log1p(np.exp(-theta)), -np.log1p(np.exp(theta))
    log_likelihood = x[:, None] * log_p + (n - x)[:, None] * log_q
    likelihood = np.exp(log_likelihood - log_likelihood.max(axis=1, keepdims=True))
    return theta, np.diff(_edges(theta)), likelihood


def _edges(theta: Array) -> Array:
    """Ends of the cells round each point of the grid."""
    middles = (theta[1:] + theta[:-1]) / 2
    return np.concatenate([[2 * theta[0] - middles[0]], middles, [2 * theta[-1] - middles[-1]]])


def _hyper(x: Array, n: Array) -> tuple[Array, Array]:
    centre, error = _centres(x, n)
    reach = 4 * np.sqrt(centre.var() + (error**2).mean()) / np.sqrt(max(len(centre) / 4, 1))
    pooled = np.average(centre, weights=1 / (error**2 + centre.var()))
    return np.linspace(pooled - reach, pooled + reach, MEANS), np.geomspace(0.015, 6, SPREADS)


def _quantile(theta: Array, density: Array, tail: float) -> Array:
    """Quantile of each row, linear within a cell of the grid."""
    edges = _edges(theta)
    upto = np.concatenate([np.zeros((len(density), 1)), np.cumsum(density, axis=1)], axis=1)
    return np.array([np.interp(tail, row, edges) for row in upto])


def _weight(n: Array, weight: Array, hyper: tuple[Array, Array]) -> Array:
    """How far each group speaks for itself: σ²/(σ² + 1/(n p (1 - p))) at the common p, averaged."""
    mu, sigma = hyper
    p = _expit(mu)
    signal = n[:, None] * p * (1 - p) * sigma**2
    return signal / (1 + signal) @ weight

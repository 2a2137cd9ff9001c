"""Rank ranges after Mogstad, Romano, Shaikh and Wilhelm."""

import numpy as np
import pytest

from analytics.stats import rank_ranges


def test_far_apart_is_certain_and_close_is_open():
    #          far above   two alike      far below
    best, worst = rank_ranges([10.0, 5.0, 5.1, 0.0], [0.1] * 4)
    assert best.tolist() == [1, 2, 2, 4]
    assert worst.tolist() == [1, 3, 3, 4]
    assert best.dtype.kind == "i"


def test_two_groups_are_a_two_sided_test():
    # The ranges part exactly where |difference| passes 1.96 standard errors.
    for gap, parted in ((1.9, False), (2.02, True)):
        best, worst = rank_ranges([gap * np.sqrt(2), 0.0], [1.0, 1.0], draws=200_000)
        assert (best.tolist() == [1, 2]) is parted
        assert (worst.tolist() == [1, 2]) is parted


def test_marginal_ranges_lie_within_simultaneous_ones():
    rng = np.random.default_rng(4)
    value, error = rng.normal(size=17), rng.uniform(0.2, 0.6, 17)
    together, alone = rank_ranges(value, error), rank_ranges(value, error, simultaneous=False)
    assert (together[0] <= alone[0]).all()
    assert (together[1] >= alone[1]).all()
    order = np.argsort(np.argsort(-value)) + 1
    assert ((together[0] <= order) & (order <= together[1])).all()


def test_simultaneous_coverage():
    rng = np.random.default_rng(9)
    truth = np.linspace(0, 2, 8)
    rank = np.arange(8, 0, -1)
    error = np.full(8, 0.4)
    hits = 0
    for _ in range(200):
        best, worst = rank_ranges(rng.normal(truth, error), error, draws=1000)
        hits += bool(((best <= rank) & (rank <= worst)).all())
    assert hits >= 184


def test_edges():
    assert [a.tolist() for a in rank_ranges([3.0], [1.0])] == [[1], [1]]
    best, worst = rank_ranges([2.0, 1.0, 1.0], [0.0, 0.0, 0.0])
    assert best.tolist() == [1, 2, 2]
    assert worst.tolist() == [1, 3, 3]
    best, worst = rank_ranges([2.0, np.nan, 1.0], [0.01, 0.01, 0.01])
    assert (best[1], worst[1]) == (1, 3)
    assert (best[0], worst[0]) == (1, 2)
    with pytest.raises(ValueError, match="one length"):
        rank_ranges([1, 2], [1])

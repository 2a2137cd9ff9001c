"""XmR limits and rules."""

import numpy as np
import pytest

from analytics.stats import xmr


def signals(values, baseline=None):
    return xmr(values, baseline)["signal"].tolist()


def test_limits_by_hand():
    frame = xmr([4.0, 6.0, 5.0, 9.0])
    moving = (2 + 1 + 4) / 3
    assert frame["centre"].tolist() == [6] * 4
    assert frame["low"].iloc[0] == pytest.approx(6 - 2.66 * moving)
    assert frame["high"].iloc[0] == pytest.approx(6 + 2.66 * moving)
    assert list(frame.columns) == ["value", "centre", "low", "high", "signal"]


def test_baseline_holds_the_limits():
    assert signals([1, 2, 1, 2, 1, 2, 30], baseline=6)[-1] == "beyond"
    assert xmr([1, 2, 1, 2, 1, 2, 30], baseline=6)["centre"].iloc[0] == 1.5


def test_a_shift_takes_seven_not_six():
    noise = [6, 4, 6, 4, 6, 4]
    above = [5.4, 5.2, 5.4, 5.2, 5.4, 5.2]
    assert signals([*noise, *above], 6) == [""] * 12
    assert signals([*noise, *above, 5.4], 6)[6:] == ["shift"] * 7


def test_a_value_on_the_centre_ends_the_run():
    noise = [4, 6, 4, 6, 4, 6]
    assert "shift" not in signals([*noise, 4.9, 5.4, 5.2, 5.4, 5.0, 5.2, 5.4, 5.2], 6)


def test_a_trend_takes_seven_values():
    rising = [4.7, 4.8, 4.9, 5.1, 5.2, 5.3, 5.4]
    noise = [4, 6, 4, 6, 4, 6]
    assert signals([*noise, *rising], 6)[-7:] == ["trend"] * 7
    assert "trend" not in signals([*noise, *rising[1:]], 6)


def test_two_of_three_beyond_two_sigma_on_one_side():
    # Baseline 5 ± 5.32; two sigma are 3.55, that is 8.55.
    noise = [4, 6, 4, 6, 4, 6]
    assert signals([*noise, 9, 5.1, 9], 6)[-3:] == ["two_of_three", "", "two_of_three"]
    assert signals([*noise, 9, 5.1, 1], 6)[-3:] == ["", "", ""]
    assert signals([*noise, 9, 5.1, 4.9, 9], 6)[-4:] == [""] * 4


def test_edges():
    assert xmr([]).empty
    assert np.isnan(xmr([3.0])["low"].iloc[0])
    assert signals([5, 5, 5]) == [""] * 3
    assert signals([4, 6, np.nan, 4, 6, 40], 5)[-1] == "beyond"
    with pytest.raises(ValueError, match="baseline"):
        xmr([1, 2], baseline=0)

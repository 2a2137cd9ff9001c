"""Text on every colour is readable: at least 4.5:1 (WCAG 2.2 AA)."""

import pytest

from analytics.charts import palette
from analytics.tiers import LEADER_GROUPS, TIERS
from tests.charts.test_tier_shares import chart
from tests.charts.test_tiles_and_bars import tiles


def test_the_formula_gives_the_known_extremes():
    assert palette.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert palette.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("group", [*TIERS, *LEADER_GROUPS, *chart().series, *tiles().series])
def test_numerals_on_marks(group):
    assert palette.contrast(group.ink, group.colour) >= 4.5


@pytest.mark.parametrize("ink", [palette.INK, palette.MUTED, palette.ACCENT])
@pytest.mark.parametrize("ground", [palette.PAPER, palette.SURFACE])
def test_words_on_their_ground(ink, ground):
    assert palette.contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(
    "colour", [palette.ACCENT, palette.QUIET, palette.LOCAL, palette.INSTITUTION, palette.NEUTRAL]
)
def test_words_that_name_a_mark_can_be_read(colour):
    assert palette.contrast(palette.ink_of(colour), palette.PAPER) >= 4.5

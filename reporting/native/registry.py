"""Which plan draws which kind of chart; each takes the chart, the language and the room in letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analytics.charts.declaration import Chart, Kind
from foundation.locales import Lang
from reporting.native.curves import plan_line, plan_step, plan_timeline
from reporting.native.funnel import plan_funnel
from reporting.native.months import plan_slope
from reporting.native.plan import Plot
from reporting.native.rows import plan_dumbbell, plan_intervals

PLANS: Mapping[Kind, Callable[[Chart, Lang, float], Plot]] = {
    "funnel": plan_funnel,
    "dumbbell": plan_dumbbell,
    "interval_bars": plan_intervals,
    "slope": plan_slope,
    "line": plan_line,
    "step": plan_step,
    "timeline": plan_timeline,
}

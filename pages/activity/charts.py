"""The charts of 队伍活跃度: this year's tiers over last year's, moves, retention, the last twelve months."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.activity import counted, lost_then, retention, served_after
from analytics.charts import Chart, Reference, flow, heatmap, tier_bar, tier_shares
from analytics.metrics import METRICS
from analytics.tiers import TIERS
from foundation.locales import LANGUAGES, Text, say, text
from foundation.reference.cities import UNITS, unit_label
from pages.activity.queries import cohorts_of, moves_of
from pages.activity.words import came_and_went
from pages.shell.address import Address
from pages.shell.context import PageContext
from pages.shell.queries import figures, unrecorded_units
from pages.widgets.buttons import address_button
from pages.widgets.chart_block import chart_block

_MOVED = ("share_moved_up", "share_moved_down", "share_lost_back")
SHARES = {tier.id: f"share_{tier.id}" for tier in TIERS}
#: Months after recognition at which the first term is half a year past: 到期待考核 is over.
_PAST_FIRST_TERM, _FIRST_TERM = 30, 24


def tiers_block(context: PageContext) -> None:
    """All who serve, by tier, over the month compared with."""
    now = figures(*context.key, ids=tuple(SHARES.values()))
    frames = [_counts(now, f"{context.scope.as_of:%Y-%m}")]
    if context.key_then and context.scope.versus:
        then = figures(*context.key_then, ids=tuple(SHARES.values()))
        frames.append(_counts(then, f"{context.scope.versus:%Y-%m}"))
    persons = frames[0].set_index("tier")["persons"]
    title = text("activity.bar_title").format(
        n=int(persons.sum()), proactive=persons["proactive"], lost=persons["lost"]
    )
    chart = tier_bar(
        pd.concat(frames), stamp=context.stamp, title=title, subtitle=text("activity.bar_subtitle")
    )
    note = _unrecorded(context, int(persons["undetermined"]))
    chart_block(context, replace(chart, note=note), opens=lambda month, tier: _tier(context, month, tier))


def _counts(frame: pd.DataFrame, month: str) -> pd.DataFrame:
    tiers = frame["id"].str.removeprefix("share_")
    return pd.DataFrame({"month": month, "tier": tiers, "persons": frame["numerator"].astype(int)})


def _tier(context: PageContext, month: str, *tiers: str) -> Address:
    """The list of one month's tiers; a month other than the as-of becomes the as-of."""
    months = {f"{m:%Y-%m}": m for m in (*context.address_values.months, context.scope.as_of)}
    at = months.get(month, context.scope.as_of)
    address = context.address if at == context.scope.as_of else context.address.at_month(at)
    # Behind words in place of a bar: everybody of that month.
    return address.open(*([SHARES[tier] for tier in tiers if tier in SHARES] or SHARES.values()))


def _unrecorded(context: PageContext, undetermined: int) -> Text | None:
    """Where nobody can tell who was asked: the units without reminder records, and how many it concerns."""
    if not undetermined:
        return None
    of_units = figures(*context.key, ids=(SHARES["undetermined"],), by="unit")
    concerned = set(of_units.loc[of_units["numerator"] > 0, "group"])
    units = [u for u in UNITS if u in concerned & set(unrecorded_units(*context.key))]
    if not units:
        return text("activity.bar_undetermined").format(n=undetermined)
    names = {lang: say("scope.and", lang).join(unit_label(u, lang) for u in units) for lang in LANGUAGES}
    of_named = of_units.loc[of_units["group"].isin(units), "numerator"].sum()
    words = {
        lang: say("activity.bar_unrecorded", lang, units=names[lang], n=int(of_named)) for lang in LANGUAGES
    }
    rest = undetermined - int(of_named)
    if rest:
        more = {lang: say("activity.bar_more", lang, n=rest) for lang in LANGUAGES}
        words = {lang: f"{words[lang]} {more[lang]}" for lang in LANGUAGES}
    return Text(**words)


def flow_block(context: PageContext) -> None:
    """Moves since the month compared with."""
    versus = context.scope.versus
    if versus is None:
        with st.container(border=True, height="stretch", key="block_flow"):
            st.markdown(f"#### {context.say('activity.flow_none')}")
            st.caption(context.say("activity.flow_none_how"))
        return
    before, after = f"{versus:%Y-%m}", f"{context.scope.as_of:%Y-%m}"
    rows = moves_of(*context.key)
    chart = flow(
        counted(rows),
        before=before,
        after=after,
        stamp=context.stamp,
        title=_flow_title(rows, before),
        subtitle=text("activity.flow_subtitle").format(before=before, after=after),
    )

    def opens(from_group: str, to_group: str) -> Address:
        return context.address.open_page_view(f"move.{from_group or 'all'}.{to_group or 'all'}")

    chart_block(context, chart, opens=opens, below=lambda: _moved(context, rows))


def _moved(context: PageContext, rows: pd.DataFrame) -> None:
    """Who came and went, and of those who stayed how many moved up or down, each with its list."""
    if words := came_and_went(context, rows):
        st.caption(words)
    shares = figures(*context.key, ids=_MOVED)
    with st.container(horizontal=True, gap="small", key="opens_moved"):
        for row in shares.to_dict("records"):
            metric = METRICS[row["id"]]
            count = f"{int(row['numerator']):,}"
            if row["denominator"] is not pd.NA and metric.denominator is not None:
                count = f"{count}/{int(row['denominator']):,}"
            address_button(
                context.say("activity.moved", title=context.say(f"activity.{metric.id}"), count=count),
                context.address.open(metric.id),
                key=f"opens_{metric.id}",
                disabled=not row["numerator"],
                help=metric.meaning.get(context.lang),
            )


def _flow_title(rows: pd.DataFrame, before: str) -> Text | None:
    """What became of those out of touch; None (the chart's own question) where there was nobody."""
    counts = lost_then(rows)
    return text("activity.flow_lost").format(versus=before, **counts) if counts["n"] else None


def cohort_block(context: PageContext) -> None:
    """Of each batch, how many serve after so many months."""
    frame = retention(cohorts_of(*context.key))
    min_n = context.rules["min_n"]
    is_small = frame["denominator"] < min_n
    fractions = [f"{a}/{b}" for a, b in zip(frame["numerator"], frame["denominator"], strict=True)]
    cells = frame.rename(columns={"batch": "row", "months": "column"}).assign(
        value=frame["value"].mask(is_small), note=pd.Series(fractions, index=frame.index).where(is_small, "")
    )
    batches = frame.drop_duplicates("batch")
    months = sorted(frame["months"].unique())
    has_mark = _FIRST_TERM in months
    chart = heatmap(
        cells,
        rows=pd.DataFrame({"row": batches["batch"], "label": batches["batch"], "n": batches["denominator"]}),
        columns=pd.DataFrame({"column": months, "label": [str(m) for m in months]}),
        id="cohorts",
        title=_cohort_title(frame),
        subtitle=text("activity.cohort_subtitle"),
        stamp=context.stamp,
        row_title=text("activity.cohort_row"),
        column_title=text("activity.cohort_column"),
        value_title=text("activity.cohort_value"),
        value_format="percent",
        blank=text("activity.cohort_blank").format(min_n=min_n),
        marks=[Reference(str(_FIRST_TERM), text("activity.cohort_mark"))] if has_mark else [],
        n_title=text("activity.cohort_n"),
    )
    chart_block(
        context, chart, opens=lambda batch, months: context.address.open_page_view(f"cohort.{batch}.{months}")
    )


def _cohort_title(frame: pd.DataFrame) -> Text:
    part, total = served_after(frame, _PAST_FIRST_TERM)
    if not total:
        return text("activity.cohort_question")
    return text("activity.cohort_title").format(
        months=_PAST_FIRST_TERM, part=part, whole=total, share=f"{part / total:.0%}"
    )


def history_block(context: PageContext) -> None:
    """The leaders' groups at the end of each of the last twelve months."""
    by_month = figures(*context.key, ids=tuple(SHARES.values()), by="month")
    drawn: Chart = replace(
        tier_shares(
            by_month,
            stamp=context.stamp,
            title=text("activity.history_title"),
            subtitle=text("activity.history_subtitle"),
            min_n=context.rules["min_n"],
        ),
        id="tier_history",
        category_title=text("activity.history_axis"),
    )

    def opens(month: str, group: str) -> Address:
        return _tier(context, month, *(tier.id for tier in TIERS if tier.leader_group == group))

    chart_block(context, drawn, opens=opens)

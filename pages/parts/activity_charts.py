"""The charts of 队伍活跃度: this year's tiers over last year's, moves, retention, the last twelve months."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.activity import LEFT, counted, retention
from analytics.charts import Chart, Reference, flow, heatmap, tier_bar, tier_shares
from analytics.metrics import METRICS
from analytics.tiers import TIERS
from foundation.locales import LANGUAGES, Text, say, text
from foundation.reference.cities import UNITS, unit_label
from pages.parts.activity_cached import cohorts_of, moves_of
from pages.parts.activity_words import came_and_went
from pages.parts.address import Address
from pages.parts.cached import figures, unrecorded_units
from pages.parts.chart_block import chart_block
from pages.parts.looking import Looking, go

_MOVED = ("share_moved_up", "share_moved_down", "share_lost_back")
SHARES = {tier.id: f"share_{tier.id}" for tier in TIERS}
#: Months after recognition at which the first term is half a year past: 到期待考核 is over.
_PAST_FIRST_TERM, _FIRST_TERM = 30, 24


def tiers_block(looking: Looking) -> None:
    """All who serve, by tier, over the month compared with."""
    now = figures(*looking.key, ids=tuple(SHARES.values()))
    frames = [_counts(now, f"{looking.scope.as_of:%Y-%m}")]
    if looking.key_then and looking.scope.versus:
        then = figures(*looking.key_then, ids=tuple(SHARES.values()))
        frames.append(_counts(then, f"{looking.scope.versus:%Y-%m}"))
    persons = frames[0].set_index("tier")["persons"]
    title = text("activity.bar_title").format(
        n=int(persons.sum()), proactive=persons["proactive"], lost=persons["lost"]
    )
    chart = tier_bar(
        pd.concat(frames), stamp=looking.stamp, title=title, subtitle=text("activity.bar_subtitle")
    )
    note = _unrecorded(looking, int(persons["undetermined"]))
    chart_block(looking, replace(chart, note=note), opens=lambda month, tier: _tier(looking, month, tier))


def _counts(frame: pd.DataFrame, month: str) -> pd.DataFrame:
    tiers = frame["id"].str.removeprefix("share_")
    return pd.DataFrame({"month": month, "tier": tiers, "persons": frame["numerator"].astype(int)})


def _tier(looking: Looking, month: str, *tiers: str) -> Address:
    """The list of one month's tiers; another month than the as-of is looked at as such."""
    months = {f"{m:%Y-%m}": m for m in (*looking.known.months, looking.scope.as_of)}
    at = months.get(month, looking.scope.as_of)
    address = looking.address if at == looking.scope.as_of else looking.address.at_month(at)
    # Behind words in place of a bar: everybody of that month.
    return address.open(*([SHARES[tier] for tier in tiers if tier in SHARES] or SHARES.values()))


def _unrecorded(looking: Looking, undetermined: int) -> Text | None:
    """Where nobody can tell who was asked: the units without reminder records, and how many it concerns."""
    if not undetermined:
        return None
    of_units = figures(*looking.key, ids=(SHARES["undetermined"],), by="unit")
    concerned = set(of_units.loc[of_units["numerator"] > 0, "group"])
    units = [u for u in UNITS if u in concerned & set(unrecorded_units(*looking.key))]
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


def flow_block(looking: Looking) -> None:
    """Moves since the month compared with."""
    versus = looking.scope.versus
    if versus is None:
        with st.container(border=True, height="stretch", key="block_flow"):
            st.markdown(f"#### {looking.say('activity.flow_none')}")
            st.caption(looking.say("activity.flow_none_how"))
        return
    before, after = f"{versus:%Y-%m}", f"{looking.scope.as_of:%Y-%m}"
    rows = moves_of(*looking.key)
    chart = flow(
        counted(rows),
        before=before,
        after=after,
        stamp=looking.stamp,
        title=_flow_title(rows, before),
        subtitle=text("activity.flow_subtitle").format(before=before, after=after),
    )

    def opens(one: str, other: str) -> Address:
        return looking.address.open_own(f"move.{one or 'all'}.{other or 'all'}")

    chart_block(looking, chart, opens=opens, below=lambda: _moved(looking, rows))


def _moved(looking: Looking, rows: pd.DataFrame) -> None:
    """Who came and went, and of those who stayed how many moved up or down, each with its list."""
    if words := came_and_went(looking, rows):
        st.caption(words)
    told = figures(*looking.key, ids=_MOVED)
    with st.container(horizontal=True, gap="small", key="opens_moved"):
        for row in told.to_dict("records"):
            metric = METRICS[row["id"]]
            count = f"{int(row['numerator']):,}"
            if row["denominator"] is not pd.NA and metric.denominator is not None:
                count = f"{count}/{int(row['denominator']):,}"
            st.button(
                looking.say("activity.moved", title=looking.say(f"activity.{metric.id}"), count=count),
                key=f"opens_{metric.id}",
                type="tertiary",
                disabled=not row["numerator"],
                help=metric.meaning.get(looking.lang),
                on_click=go,
                args=(looking.address.open(metric.id),),
            )


def _flow_title(rows: pd.DataFrame, before: str) -> Text | None:
    """What became of those out of touch; None (the chart's own question) where there was nobody."""
    lost = rows.loc[rows["from_group"] == "lost", "to_group"]
    if lost.empty:
        return None
    back = int(lost.isin(["proactive", "regular_responsive", "undetermined"]).sum())
    counts = {"n": len(lost), "back": back, "lost": int((lost == "lost").sum())}
    return text("activity.flow_lost").format(versus=before, left=int((lost == LEFT).sum()), **counts)


def cohort_block(looking: Looking) -> None:
    """Of each batch, how many serve after so many months."""
    frame = retention(cohorts_of(*looking.key))
    min_n = looking.rules["min_n"]
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
        stamp=looking.stamp,
        row_title=text("activity.cohort_row"),
        column_title=text("activity.cohort_column"),
        value_title=text("activity.cohort_value"),
        value_format="percent",
        blank=text("activity.cohort_blank").format(min_n=min_n),
        marks=[Reference(str(_FIRST_TERM), text("activity.cohort_mark"))] if has_mark else [],
        n_title=text("activity.cohort_n"),
    )
    chart_block(
        looking, chart, opens=lambda batch, months: looking.address.open_own(f"cohort.{batch}.{months}")
    )


def _cohort_title(frame: pd.DataFrame) -> Text:
    past = frame[frame["months"] == _PAST_FIRST_TERM]
    part, whole = int(past["numerator"].sum()), int(past["denominator"].sum())
    if not whole:
        return text("activity.cohort_question")
    return text("activity.cohort_title").format(
        months=_PAST_FIRST_TERM, part=part, whole=whole, share=f"{part / whole:.0%}"
    )


def history_block(looking: Looking) -> None:
    """The leaders' groups at the end of each of the last twelve months."""
    by_month = figures(*looking.key, ids=tuple(SHARES.values()), by="month")
    drawn: Chart = replace(
        tier_shares(
            by_month,
            stamp=looking.stamp,
            title=text("activity.history_title"),
            subtitle=text("activity.history_subtitle"),
            min_n=looking.rules["min_n"],
        ),
        id="tier_history",
        category_title=text("activity.history_axis"),
    )

    def opens(month: str, group: str) -> Address:
        return _tier(looking, month, *(tier.id for tier in TIERS if tier.leader_group == group))

    chart_block(looking, drawn, opens=opens)

"""What every chart and export says about itself: data to, snapshot, rules, scope, simulated or not."""

from __future__ import annotations

import datetime as dt

from analytics.charts.declaration import Chart, Stamp
from analytics.scope import month_end
from foundation.locales import Lang, say


def stamp_line(stamp: Stamp, lang: Lang) -> str:
    """The full stamp: `数据截至 2025-12 · 快照 3f9a21c · 规则 2025.2（示例）· 全省 · 模拟数据`."""
    rules = "report.rules_example" if stamp.is_example else "report.rules"
    parts = [
        say("report.as_of", lang, month=stamp.as_of),
        say("report.snapshot", lang, snapshot=stamp.snapshot),
        say(rules, lang, version=stamp.rules),
        stamp.scope.get(lang),
        *([say("report.simulated", lang)] if stamp.is_simulated else []),
    ]
    return _joined(parts)


def short_stamp(stamp: Stamp, lang: Lang) -> str:
    """What stands under a chart on the page: `模拟数据 · 规则 2025.2`."""
    simulated = [say("report.simulated", lang)] if stamp.is_simulated else []
    return _joined([*simulated, say("report.rules", lang, version=stamp.rules)])


def stamp_rows(chart: Chart, lang: Lang) -> list[tuple[str, str]]:
    """Item and content, one line each, for the sheet that goes with an exported chart."""
    stamp = chart.stamp
    example = "yes" if stamp.is_example else "no"
    simulated = "yes" if stamp.is_simulated else "no"
    note = [("note", chart.note.get(lang))] if chart.note else []
    content = [
        ("title", chart.title.get(lang)),
        ("subtitle", chart.subtitle.get(lang)),
        *note,
        ("as_of", stamp.as_of),
        ("scope", stamp.scope.get(lang)),
        ("rules", stamp.rules),
        ("example", say(f"report.stamp_example_{example}", lang)),
        ("snapshot", stamp.snapshot),
        ("simulated", say(f"report.stamp_simulated_{simulated}", lang)),
    ]
    return [(say(f"report.stamp_{item}", lang), words) for item, words in content]


def created(stamp: Stamp) -> dt.datetime:
    """Creation time written into files: the as-of day, so that the same numbers give the same bytes."""
    month = dt.date.fromisoformat(f"{stamp.as_of}-01")
    return dt.datetime.combine(month_end(month), dt.time())


def _joined(parts: list[str]) -> str:
    # A full-width bracket already carries its own space.
    line = " · ".join(part for part in parts if part).replace("） ·", "）·")
    return line[:1].upper() + line[1:]

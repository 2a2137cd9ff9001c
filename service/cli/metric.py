"""`liaison metric`: any number of the pages, with its groups, on the terminal or as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from service.cli.options import HomeOption, JsonOption, month
from service.cli.terminal import LANG, REFUSED, WRONG_USAGE, cli_text, console, find_home, print_json, stop

if TYPE_CHECKING:
    import pandas as pd

    from analytics.metrics.declaration import Metric
    from analytics.scope import Scope
    from foundation.warehouse.snapshots import Snapshot

FILTERS = ("unit", "city", "category", "channel", "field", "recommender")

MetricId = Annotated[str | None, typer.Argument(help=cli_text("arg_metric"), show_default=False)]
By = Annotated[str | None, typer.Option("--by", help=cli_text("opt_by"), show_default=False)]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="YYYY-MM", help=cli_text("opt_as_of"))]
Versus = Annotated[str | None, typer.Option("--vs", metavar="YYYY-MM", help=cli_text("opt_vs"))]
Where = Annotated[list[str] | None, typer.Option("--where", metavar="unit=…", help=cli_text("opt_where"))]
Listing = Annotated[bool, typer.Option("--list", help=cli_text("opt_list"))]
SnapshotId = Annotated[str | None, typer.Option("--snapshot", help=cli_text("opt_snapshot"))]


def metric(
    metric_id: MetricId = None,
    *,
    by: By = None,
    as_of: AsOf = None,
    versus: Versus = None,
    where: Where = None,
    home: HomeOption = None,
    snapshot: SnapshotId = None,
    is_list: Listing = False,
    is_json: JsonOption = False,
) -> None:
    from analytics.metrics import METRICS

    if is_list:
        return _print_list(is_json=is_json)
    if metric_id not in METRICS:
        stop(cli_text("no_metric", id=metric_id or ""), WRONG_USAGE)
    declared = METRICS[metric_id]
    if by is not None and by not in declared.groups:
        stop(cli_text("no_grouping", by=by, groups=", ".join(declared.groups)), WRONG_USAGE)
    opened = _open(home, snapshot)
    scope = _scope(opened, as_of, versus).with_filter(**parse_where(where or []))
    return _print_metric(opened, declared, by=by, scope=scope, is_json=is_json)


def _scope(snapshot: Snapshot, as_of: str | None, versus: str | None) -> Scope:
    """The months asked for; those that are not: the snapshot's own, and twelve before."""
    from analytics.metrics import default_as_of
    from analytics.scope import Scope

    scope = Scope(as_of=month(as_of, "--as-of") or default_as_of(snapshot), versus=month(versus, "--vs"))
    if scope.versus is not None and scope.versus >= scope.as_of:
        stop(
            cli_text("bad_versus", versus=f"{scope.versus:%Y-%m}", as_of=f"{scope.as_of:%Y-%m}"), WRONG_USAGE
        )
    return scope


def _open(home: Path | None, snapshot_id: str | None) -> Snapshot:
    from foundation.warehouse.snapshots import SnapshotMissingError, current, open_snapshot

    at = find_home(home)
    try:
        opened = open_snapshot(at, snapshot_id) if snapshot_id else current(at)
    except SnapshotMissingError:
        stop(cli_text("no_such_snapshot", snapshot=snapshot_id), WRONG_USAGE)
    if opened is None:
        stop(cli_text("no_snapshot_here", home=at.root), REFUSED)
    return opened


def _print_list(*, is_json: bool) -> None:
    from analytics.metrics import METRICS, list_metrics

    if is_json:
        print_json(list_metrics())
        return
    for declared in METRICS.values():
        typer.echo(f"{declared.id:38} {declared.title.get(LANG)}")


def _print_metric(
    snapshot: Snapshot,
    declared: Metric,
    *,
    by: str | None,
    scope: Scope,
    is_json: bool,
) -> None:
    from analytics.metrics import measure
    from foundation.access.viewer import OFFICE

    frame = measure(snapshot, declared.id, scope=scope, viewer=OFFICE, by=by, lang=LANG)
    if is_json:
        print_json(document(snapshot, declared, scope.as_of.strftime("%Y-%m"), frame))
    else:
        _print_table(snapshot, declared, f"{scope.as_of:%Y-%m}", frame)


def document(snapshot: Snapshot, declared: Metric, as_of: str, frame: pd.DataFrame) -> dict[str, Any]:
    """The document of `--json`, whose shape scripts outside rely on."""
    return {
        "metric": {
            "id": declared.id,
            "title_zh": declared.title.zh,
            "title_en": declared.title.en,
            "unit": declared.unit,
            "direction": declared.direction,
        },
        "as_of": as_of,
        "snapshot": snapshot.id,
        "rules": snapshot.meta["rules_version"],
        "rows": rows_of(frame),
    }


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The frame's rows with plain Python values, None for what is missing."""
    import pandas as pd

    records = frame.astype(object).where(frame.notna(), None).to_dict("records")
    plain = [{str(k): v.item() if hasattr(v, "item") else v for k, v in row.items()} for row in records]
    return [{k: None if pd.isna(v) else v for k, v in row.items()} for row in plain]


def parse_where(clauses: list[str]) -> dict[str, tuple[str, ...]]:
    """`["unit=420100,黄石", "category=A"]` → `{"unit": ("420100", "420200"), "category": ("A",)}`."""
    filters: dict[str, tuple[str, ...]] = {}
    for clause in clauses:
        name, equals, values = clause.partition("=")
        if not equals or name not in FILTERS:
            stop(cli_text("bad_where", clause=clause, names=", ".join(FILTERS)), WRONG_USAGE)
        codes = tuple(_code(name, v.strip()) for v in values.split(",") if v.strip())
        filters[name] = filters.get(name, ()) + codes
    return filters


def _code(name: str, value: str) -> str:
    """The code of a value typed as code or as name. Bodies are taken as they are."""
    from foundation.reference.cities import CITY_CODES, UNITS
    from foundation.reference.codes import code_list
    from foundation.reference.places import resolve_city

    code: str | None = value
    if name in ("unit", "city"):
        codes = UNITS if name == "unit" else CITY_CODES
        code = value if value in codes else resolve_city(value)
    elif name in ("category", "field"):
        code = code_list(name).resolve(value)
    elif name == "channel":
        code = value if value in ("local", "institution") else None
    if code is None:
        stop(cli_text("bad_value", name=name, value=value), WRONG_USAGE)
    return code


def _print_table(snapshot: Snapshot, declared: Metric, as_of: str, frame: pd.DataFrame) -> None:
    from rich.table import Table

    out = console()
    out.print(f"{declared.title.get(LANG)}  {declared.id}", markup=False)
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column(cli_text("col_group"))
    for name in ("numerator", "denominator", "value", "interval"):
        table.add_column(cli_text(f"col_{name}"), justify="right")
    for row in rows_of(frame):
        table.add_row(*_cells(row, declared.unit))
    out.print(table)
    stamp = cli_text("stamp", as_of=as_of, snapshot=snapshot.id[:12], rules=snapshot.meta["rules_version"])
    out.print(stamp, markup=False)


def _cells(row: dict[str, Any], unit: str) -> list[str]:
    low, high = row["low"], row["high"]
    interval = f"{_number(low, unit)} – {_number(high, unit)}" if low is not None else ""
    value = cli_text("suppressed") if row["suppressed"] else _number(row["value"], unit)
    counts = [_number(row[n], "count") for n in ("numerator", "denominator")]
    return [str(row["label"]), *counts, value, interval]


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    if unit == "share":
        return f"{value:.1%}"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"

"""The ingest report for people: what became of each file and table, and what to do about each wrong cell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from service.cli.terminal import LANG, cli_text, console

#: Kinds of trouble shown per file, and rows named per kind; the rest is counted.
KINDS_SHOWN, ROWS_SHOWN = 12, 8
#: Rows that a correction changed, shown per file.
CHANGES_SHOWN = 12


def print_report(report: dict[str, Any]) -> None:
    """Accounting first, then file by file what needs a hand, then where things stand."""
    out = console()
    if report["files"]:
        out.print(_accounting(report))
    for line in corrected_lines(report["files"]):
        out.print(line, markup=False, soft_wrap=True)
    for file in report["files"]:
        for line in problem_lines(file):
            out.print(line, markup=False, soft_wrap=True)
    if report["carried"]:
        out.print(cli_text("carried", files="、".join(report["carried"])), markup=False, soft_wrap=True)
    for line in closing_lines(report):
        out.print(line, markup=False, soft_wrap=True)


def corrected_lines(files: list[dict[str, Any]]) -> list[str]:
    """Which files took the place of which, and what that changed."""
    lines = []
    for file in files:
        if file["superseded_by"]:
            lines.append(cli_text("superseded_by", file=file["file"], by=file["superseded_by"]["file"]))
        for change in file["corrects"]:
            if change["before"] and change["after"]:
                lines.append(_change_line(file["file"], change))
                lines += _changed_rows(change["rows"])
    return lines


def _changed_rows(rows: list[dict[str, Any]]) -> list[str]:
    """The rows that went and came, as far as a screen holds them."""
    from data_ingest.titles import table_title

    lines = []
    for row in rows[:CHANGES_SHOWN]:
        place = f"{table_title(row['table'], LANG)} {cli_text('rows', rows=row['row_number'])}"
        lines.append(f"  {row['sign']} {place}  {row['cells']}")
    more = len(rows) - CHANGES_SHOWN
    return [*lines, "  " + cli_text("more_changes", count=more)] if more > 0 else lines


def _change_line(file: str, change: dict[str, Any]) -> str:
    before, after = change["before"], change["after"]
    source = " › ".join(filter(None, (change["file"], change["part"])))
    names = {"loaded": "rows_loaded", "held": "rows_quarantined", "issues": "issue_count"}
    values = {f"{name}_before": before[key] for name, key in names.items()}
    return cli_text("corrects", file=file, source=source, **values, **{n: after[k] for n, k in names.items()})


def _accounting(report: dict[str, Any]) -> Any:
    from rich.table import Table

    from data_ingest.titles import table_title

    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column(cli_text("col_file"), overflow="fold")
    table.add_column(cli_text("col_table"), overflow="fold")
    for name in ("read", "loaded", "held", "merged", "issues"):
        table.add_column(cli_text(f"col_{name}"), justify="right")
    for file in report["files"]:
        table.add_row(f"{_status(file)} {file['file']}", "", *_counts(file), str(file["issue_count"]))
        for part in file["tables"]:
            table.add_row(f"    {_place(file, part)}", table_title(part["table"], LANG), *_counts(part), "")
    table.add_row(cli_text("total"), "", *_counts(report["totals"]), "", style="bold")
    return table


def _place(file: dict[str, Any], part: dict[str, Any]) -> str:
    """The worksheet; within an archive with the member that holds it."""
    return part["sheet"] if part["file"] == file["file"] else f"{part['file']} · {part['sheet']}"


def _status(file: dict[str, Any]) -> str:
    return cli_text(f"status_{file['status']}")


def _counts(part: dict[str, Any]) -> Iterable[str]:
    return (str(part[n]) for n in ("rows_read", "rows_loaded", "rows_quarantined", "rows_merged"))


def problem_lines(file: dict[str, Any]) -> list[str]:
    """Lines on one file: why it was refused and the way out, or how it was read and what is wrong in it."""
    if file["error"]:
        remedy = file[f"remedy_{LANG}"] or ""
        return ["", f"{file['file']}", f"  {file[f'error_{LANG}']}", f"  {cli_text('to_do')}{remedy}"]
    lines = [_mapping_line(table) for table in file["tables"] if table.get("mapping")]
    lines += [_passed_over_line(part) for part in file["passed_over"] if part["is_error"]]
    kinds = kinds_of(file["issues"])
    lines += [_kind_line(cells) for cells in kinds[:KINDS_SHOWN]]
    shown = sum(len(cells) for cells in kinds[:KINDS_SHOWN])
    if file["issue_count"] > shown:
        lines.append("  " + cli_text("more_issues", count=file["issue_count"] - shown))
    return ["", file["file"], *lines] if lines else []


def _mapping_line(table: dict[str, Any]) -> str:
    """By which mapping of columns the table was read."""
    from data_ingest.tables.unmapped import mapped_pairs

    pairs = mapped_pairs(table["table"], table["mapping"], LANG)
    return f"  [{table['sheet']}] {cli_text('read_by_mapping', pairs=pairs)}"


def _passed_over_line(part: dict[str, Any]) -> str:
    name = f"{part['file']} {part['sheet'] or ''}".strip()
    return f"  {name}{cli_text('colon')}{part[f'reason_{LANG}']} {part[f'remedy_{LANG}'] or ''}".rstrip()


def kinds_of(issues: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Cells grouped by what is wrong with them, rows held back first, then the most frequent."""
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for cell in issues:
        names = ("is_row_held", "file", "sheet", "table", "column_name", "rule")
        groups.setdefault(tuple(cell[n] for n in names), []).append(cell)
    return sorted(groups.values(), key=lambda cells: (not cells[0]["is_row_held"], -len(cells)))


def _kind_line(cells: list[dict[str, Any]]) -> str:
    """Where, what is wrong, what to do; the message is the first cell's, its value stands for the others."""
    rows = [str(c["row_number"]) for c in cells[:ROWS_SHOWN]]
    where = cli_text("rows", rows=cli_text("comma").join(rows))
    if len(cells) > ROWS_SHOWN:
        where += cli_text("and_more", count=len(cells) - ROWS_SHOWN)
    return f"  [{cells[0]['sheet']}] {where}{cli_text('colon')}{cells[0][f'message_{LANG}']}"


def closing_lines(report: dict[str, Any]) -> list[str]:
    """The sum that must come out, and which snapshot is in force."""
    totals = report["totals"]
    lines = [""]
    if report["files"]:
        lines.append(
            cli_text("sum", **{k: totals[f"rows_{k}"] for k in ("read", "loaded", "quarantined", "merged")})
        )
    if report["error"]:
        lines.append(report[f"error_{LANG}"])
    if report["snapshot"] is None:
        return [*lines, cli_text("no_snapshot")]
    key = "same_snapshot" if report["snapshot"] == report["previous"] else "new_snapshot"
    key = "old_snapshot" if report["error"] else key
    lines.append(
        cli_text(key, snapshot=report["snapshot"][:12], as_of=report["as_of"], rules=report["rules"])
    )
    if report["is_simulated"]:
        lines.append(cli_text("simulated"))
    return lines

"""`liaison watch DIR`: a folder that takes itself in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from service.cli.files import Sender, exit_code
from service.cli.options import HomeOption
from service.cli.terminal import (
    DONE,
    LANG,
    REFUSED,
    WRONG_USAGE,
    cli_text,
    find_home,
    print_stderr,
    stop,
    user_name,
)

if TYPE_CHECKING:
    from refresh.watch import Outcome, Watch

Folder = Annotated[Path, typer.Argument(help=cli_text("arg_watch"), show_default=False)]
Once = Annotated[bool, typer.Option("--once", help=cli_text("opt_once"))]
Settle = Annotated[float, typer.Option("--settle", help=cli_text("opt_settle"), min=0.1)]
Every = Annotated[float, typer.Option("--every", help=cli_text("opt_every"), min=0.5)]


def watch(
    folder: Folder,
    *,
    home: HomeOption = None,
    sender: Sender = None,
    is_once: Once = False,
    settle: Settle = 10.0,
    every: Every = 10.0,
) -> None:
    from refresh.watch import AlreadyWatchedError, Watch

    if not folder.is_dir():
        stop(cli_text("no_such_path", paths=folder), WRONG_USAGE)
    watcher = Watch(
        find_home(home),
        folder,
        who=user_name(),
        write_report=report_text,
        sender=sender,
        settle_seconds=settle,
    )
    try:
        with watcher.locked():
            _run(watcher, is_once=is_once, every=every)
    except AlreadyWatchedError:
        stop(cli_text("watched_already", folder=folder), REFUSED)


def _run(watcher: Watch, *, is_once: bool, every: float) -> None:
    from service.cli.progress import progress_display

    with progress_display() as progress:
        if not is_once:
            print_stderr(cli_text("watching", folder=watcher.folder))
            watcher.run(every_seconds=every, on_outcome=_tell, progress=progress)
        outcome = watcher.once(progress)
    if not outcome.files:
        typer.echo(cli_text("watch_nothing"))
    _tell(outcome)
    raise typer.Exit(exit_code(outcome.report) if outcome.report else DONE)


def _tell(outcome: Outcome) -> None:
    for name, file in outcome.files.items():
        typer.echo(_line(name, file))
    if outcome.report is not None and outcome.report["error"]:
        print_stderr(outcome.report[f"error_{LANG}"])


def _line(name: str, file: dict[str, Any]) -> str:
    return cli_text(
        "watch_file",
        file=name,
        status=cli_text(f"status_{file['status']}"),
        read=file["rows_read"],
        loaded=file["rows_loaded"],
        held=file["rows_quarantined"],
    )


def report_text(file: dict[str, Any], report: dict[str, Any]) -> str:
    """The report beside a file: what became of it, its tables, each kind of trouble, where things stand."""
    from data_ingest.titles import table_title
    from service.cli.report import closing_lines, problem_lines

    origin = cli_text(
        "watch_origin",
        received_on=file["received_on"],
        sender=file["sender"] or cli_text("watch_nobody"),
        sha256=(file["sha256"] or "")[:12],
    )
    lines = [cli_text("watch_report", file=file["file"]), origin, "", _line(file["file"], file)]
    for part in file["tables"]:
        counts = {name: part[name] for name in ("rows_read", "rows_loaded", "rows_quarantined")}
        lines.append("  " + _line(f"{part['sheet']} · {table_title(part['table'], LANG)}", file | counts))
    wrong = problem_lines(file)
    lines += wrong or ["", cli_text("watch_nothing_wrong")]
    # Totals over everything that arrived together are not this file's.
    return "\n".join([*lines, "", *closing_lines({**report, "files": []})[1:], ""])

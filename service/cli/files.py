"""Commands that change what is in force: ingest, build, retract, demo."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from service.cli.options import AddressOption, HomeOption, JsonOption, NoWaitOption, PortOption, day
from service.cli.terminal import (
    DONE,
    REFUSED,
    WRONG_USAGE,
    cli_text,
    find_home,
    print_json,
    print_stderr,
    stop,
    user_name,
)

if TYPE_CHECKING:
    from foundation.warehouse.home import Home

#: The package's own sample, wherever the command is typed.
SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
#: The day on which the sample "arrived", so that no number depends on today.
SAMPLE_RECEIVED = dt.date(2026, 1, 10)

Files = Annotated[list[Path], typer.Argument(help=cli_text("arg_files"), show_default=False)]
Received = Annotated[
    str | None, typer.Option("--received", metavar="YYYY-MM-DD", help=cli_text("opt_received"))
]
Sender = Annotated[str | None, typer.Option("--sender", help=cli_text("opt_sender"))]
One = Annotated[str, typer.Argument(help=cli_text("arg_file"), show_default=False)]
NoServe = Annotated[bool, typer.Option("--no-serve", help=cli_text("opt_no_serve"))]


def ingest(
    files: Files,
    *,
    home: HomeOption = None,
    received: Received = None,
    sender: Sender = None,
    is_json: JsonOption = False,
    is_impatient: NoWaitOption = False,
) -> None:
    if missing := [str(f) for f in files if not f.exists()]:
        stop(cli_text("no_such_path", paths=", ".join(missing)), WRONG_USAGE)
    at = find_home(home)
    received_on = day(received, "--received")
    report = run_ingest(at, files, received=received_on, sender=sender, is_waiting=not is_impatient)
    finish(report, is_json=is_json)


def run_ingest(
    home: Home, files: list[Path], *, received: dt.date | None, sender: str | None, is_waiting: bool
) -> dict[str, Any]:
    """Ingest with progress; a busy home without waiting ends the command."""
    from foundation.warehouse.lock import BusyError
    from refresh import ingest as take_in
    from service.cli.progress import progress_display

    try:
        with progress_display() as progress:
            return take_in(
                home,
                files,
                who=user_name(),
                received=received,
                sender=sender,
                progress=progress,
                is_waiting=is_waiting,
                on_wait=say_waiting,
            )
    except BusyError:
        stop(cli_text("busy"), REFUSED)


def finish(report: dict[str, Any], *, is_json: bool) -> None:
    """Print the report and end: 1 where a file was refused or no snapshot was published."""
    from service.cli.report import print_report

    if is_json:
        print_json(report)
    else:
        print_report(report)
    raise typer.Exit(exit_code(report))


def exit_code(report: dict[str, Any]) -> int:
    is_refused = any(f["status"] == "refused" for f in report["files"])
    return REFUSED if is_refused or not report["is_published"] else DONE


def say_waiting() -> None:
    print_stderr(cli_text("waiting"))


def build(home: HomeOption = None, is_json: JsonOption = False, is_impatient: NoWaitOption = False) -> None:
    from foundation.warehouse.lock import BusyError
    from refresh import BuildError, build_snapshot
    from service.cli.progress import progress_display

    at = find_home(home)
    try:
        with progress_display() as progress:
            snapshot = build_snapshot(
                at, progress, who=user_name(), is_waiting=not is_impatient, on_wait=say_waiting
            )
    except BusyError:
        stop(cli_text("busy"), REFUSED)
    except BuildError as error:
        stop(error.reason, REFUSED)
    if is_json:
        print_json({"home": str(at.root), "snapshot": snapshot})
    else:
        typer.echo(cli_text("built", snapshot=snapshot[:12]) if snapshot else cli_text("no_snapshot"))
    raise typer.Exit(DONE if snapshot else REFUSED)


def retract(
    file: One, home: HomeOption = None, is_json: JsonOption = False, is_impatient: NoWaitOption = False
) -> None:
    from foundation.warehouse.lock import BusyError
    from refresh import BuildError
    from refresh import retract as take_back
    from refresh.commands import UnknownFileError
    from service.cli.progress import progress_display

    at = find_home(home)
    try:
        with progress_display() as progress:
            report = take_back(
                at, file, who=user_name(), progress=progress, is_waiting=not is_impatient, on_wait=say_waiting
            )
    except UnknownFileError as error:
        stop(error.reason, WRONG_USAGE)
    except BusyError:
        stop(cli_text("busy"), REFUSED)
    except BuildError as error:
        stop(error.reason, REFUSED)
    if is_json:
        print_json(report)
        return
    typer.echo(cli_text("retracted", file=report["file"], sha256=report["sha256"][:12]))
    snapshot = report["snapshot"]
    typer.echo(cli_text("built", snapshot=snapshot[:12]) if snapshot else cli_text("no_snapshot"))


def demo(
    home: HomeOption = None,
    port: PortOption = 8501,
    address: AddressOption = "127.0.0.1",
    is_silent: NoServe = False,
    is_json: JsonOption = False,
) -> None:
    from service.cli.report import print_report
    from service.cli.serve import start

    if not SAMPLE.is_dir():
        stop(cli_text("no_sample", folder=SAMPLE), REFUSED)
    at = find_home(home or Path("demo"))
    report = run_ingest(at, [SAMPLE], received=SAMPLE_RECEIVED, sender=None, is_waiting=True)
    if is_json:
        print_json(report)
    else:
        print_report(report)
    if report["snapshot"] is None:
        raise typer.Exit(REFUSED)
    if not is_silent:
        start(at, address=address, port=port)

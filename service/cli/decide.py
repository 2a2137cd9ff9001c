"""`liaison decide FILE`: people's answers about persons and references, taken into the next snapshot."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from service.cli.files import say_waiting
from service.cli.options import HomeOption, JsonOption, NoWaitOption
from service.cli.terminal import (
    DONE,
    LANG,
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
    from refresh.decisions.record import DecisionEntry

File = Annotated[Path | None, typer.Argument(help=cli_text("arg_answers"), show_default=False)]
List = Annotated[bool, typer.Option("--list", help=cli_text("opt_questions"))]
_COLUMNS = ("question_id", "kind", "text", "row_count", "file", "sheet", "row_number")


def decide(
    file: File = None,
    *,
    home: HomeOption = None,
    is_list: List = False,
    is_json: JsonOption = False,
    is_impatient: NoWaitOption = False,
) -> None:
    at = find_home(home)
    if is_list:
        _print_questions(at, is_json=is_json)
    elif file is None:
        stop(cli_text("no_answers_file"), WRONG_USAGE)
    elif not file.is_file():
        stop(cli_text("no_such_path", paths=file), WRONG_USAGE)
    else:
        _take(at, _read(at, file), is_json=is_json, is_waiting=not is_impatient)


def _open_questions(home: Home) -> list[dict[str, Any]]:
    from foundation.warehouse.snapshots import current
    from refresh.decisions.record import questions as open_questions

    snapshot = current(home)
    return open_questions(snapshot) if snapshot else []


def _print_questions(home: Home, *, is_json: bool) -> None:
    """As a CSV to fill in: the last column is for the answer."""
    questions = _open_questions(home)
    if is_json:
        print_json({"questions": questions})
        return
    out = csv.writer(sys.stdout)
    out.writerow([*_COLUMNS, "candidates", "reason", "answer"])
    for question in questions:
        cells = [question[name] for name in _COLUMNS]
        out.writerow([*cells, "；".join(question["labels"]), question[f"reason_{LANG}"], ""])


def _read(home: Home, file: Path) -> list[DecisionEntry]:
    from foundation.warehouse.snapshots import current
    from refresh.decisions.answers_file import AnswersFileError, read_answers
    from refresh.decisions.record import known_persons

    snapshot = current(home)
    try:
        return read_answers(file, _open_questions(home), known_persons(snapshot) if snapshot else None)
    except AnswersFileError as error:
        for reason in error.reasons:
            print_stderr(reason)
        stop(cli_text("nothing_decided"), REFUSED)


def _take(home: Home, answers: list[DecisionEntry], *, is_json: bool, is_waiting: bool) -> None:
    from foundation.warehouse.lock import BusyError
    from foundation.warehouse.snapshots import current_id
    from refresh import BuildError, build_snapshot
    from refresh.decisions.record import write_down
    from service.cli.progress import progress_display

    previous = current_id(home)
    count = write_down(home, answers, who=user_name())
    try:
        with progress_display() as progress:
            snapshot = build_snapshot(
                home, progress, who=user_name(), is_waiting=is_waiting, on_wait=say_waiting
            )
    except BusyError:
        stop(cli_text("decided_busy", count=count), REFUSED)
    except BuildError as error:
        stop(error.reason, REFUSED)
    left = len(_open_questions(home))
    if is_json:
        already_decided = len(answers) - count
        print_json(
            {
                "home": str(home.root),
                "decided": count,
                "known": already_decided,
                "open": left,
                "previous": previous,
                "snapshot": snapshot,
            }
        )
    else:
        typer.echo(cli_text("decided", count=count, open=left))
        typer.echo(cli_text("built", snapshot=snapshot[:12]) if snapshot else cli_text("no_snapshot"))
    raise typer.Exit(DONE if snapshot else REFUSED)

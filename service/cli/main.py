"""Terminal entry `liaison`. Heavy libraries are imported inside the commands: `--help` answers at once."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable

import typer

from foundation.fast.process import use_system_allocator
from foundation.warehouse.error_log import write_down
from service.cli import corrections, decide, doctor, files, metric, serve, templates, watch
from service.cli.terminal import OUR_FAULT, cli_text, home_in_use, print_stderr

app = typer.Typer(
    name="liaison",
    help=cli_text("help"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

_COMMANDS: dict[str, Callable[..., None]] = {
    "demo": files.demo,
    "ingest": files.ingest,
    "build": files.build,
    "metric": metric.metric,
    "templates": templates.templates,
    "corrections": corrections.corrections,
    "decide": decide.decide,
    "retract": files.retract,
    "watch": watch.watch,
    "serve": serve.serve,
    "doctor": doctor.doctor,
}
for _name, _command in _COMMANDS.items():
    app.command(_name, help=cli_text(f"help_{_name}"), epilog=cli_text(f"example_{_name}"))(_command)
# Beside the fixed commands: makes a line for users.toml.
app.command("password", help=cli_text("help_password"), epilog=cli_text("example_password"), hidden=True)(
    serve.password
)


def run() -> None:
    """Exit 0 done, 1 a file was refused or no snapshot was published, 2 wrong usage, 3 our fault."""
    use_system_allocator()
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        # Our fault: a code for the person, the traceback for whoever maintains the program.
        home = home_in_use()
        if home is not None and home.root.exists():
            print_stderr(
                cli_text(
                    "our_fault",
                    code=write_down(home, " ".join(sys.argv[1:2]), error),
                    log=home.root / "errors.log",
                )
            )
        else:
            traceback.print_exc()
        if os.environ.get("LIAISON_DEBUG"):
            traceback.print_exc()
        sys.exit(OUR_FAULT)


if __name__ == "__main__":
    run()

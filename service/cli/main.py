"""Terminal entry `liaison`. Heavy libraries are imported inside the commands: `--help` answers at once."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable

import typer

from foundation.warehouse.error_log import write_down
from service.cli import corrections, decide, doctor, files, metric, serving, templates, watch
from service.cli.session import OUR_FAULT, known_home, tell, word

app = typer.Typer(
    name="liaison",
    help=word("help"),
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
    "serve": serving.serve,
    "doctor": doctor.doctor,
}
for _name, _command in _COMMANDS.items():
    app.command(_name, help=word(f"help_{_name}"), epilog=word(f"example_{_name}"))(_command)
# Beside the fixed commands: makes a line for users.toml.
app.command("password", help=word("help_password"), epilog=word("example_password"), hidden=True)(
    serving.password
)


def run() -> None:
    """Exit 0 done, 1 a file was refused or no snapshot was published, 2 wrong usage, 3 our fault."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        # Our fault: a code for the person, the traceback for whoever maintains the program.
        home = known_home()
        if home is not None and home.root.exists():
            tell(
                word(
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

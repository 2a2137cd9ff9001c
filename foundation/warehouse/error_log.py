"""What went wrong through our own fault: people get a short code, `<home>/errors.log` the traceback."""

from __future__ import annotations

import contextlib
import secrets
import traceback

from foundation.warehouse.home import Home
from foundation.warehouse.ledger import now


def write_down(home: Home, where: str, error: BaseException) -> str:
    """Append a traceback (without values of variables) to the log; returns its code, `E-7F3A2C`.

    A home that cannot be written to costs the log line, not the message to the person.
    """
    code = f"E-{secrets.token_hex(3).upper()}"
    lines = traceback.format_exception(error)
    with contextlib.suppress(OSError):
        home.root.mkdir(parents=True, exist_ok=True)
        with (home.root / "errors.log").open("a", encoding="utf-8") as log:
            log.write(f"{now()} {code} {where}\n{''.join(lines)}\n")
    return code

"""The real `liaison` in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

LIAISON = Path(sys.executable).with_name("liaison")


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


def liaison(*words: object, cwd: Path, lang: str = "zh", stdin: str = "") -> Ran:
    """Run a command in `cwd`; LIAISON_HOME is not set."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("LIAISON_")}
    done = subprocess.run(
        [str(LIAISON), *map(str, words)],
        cwd=cwd,
        env=environment | {"LIAISON_LANG": lang},
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)

"""A real `liaison serve` in a process of its own."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from foundation.warehouse.home import Home

LIAISON = Path(sys.executable).with_name("liaison")


@dataclass(frozen=True)
class Server:
    url: str
    home: Home
    log: Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serve(home: Home) -> Iterator[Server]:
    """Start, wait until healthy, stop. Raises RuntimeError with the log when it does not come up."""
    port = free_port()
    home.root.mkdir(parents=True, exist_ok=True)
    log = home.root.parent / f"serve-{port}.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [str(LIAISON), "serve", "--home", str(home.root), "--port", str(port)],
            stdout=out, stderr=subprocess.STDOUT, cwd=home.root, env={**os.environ, "LIAISON_HOME": ""},
        )  # fmt: skip
        try:
            _wait(f"http://127.0.0.1:{port}/healthz", process, log)
            yield Server(f"http://127.0.0.1:{port}", home, log)
        finally:
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(url: str, process: subprocess.Popen[bytes], log: Path, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            if urllib.request.urlopen(url, timeout=2).status == 200:
                return
        if process.poll() is not None:
            break
        time.sleep(0.2)
    raise RuntimeError(f"server did not come up:\n{log.read_text(errors='replace')}")

"""Second start of the server to the first painted page, beside an empty app with two charts."""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from bench.measure import Measure
from foundation.warehouse.home import Home
from tests.support.server import LIAISON, free_port

STARTS = 4  # the first start of each is not counted: it warms the disk and the byte code


def first_paint(home: Home) -> Measure:
    """Medians of the starts after the first, ours and the empty app's in turn."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        pairs = [(_start(browser, _ours(home)), _start(browser, _empty())) for _ in range(STARTS)][1:]
        browser.close()
    ours, empty = (statistics.median(times) for times in zip(*pairs, strict=True))
    return Measure("second start to first painted page", ours, empty, "empty app, two charts", aim_ratio=1.3)


def _ours(home: Home) -> tuple[list[str], int]:
    port = free_port()
    return [str(LIAISON), "serve", "--home", str(home.root), "--port", str(port)], port


def _empty() -> tuple[list[str], int]:
    port = free_port()
    app = Path(__file__).with_name("empty_app.py")
    options = ["--server.headless=true", f"--server.port={port}", "--server.address=127.0.0.1"]
    return [sys.executable, "-m", "streamlit", "run", str(app), *options], port


def _start(browser: Browser, command: tuple[list[str], int]) -> float:
    """Seconds from starting the process to two charts painted in a browser that was already open."""
    arguments, port = command
    page = browser.new_context(viewport={"width": 1440, "height": 2000}).new_page()
    begun = time.perf_counter()
    quiet, alone = subprocess.DEVNULL, {**os.environ, "LIAISON_HOME": ""}
    process = subprocess.Popen(arguments, stdout=quiet, stderr=quiet, env=alone)
    try:
        while time.perf_counter() - begun < 60:
            with contextlib.suppress(Error):
                page.goto(f"http://127.0.0.1:{port}/", wait_until="commit")
                break
            time.sleep(0.02)
        page.wait_for_function("document.querySelectorAll('.js-plotly-plot .main-svg').length >= 4")
        return time.perf_counter() - begun
    finally:
        process.terminate()
        process.wait(15)
        page.context.close()

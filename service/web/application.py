"""The ASGI application: Streamlit around app.py, with our own addresses before it."""

from __future__ import annotations

import importlib
import os
import pkgutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.middleware import Middleware

from foundation.access import users
from foundation.fast.process import resume_collector, switching_threads
from foundation.warehouse.home import Home

if TYPE_CHECKING:
    from streamlit.starlette import App

#: Found by absolute path, so that `liaison serve` works from any folder.
APP_SCRIPT = Path(__file__).resolve().parents[2] / "app.py"
#: What the first page needs, imported while the browser of the first visitor loads its scripts.
FIRST_PAGE_MODULES = ("pages.overview.page", "pages.shell.sign_in")
#: What the other pages need, imported when the first page has had its time.
PAGES_PACKAGE = "pages"
PAUSE_BEFORE_REST_SECONDS = 4.0
#: Seconds between two threads while both work: requests are answered although modules are being read.
SWITCH_INTERVAL_SECONDS = 0.0005

#: Settings that hold whatever a config.toml says, in this folder or in the one where the command was typed.
SETTINGS: dict[str, object] = {
    "server.headless": True,
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    # Streamlit gives uvicorn's access log a handler of its own: addresses hold filters and tickets.
    "logger.level": "warning",
}


def create_app(home: Home, *, script: Path = APP_SCRIPT) -> App:
    """The application over `home`. One per process: Streamlit keeps its settings per process."""
    os.environ["LIAISON_HOME"] = str(home.root)

    from streamlit import config
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.starlette import App

    from service.web.error_handlers import request_error_handler, script_error_handler
    from service.web.headers import ChartsAhead, LoopbackOnly, SecurityHeaders
    from service.web.routes import routes

    # Our storey is called pages/, and a folder of that name beside app.py makes Streamlit take the first
    # run of a process for the old multipage kind: the first deep link after a start would show "Page not
    # found". PagesManager decides this when it is first made, unless the flag is already set
    # (streamlit 1.67, runtime/pages_manager.py, __init__). This is the one place where it is set.
    PagesManager.uses_pages_directory = False

    gate = [] if users.is_configured(home) else [Middleware(LoopbackOnly)]
    app = App(
        script,
        routes=routes(home),
        middleware=[*gate, Middleware(SecurityHeaders), Middleware(ChartsAhead)],
        on_script_error=script_error_handler(home),
        exception_handlers={Exception: request_error_handler(home)},
    )
    # Only now does Streamlit know the script, beside which our config.toml lies.
    config.get_config_options(force_reparse=True, options_from_flags=dict(SETTINGS))
    return app


def warm_up() -> None:
    """Import every page in the background, then collect garbage again, past what was imported."""
    try:
        with switching_threads(every_seconds=SWITCH_INTERVAL_SECONDS):
            for name in FIRST_PAGE_MODULES:
                importlib.import_module(name)
            time.sleep(PAUSE_BEFORE_REST_SECONDS)
            package = importlib.import_module(PAGES_PACKAGE)
            for module in pkgutil.walk_packages(package.__path__, f"{PAGES_PACKAGE}."):
                importlib.import_module(module.name)
    finally:
        resume_collector()

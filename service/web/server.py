"""`liaison serve`: one process, one home, no outside network."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from pathlib import Path

from foundation.fast.process import pause_collector
from foundation.warehouse.home import Home
from service.web.address import check_access, listen
from service.web.application import APP_SCRIPT, create_app, warm_up


def serve(
    home: Home,
    *,
    address: str = "127.0.0.1",
    port: int = 8501,
    script: Path = APP_SCRIPT,
    on_ready: Callable[[str], None] | None = None,
) -> None:
    """Serve until stopped. on_ready: told the address once requests are answered.

    Raises AddressRefusedError where the address is open to others and nobody has to sign in, or taken.
    """
    check_access(home, address)
    listener = listen(address, port)
    # Until warm_up is done.
    pause_collector()
    app = create_app(home, script=script)

    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if not self.started:
                return
            # A browser loads its scripts while the pages are imported.
            threading.Thread(target=warm_up, name="warm", daemon=True).start()
            if on_ready is not None:
                on_ready(server_url(address, listener.getsockname()[1]))

    config = uvicorn.Config(
        app,
        access_log=False,
        log_level="warning",
        # As Streamlit's own runner sets them (web/server/starlette/starlette_server.py, 1.67).
        ws="websockets-sansio",
        ws_ping_interval=30,
        ws_ping_timeout=30,
        ws_max_size=200 * 1024 * 1024,
        ws_per_message_deflate=False,
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    Server(config).run(sockets=[listener])


def server_url(address: str, port: int) -> str:
    """What to type into a browser."""
    host = f"[{address}]" if ":" in address else address
    return f"http://{host}:{port}"

"""The server's own addresses: health, and the one way by which files with personal data leave."""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from foundation.access import tickets
from foundation.warehouse.error_log import write_down
from foundation.warehouse.home import Home
from reporting.type.safe import file_name
from service.web.message_page import message_page

#: Never stored on the way or in the browser, never guessed to be a page.
PERSONAL = {"cache-control": "no-store, private", "referrer-policy": "no-referrer"}


def routes(home: Home) -> list[BaseRoute]:
    """`/healthz` and the download route of `foundation.access.tickets`."""

    async def download(request: Request) -> Response:
        if request.method != "GET" or "prefetch" in request.headers.get("sec-purpose", ""):
            # Looking is not fetching: neither uses the ticket up.
            return Response(status_code=405, headers=PERSONAL | {"allow": "GET"})
        ticket = tickets.redeem(request.path_params["token"])
        if ticket is None:
            return message_page("expired", status=410)
        try:
            payload = await run_in_threadpool(tickets.build_payload, ticket)
        except Exception as error:
            # The visitor gets a code; the traceback may name persons and stays in the log.
            code = write_down(home, f"download {ticket.kind}", error)
            return message_page("failed", status=500, code=code)
        headers = PERSONAL | {"content-disposition": disposition(payload.name)}
        return Response(payload.data, media_type=payload.media_type, headers=headers)

    return [
        Route("/healthz", _health, methods=["GET"]),
        Route(f"{tickets.ROUTE}/{{token}}", download, methods=["GET"]),
    ]


async def _health(_request: Request) -> JSONResponse:
    """200 as soon as requests are answered; says nothing about the data."""
    return JSONResponse({"status": "ok"}, headers={"cache-control": "no-store"})


def disposition(name: str) -> str:
    """Content-Disposition of an attachment in any language (RFC 6266, RFC 5987)."""
    stem, dot, suffix = name.rpartition(".")
    safe = file_name(stem if dot else name, suffix=suffix if dot and suffix.isalnum() else "bin")
    plain = safe if safe.isascii() else f"download.{safe.rpartition('.')[2]}"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(safe, safe='')}"

"""What every answer carries, and which requests are not answered at all."""

from __future__ import annotations

from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.web.address import is_loopback

SECURITY = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "content-security-policy": "frame-ancestors 'self'",
}


class SecurityHeaders:
    """Adds the headers that an answer does not set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, answer if scope["type"] == "http" else send)


class ChartsAhead:
    """Has a browser fetch and compile the chart library beside a page, not once the first chart arrives.

    Streamlit asks for it (4.7 MB) when the first chart is on its way: by then the server is at rest.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.link = ", ".join(
            f"</static/js/{name}>; rel=modulepreload; crossorigin" for name in chart_scripts()
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("link", self.link)
            await send(message)

        is_page = scope["type"] == "http" and self.link
        await self.app(scope, receive, answer if is_page else send)


def chart_scripts() -> list[str]:
    """File names of the chart library within the installed Streamlit; none if a release lays it elsewhere."""
    import streamlit

    folder = Path(streamlit.__file__).parent / "static" / "static" / "js"
    return sorted(path.name for path in folder.glob("PlotlyChart.*.js"))


class LoopbackOnly:
    """Answers only requests that ask for this computer by a loopback name.

    Without sign-in whoever reaches the server is 办公室: a foreign site whose name was pointed at
    127.0.0.1 (DNS rebinding) must not read it through the visitor's own browser.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or is_loopback(host_of(Headers(scope=scope))):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse("Unknown host", status_code=400)(scope, receive, send)


def host_of(headers: Headers) -> str:
    """The host that was asked for, without its port: `[::1]:8501` → `::1`."""
    host = headers.get("host", "")
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]

"""Error codes in place of tracebacks, for scripts and for requests."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response

from foundation.locales import Lang, say
from foundation.warehouse.error_log import write_down
from foundation.warehouse.home import Home
from service.web.messages import message_page


def script_fault(home: Home) -> Callable[[Exception], bool]:
    """What a page shows when it fails: a code whose traceback is in `<home>/errors.log`."""

    def tell(error: Exception) -> bool:
        code = write_down(home, "page", error)
        lang: Lang = "en" if st.query_params.get("lang") == "en" else "zh"
        st.error(say("web.page_failed", lang, code=code))
        return True

    return tell


def request_fault(home: Home) -> Callable[[Request, Exception], Response]:
    """The same for the server's own addresses."""

    def tell(request: Request, error: Exception) -> Response:
        code = write_down(home, f"request {request.url.path}", error)
        return message_page("failed", status=500, code=code)

    return tell

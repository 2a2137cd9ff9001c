"""Error codes in place of tracebacks, for scripts and for requests."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response

from foundation.locales import Lang, say
from foundation.warehouse.error_log import write_down
from foundation.warehouse.home import Home
from service.web.message_page import message_page


def script_error_handler(home: Home) -> Callable[[Exception], bool]:
    """For Streamlit: a page that fails shows a code; its traceback is in `<home>/errors.log`."""

    def show_code(error: Exception) -> bool:
        code = write_down(home, "page", error)
        lang: Lang = "en" if st.query_params.get("lang") == "en" else "zh"
        st.error(say("web.page_failed", lang, code=code))
        return True

    return show_code


def request_error_handler(home: Home) -> Callable[[Request, Exception], Response]:
    """For Starlette: the same where one of the server's own addresses fails."""

    def show_code(request: Request, error: Exception) -> Response:
        code = write_down(home, f"request {request.url.path}", error)
        return message_page("failed", status=500, code=code)

    return show_code

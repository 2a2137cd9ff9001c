"""Plain pages of the server itself: an error code and what to do, in both languages, nothing else."""

from __future__ import annotations

from html import escape

from starlette.responses import HTMLResponse

from foundation.locales import LANGUAGES, say

_PAGE = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width"><title>{title}</title></head>
<body style="font-family:sans-serif;color:#16202C;max-width:40rem;margin:4rem auto;padding:0 1rem">
{paragraphs}
</body></html>
"""


def message_page(key: str, *, status: int, **values: str) -> HTMLResponse:
    """The text `web.<key>` in Chinese, then in English."""
    texts = [say(f"web.{key}", lang, **values) for lang in LANGUAGES]
    paragraphs = "\n".join(
        f'<p lang="{lang}">{escape(t)}</p>' for lang, t in zip(LANGUAGES, texts, strict=True)
    )
    page = _PAGE.format(title=escape(say("web.title", "zh")), paragraphs=paragraphs)
    return HTMLResponse(page, status_code=status, headers={"cache-control": "no-store"})

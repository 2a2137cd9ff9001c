"""Names of files that Windows, macOS and Linux all take, whatever words they are made of."""

from __future__ import annotations

import re

#: Path separators, wildcards and control characters.
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)
#: Bytes of UTF-8: file systems stop at 255, and a browser may add " (1)".
MOST_BYTES = 180


def file_stem(words: str, *, most_bytes: int = MOST_BYTES) -> str:
    """The words as a file name without its suffix: `甲/乙*` → `甲_乙_`, `con` → `_con`, `..` → `_`.

    No dot or space at either end; never empty; cut between characters after so many bytes of UTF-8.
    """
    stem = _UNSAFE.sub("_", words).strip(" .") or "_"
    stem = f"_{stem}" if _RESERVED.match(stem) else stem
    return stem.encode()[:most_bytes].decode(errors="ignore").strip(" .")

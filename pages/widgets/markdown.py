"""Text from files and people, made safe and short for Streamlit's markdown."""

from __future__ import annotations


def plain(words: str) -> str:
    """Text that markdown shows as it is: file names and masked numbers hold `*`, `_` and brackets."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()#+-.!|<>~$:" else sign for sign in words)


def shortened(text: str, most: int) -> str:
    """On one line and at most so many characters long, the last one `…` where something is left out."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"

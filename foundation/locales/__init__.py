"""Interface text in Chinese and English.

Domain words (titles of metrics, sheets, columns, codes) are declared beside what they name, as `Text`.
Interface words live in `zh/<room>.toml` and `en/<room>.toml`, flat `id = "wording"` lines, and are read
with `say("room.id", lang)`. A test holds both languages to the same ids and placeholders.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Lang = Literal["zh", "en"]
LANGUAGES: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True)
class Text:
    """One wording in both languages; `Text(zh="在聘人数", en="Officers serving").get("en")`."""

    zh: str
    en: str

    def get(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    def format(self, **values: object) -> Text:
        """Fill the same placeholders in both languages."""
        return Text(zh=self.zh.format(**values), en=self.en.format(**values))


def joined(first: Text, second: Text) -> Text:
    """One sentence after another; an empty one adds nothing."""
    return Text(zh=first.zh + second.zh, en=f"{first.en} {second.en}".strip())


@cache
def catalogue(lang: Lang) -> dict[str, str]:
    """All interface texts of one language: "room.id" → template."""
    texts: dict[str, str] = {}
    for path in sorted(Path(__file__).with_name(lang).glob("*.toml")):
        for key, template in tomllib.loads(path.read_text(encoding="utf-8")).items():
            texts[f"{path.stem}.{key}"] = template
    return texts


def say(key: str, lang: Lang, **values: object) -> str:
    """The interface text `key` (`"room.id"`) with its placeholders filled.

    Raises KeyError for an unknown id: a missing word is our fault, never shown as a raw id.
    """
    template = catalogue(lang)[key]
    return template.format(**values) if values else template


def text(key: str) -> Text:
    """Both languages of an interface text, for messages that are kept (quarantine, reports)."""
    return Text(zh=catalogue("zh")[key], en=catalogue("en")[key])

"""How sentences of the comparison are put together, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analytics.charts.declaration import ValueFormat
from foundation.locales import LANGUAGES, Text, say
from foundation.reference.cities import UNITS, unit_label


def together(parts: Iterable[Text], sign: str = "semi") -> Text:
    """Several wordings with the sign of each language between them."""
    listed = list(parts)
    return Text(**{lang: say(f"cities.{sign}", lang).join(p.get(lang) for p in listed) for lang in LANGUAGES})


def sentence(*parts: Text | None) -> Text:
    """Sentences after each other: nothing between Chinese ones, a blank between English ones."""
    given = [part for part in parts if part is not None]
    return Text(zh="".join(p.zh for p in given), en=" ".join(p.en for p in given))


def units_named(codes: Sequence[str]) -> Text:
    """Units in official order, whatever order they come in: 宜昌、黄冈."""
    official = [unit for unit in UNITS if unit in set(codes)]
    return together((Text(**{lang: unit_label(u, lang) for lang in LANGUAGES}) for u in official), "and")


def lower_first(title: Text) -> Text:
    """A title within a sentence."""
    return Text(zh=title.zh, en=title.en[:1].lower() + title.en[1:])


def number(value: float, shape: ValueFormat) -> str:
    return f"{value:.1%}" if shape == "percent" else f"{value:.2f}"


def plain(value: object) -> Text:
    return Text(zh=str(value), en=str(value))

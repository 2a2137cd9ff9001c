"""What every chart by group shares: official order, labels in both languages, words for small numbers."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from foundation.locales import LANGUAGES, Lang, Text, say, text
from foundation.reference.cities import NON_CITY, UNITS, unit_label

#: Rows that no city answers for: last, after a gap.
SET_APART = (NON_CITY, "pooled", "unknown")
BLANK = Text(zh="", en="")


def in_order(frame: pd.DataFrame, *, within: Collection[str] = ()) -> pd.DataFrame:
    """Rows in official order: GB/T 2260 for units, as they come otherwise, what is set apart last.

    A set-apart row `unknown` or `pooled` that counts nobody is left out; a unit never is, unless it
    lies outside `within`, the groups that the scope's own filter leaves (empty: all). Their zeros would
    say that nobody serves there, though they were only filtered out.
    """
    if within:
        frame = frame.loc[frame["group"].isin(list(within))]
    rank = {group: place for place, group in enumerate(UNITS)}
    rank |= {group: len(UNITS) + place for place, group in enumerate(SET_APART[1:])}
    place = frame["group"].map(rank)
    is_units = frame.loc[~frame["group"].isin(SET_APART), "group"].isin(UNITS).all()
    # Groups that are not units keep the order of their own closed list, which the engine gave them.
    key = place if is_units else place.where(frame["group"].isin(SET_APART), -1)
    ordered = frame.loc[key.sort_values(kind="stable").index]
    size = ordered[["numerator", "denominator"]].max(axis=1).fillna(0)
    is_empty = ordered["group"].isin(SET_APART[1:]) & (size == 0)
    return ordered.loc[~is_empty].reset_index(drop=True)


def labels(frame: pd.DataFrame, lang: Lang) -> list[str]:
    """Row labels: a unit by its short name, anything else by the frame's `label` or `label_en`."""
    column = "label_en" if lang == "en" and "label_en" in frame else "label"
    return [
        unit_label(group, lang) if group in UNITS else str(label)
        for group, label in zip(frame["group"], frame[column], strict=True)
    ]


def base(frame: pd.DataFrame, *, n: pd.Series) -> pd.DataFrame:
    """The columns that every chart frame begins with: group, label, label_en, n, gap_before."""
    first = frame["group"].isin(SET_APART)
    return pd.DataFrame(
        {
            "group": frame["group"].to_list(),
            "label": labels(frame, "zh"),
            "label_en": labels(frame, "en"),
            "n": n.to_numpy(),
            # Only the first of the rows set apart opens the gap, and never above the first row.
            "gap_before": (first & ~first.shift(fill_value=True)).to_list(),
        }
    )


def counted_words(counts: list[tuple[Text, int]], *, min_n: int, n: int) -> Text:
    """Counts in place of a bar: `n<10：主动型 3 · 久未联系 1`; nobody at all: in words."""
    if n == 0:
        return text("report.nobody")
    words = {
        lang: " · ".join(f"{title.get(lang)} {count}" for title, count in counts if count)
        for lang in LANGUAGES
    }
    return Text(**{lang: say("report.few", lang, min_n=min_n, counts=words[lang]) for lang in LANGUAGES})


def put(frame: pd.DataFrame, column: str, words: Collection[Text]) -> None:
    """Write a text column in both languages: `column` and `column_en`."""
    frame[column] = [word.zh for word in words]
    frame[f"{column}_en"] = [word.en for word in words]


def filled(template: str, **words: Text) -> Text:
    """An interface text of both languages with words of both languages in its placeholders."""
    return Text(
        **{lang: say(template, lang, **{k: w.get(lang) for k, w in words.items()}) for lang in LANGUAGES}
    )


def not_drawn(frame: pd.DataFrame) -> Text | None:
    """The rows without a mark and why: 未画：天门（n<10：3/8）、潜江（无提醒记录）。None where all are drawn.

    frame: `label`, `label_en`, `note`, `note_en`; a row without a note has a mark.
    """
    rows = frame[frame["note"] != ""]
    if rows.empty:
        return None
    zh = "、".join(f"{a}（{b}）" for a, b in zip(rows["label"], rows["note"], strict=True))
    en = ", ".join(f"{a} ({b})" for a, b in zip(rows["label_en"], rows["note_en"], strict=True))
    return filled("report.not_drawn", units=Text(zh=zh, en=en))


def joined(*parts: Text | None) -> Text | None:
    """Sentences after each other; None where there is none."""
    given = [part for part in parts if part]
    return Text(zh="".join(p.zh for p in given), en=" ".join(p.en for p in given)) if given else None

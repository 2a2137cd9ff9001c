"""Title, note and row labels of the comparison of two recommending channels."""

from __future__ import annotations

import numpy as np

from analytics.charts.rows import filled
from analytics.cities.channels import ALL, INSTITUTION, LOCAL, Channels
from analytics.cities.wording import sentence
from analytics.stats.strata import StratifiedRatio
from foundation.locales import LANGUAGES, Text, text
from foundation.reference.cities import UNITS, unit_label


def channels_title(channels: Channels, metric: Text, *, prefix: str = "channel") -> Text:
    if not channels.is_comparable or np.isnan(channels.permutation.p):
        return text("cities.channels_too_few")
    if not channels.beyond:
        return text("cities.channels_none" if prefix == "channel" else "cities.recognisers_none")
    side = LOCAL if channels.permutation.difference > 0 else INSTITUTION
    name = "beyond" if channels.beyond == "99_8" else "hint"
    return filled(f"cities.channels_{name}", side=text(f"cities.{prefix}_{side}"), title=metric)


def channels_note(channels: Channels, min_n: int) -> Text:
    """The permutation in words, the ratio for its size, and that it is no cause."""
    p = channels.permutation.p
    sentences: list[Text | None] = []
    if channels.is_comparable and not np.isnan(p):
        numbers = {"p": f"{p:.3f}", "percent": f"{p * 100:.1f}"}
        if p >= 0.1:
            numbers = {"p": f"{p:.2f}", "percent": f"{p * 100:.0f}"}
        draws = f"{len(channels.permutation.null):,}"
        sentences.append(text("cities.channels_p").format(draws=draws, **numbers))
        sentences.append(_ratio_words(channels.ratio))
    if channels.rows["is_small"].any():
        sentences.append(text("cities.channels_few_note").format(min_n=min_n))
    return sentence(*sentences, text("cities.not_cause"))


def _ratio_words(ratio: StratifiedRatio) -> Text | None:
    """The rate ratio with its limits; None where one side has nobody with the property."""
    numbers = {"estimate": ratio.estimate, "low": ratio.low, "high": ratio.high}
    if not np.isfinite(list(numbers.values())).all():
        return None
    return text("cities.channels_ratio").format(**{name: f"{value:.2f}" for name, value in numbers.items()})


def channel_row(group: str) -> Text:
    """A row's label: a city, or what several are together."""
    if group in UNITS:
        return Text(**{lang: unit_label(group, lang) for lang in LANGUAGES})
    return text("cities.channels_all" if group == ALL else "cities.channels_others")

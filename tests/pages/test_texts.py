"""Every text that the pages ask for by a composed id exists."""

from __future__ import annotations

import pytest

from analytics.metrics import METRICS
from foundation.locales import LANGUAGES, Lang, say
from pages.catalogue import VIEWS
from pages.lists.metric_columns import COLUMNS
from pages.overview.page import CARDS


@pytest.mark.parametrize("lang", LANGUAGES)
def test_composed_ids_exist(lang: Lang) -> None:
    wanted = {f"list.{column.id}" for columns in COLUMNS.values() for column in columns}
    wanted |= {f"overview.noun_{metric.source}" for metric in METRICS.values()}
    wanted |= {f"overview.card_{id}" for id in CARDS} | {view.title for view in VIEWS}
    for key in wanted:
        assert say(key, lang)


def test_every_metric_has_a_list() -> None:
    assert {metric.source for metric in METRICS.values()} <= set(COLUMNS)

"""The codes of a scope in words."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.scope import Scope
from foundation.locales import LANGUAGES, Lang, Text, say
from foundation.reference.cities import UNKNOWN, unit_label
from foundation.reference.codes import code_list


def value_label(name: str, code: str, lang: Lang, *, bodies: Mapping[str, str]) -> str:
    """One filter value: `unit_label`, `A 类`, `市州推荐`, a field's or a body's name."""
    if name in ("unit", "city"):
        return unit_label(code, lang)
    if code == UNKNOWN:
        return say(f"scope.{name}_unknown", lang)
    if name == "field" and code in code_list("field").values:
        return code_list("field").label(code, lang)
    if name == "recommender":
        return bodies.get(code, code)
    return say(f"scope.{name}_{code}", lang) if name in ("category", "channel") else code


def scope_text(scope: Scope, *, bodies: Mapping[str, str]) -> Text:
    """The filters that are set, in both languages: `武汉、黄石 · A 类`, or `全省`."""
    return Text(**{lang: _words(scope, lang, bodies) for lang in LANGUAGES})


def _words(scope: Scope, lang: Lang, bodies: Mapping[str, str]) -> str:
    parts = [
        say("scope.and", lang).join(value_label(name, code, lang, bodies=bodies) for code in codes)
        for name, codes in scope.filters().items()
    ]
    if parts and not {"unit", "city"} & set(scope.filters()):
        parts.insert(0, say("scope.province", lang))
    return " · ".join(parts) or say("scope.province", lang)

"""The programme's rules: thresholds, targets and versions, read from `rules.toml`.

Every number of `rules.toml` is a bound parameter of some SQL, so that a what-if is the same query with other
numbers.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

PACKAGE_RULES = Path(__file__).with_name("rules.toml")

#: section → its whole numbers, each with the least value that makes sense.
LEAST: dict[str, dict[str, int]] = {
    "service": {"grace_months": 0, "exposure_days": 1},
    "reminders": {"open_days": 0, "records_months": 1, "unit_records_months": 1, "case_days": 0},
    "tiers": {
        "new_days": 0,
        "gap_months": 0,
        "proactive_acts": 1,
        "proactive_quarters": 1,
        "short_exposure": 0,
        "lost_contacts": 1,
        "lost_channels": 1,
        "lost_days": 0,
    },
    "publication": {"min_n": 1, "min_contracts": 1, "keep_snapshots": 1},
    "core": {"core_acts": 1, "core_quarters": 1, "core_pairs": 0},
}
#: Sections that a rule file may leave out whole, written before they were known: the package's numbers hold.
LATER = ("core",)


class RulesError(ValueError):
    """A rule file that cannot be used; the message names the key and says what it should be."""


@dataclass(frozen=True)
class RuleVersion:
    """One version of the programme's own regulations. `valid_to` None = still in force."""

    name: str
    valid_from: dt.date
    valid_to: dt.date | None = None

    def covers(self, day: dt.date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Rules:
    """One rule set. Frozen and hashable: its text is part of a snapshot, its version of every stamp.

    numbers: every threshold by name; targets: metric id → aim (fractions 0–1 for shares).
    """

    version: str
    numbers: tuple[tuple[str, int], ...]
    target_pairs: tuple[tuple[str, float], ...]
    versions: tuple[RuleVersion, ...]
    toml: str

    @classmethod
    def parse(cls, text: str) -> Rules:
        """Read a rule file. Raises RulesError on what is missing, of a wrong kind or out of range."""
        try:
            raw = tomllib.loads(text)
        except tomllib.TOMLDecodeError as wrong:
            raise RulesError(f"rules.toml: {wrong}") from wrong
        if not isinstance(raw.get("version"), str):
            raise RulesError('version: a text such as "2025.2" is needed')
        return cls(
            version=raw["version"],
            numbers=_numbers(raw),
            target_pairs=_targets(raw.get("targets", {})),
            versions=tuple(_version(v) for v in raw.get("versions", [])),
            toml=text,
        )

    @classmethod
    def package(cls) -> Rules:
        """The rules that ship with the program."""
        return _package()

    @classmethod
    def of(cls, snapshot: Any) -> Rules:
        """The rules a snapshot was built with (its `meta`)."""
        return _parsed(snapshot.meta["rules_toml"])

    def parameters(self) -> dict[str, int]:
        """Every threshold by name, to be bound to SQL."""
        return dict(self.numbers)

    def version_days(self) -> dict[str, list[Any]]:
        """Names, first and last days of the regulations' versions, to be bound to SQL side by side."""
        return {
            "version_names": [v.name for v in self.versions],
            "versions_from": [v.valid_from for v in self.versions],
            "versions_to": [v.valid_to or dt.date.max for v in self.versions],
        }

    def __getitem__(self, name: str) -> int:
        return self.parameters()[name]

    @property
    def targets(self) -> dict[str, float]:
        return dict(self.target_pairs)

    @property
    def keep_snapshots(self) -> int:
        return self["keep_snapshots"]

    def with_numbers(self, **changed: int) -> Rules:
        """The same rules with other thresholds: a what-if. Raises RulesError for an unknown name."""
        numbers = self.parameters()
        if unknown := set(changed) - set(numbers):
            raise RulesError(f"no such threshold: {', '.join(sorted(unknown))}")
        return replace(self, numbers=tuple((numbers | changed).items()))


def _numbers(raw: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    numbers: list[tuple[str, int]] = []
    for section, names in LEAST.items():
        if section in LATER and section not in raw:
            numbers += [(name, Rules.package()[name]) for name in names]
            continue
        given = raw.get(section, {})
        if unknown := set(given) - set(names):
            raise RulesError(f"[{section}] no such threshold: {', '.join(sorted(unknown))}")
        for name, least in names.items():
            value = given.get(name)
            if not isinstance(value, int) or isinstance(value, bool) or value < least:
                raise RulesError(f"[{section}] {name}: a whole number of at least {least} is needed")
            numbers.append((name, value))
    return tuple(numbers)


def _targets(raw: Mapping[str, Any]) -> tuple[tuple[str, float], ...]:
    for name, value in raw.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise RulesError(f"[targets] {name}: a number is needed (shares as fractions, 0.40)")
    return tuple((name, float(value)) for name, value in raw.items())


def _version(raw: Mapping[str, Any]) -> RuleVersion:
    name, start, end = raw.get("name"), raw.get("valid_from"), raw.get("valid_to")
    if not isinstance(name, str) or not isinstance(start, dt.date):
        raise RulesError("[[versions]] needs name (text) and valid_from (date)")
    if end is not None and (not isinstance(end, dt.date) or end < start):
        raise RulesError(f"[[versions]] {name}: valid_to is a date not before valid_from")
    return RuleVersion(name=name, valid_from=start, valid_to=end)


@cache
def _package() -> Rules:
    return Rules.parse(PACKAGE_RULES.read_text(encoding="utf-8"))


@cache
def _parsed(text: str) -> Rules:
    return Rules.parse(text)

"""A number, a name, or a name with unit, phone and city → the person meant, or the candidates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data_ingest.identity.clusters import Clusters, Profile
from data_ingest.identity.mentions import number_key
from data_ingest.identity.names import name_key
from data_ingest.identity.people import Human
from data_ingest.identity.units import NOWHERE, UnitKey, closeness


@dataclass(frozen=True)
class Question:
    """What a row says about its officer. load: the table it stands in; city: of row, sheet or sender."""

    number: str = ""
    name: str = ""
    unit: UnitKey = NOWHERE
    phone: str = ""
    city: str = ""
    load: str = ""


@dataclass(frozen=True)
class PersonAnswer:
    """person_id, else whom it could mean: nobody (unresolved) or several (ambiguous)."""

    person_id: str | None = None
    candidates: tuple[str, ...] = ()


class Directory:
    """All persons, by number, former id and name. labels: person_id → 姓名（单位）, for messages."""

    def __init__(self, people: Iterable[Human], labels: Mapping[str, str]) -> None:
        self.people: dict[str, Human] = {}
        self.labels = dict(labels)
        self._by_name: dict[str, list[Human]] = defaultdict(list)
        self._by_number: dict[str, set[str]] = defaultdict(set)
        for human in people:
            self.people[human.person_id] = human
            for name in sorted({profile.name for profile in human.profiles}):
                self._by_name[name].append(human)
            for number in (human.person_id, *human.aliases):
                self._by_number[number_key(number)].add(human.person_id)

    def find(self, question: Question) -> PersonAnswer:
        """Number first; else the surest unit among persons of the name, then phone, city and file decide."""
        if question.number:
            matches = sorted(self._by_number.get(number_key(question.number), ()))
            if len(matches) == 1:
                return PersonAnswer(matches[0])
            if matches or not question.name:
                return PersonAnswer(candidates=tuple(matches))
        named = self._by_name.get(name_key(question.name), []) if question.name else []
        return _narrowed([(_evidence(human, question), human) for human in named])

    def of_profiles(self, clusters: Clusters, profiles: list[Profile]) -> str | None:
        """The one person behind these profiles (a decision named them), if it is one."""
        roots = {clusters.root(profile) for profile in profiles}
        owners = {h.person_id for h in self.people.values() if clusters.root(h.profiles[0]) in roots}
        return owners.pop() if len(owners) == 1 else None


def _evidence(human: Human, question: Question) -> tuple[int, bool, bool, bool]:
    return (
        max(_unit_fit(profile.employer, question.unit) for profile in human.profiles),
        bool(question.phone) and question.phone in human.phones,
        bool(question.city) and question.city in human.cities,
        question.load in human.loads,
    )


def _unit_fit(employer: UnitKey, wanted: UnitKey) -> int:
    """closeness + 1; 1 where an employer is unknown, 0 where the two differ."""
    if not wanted.institution or not employer.institution:
        return 1
    level = closeness(employer, wanted)
    return level + 1 if level else 0


def _narrowed(matches: list[tuple[tuple[int, bool, bool, bool], Human]]) -> PersonAnswer:
    fitting = [(evidence, human) for evidence, human in matches if evidence[0] or evidence[1]]
    if not fitting:
        return PersonAnswer()
    best = max(evidence for evidence, _ in fitting)
    top = sorted(human.person_id for evidence, human in fitting if evidence == best)
    return PersonAnswer(top[0]) if len(top) == 1 else PersonAnswer(candidates=tuple(top))

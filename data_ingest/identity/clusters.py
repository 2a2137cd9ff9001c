"""Profiles → persons: which writings of a name and an employer are one human being.

Everything here is a function of the set of profiles; the order in which files came cannot matter. Links are
tried from the surest to the weakest, each level over all profiles before the next:
official number · a person's decision · same name and phone · same name and employer (equal, then without
department, then short form) · a row of 岗位变动. Two official numbers are two persons unless phone, move
or decision says otherwise; where two fit equally nothing is linked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data_ingest.identity.units import UnitKey, closeness


@dataclass(frozen=True, order=True)
class Profile:
    """One way in which files write a person. number: folded official number or ""; city: "" unknown."""

    name: str
    employer: UnitKey
    number: str = ""
    city: str = ""


@dataclass(frozen=True)
class Move:
    """One row of 岗位变动: a name, the employer left, the employer joined."""

    name: str
    number: str
    left: UnitKey
    joined: UnitKey


class Clusters:
    """Union-find over profiles that honours what must stay apart."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self.profiles = sorted(set(profiles))
        self._parent = {profile: profile for profile in self.profiles}
        self._members: dict[Profile, list[Profile]] = {p: [p] for p in self.profiles}
        self._apart: set[frozenset[Profile]] = set()
        #: Profiles that fit several persons equally: no person, unless a roster lists them.
        self.undecided: set[Profile] = set()
        self.by_name: dict[str, list[Profile]] = defaultdict(list)
        self.by_number: dict[str, list[Profile]] = defaultdict(list)
        for profile in self.profiles:
            self.by_name[profile.name].append(profile)
            if profile.number:
                self.by_number[profile.number].append(profile)

    def root(self, profile: Profile) -> Profile:
        while self._parent[profile] != profile:
            self._parent[profile] = self._parent[self._parent[profile]]
            profile = self._parent[profile]
        return profile

    def members(self, profile: Profile) -> list[Profile]:
        return self._members[self.root(profile)]

    def numbers(self, profile: Profile) -> set[str]:
        return {member.number for member in self.members(profile) if member.number}

    def keep_apart(self, profile: Profile, other: Profile) -> None:
        self._apart.add(frozenset((profile, other)))

    def join(self, profile: Profile, other: Profile) -> None:
        """One person, unless a decision keeps members of both apart."""
        a, b = sorted((self.root(profile), self.root(other)))
        if a == b or self._is_forbidden(a, b):
            return
        self._parent[b] = a
        self._members[a] += self._members.pop(b)

    def may_join(self, profile: Profile, other: Profile) -> bool:
        """Whether name and employer suffice: not against two official numbers or a decision."""
        return len(self.numbers(profile) | self.numbers(other)) < 2 and not self._is_forbidden(profile, other)

    def _is_forbidden(self, profile: Profile, other: Profile) -> bool:
        if not self._apart:
            return False
        return any(
            frozenset((a, b)) in self._apart for a in self.members(profile) for b in self.members(other)
        )

    def join_by_number(self) -> None:
        """The names under one number were made one beforehand (`mentions`)."""
        for profiles in self.by_number.values():
            for other in profiles[1:]:
                self.join(profiles[0], other)

    def join_by_phone(self, phones: Iterable[tuple[Profile, str]]) -> None:
        owners: dict[tuple[str, str], list[Profile]] = defaultdict(list)
        for profile, phone in phones:
            owners[profile.name, phone].append(profile)
        for key in sorted(owners):
            first, *others = sorted(owners[key])
            for other in others:
                self.join(first, other)

    def join_by_employer(self) -> None:
        for level in (3, 2, 1):
            for name in sorted(self.by_name):
                self._join_level(self.by_name[name], level)

    def _join_level(self, profiles: list[Profile], level: int) -> None:
        """Join groups of clusters that all fit each other; one that fits two strangers joins neither."""
        if len(profiles) < 2:
            return
        near: dict[Profile, set[Profile]] = defaultdict(set)
        for place, profile in enumerate(profiles):
            for other in profiles[place + 1 :]:
                a, b = self.root(profile), self.root(other)
                if a != b and closeness(profile.employer, other.employer) >= level and self.may_join(a, b):
                    near[a].add(b)
                    near[b].add(a)
        for group in _components(near):
            is_mutual = all(near[profile] >= group - {profile} for profile in group)
            if is_mutual and len(set().union(*(self.numbers(profile) for profile in group))) < 2:
                first, *others = sorted(group)
                for other in others:
                    self.join(first, other)

    def join_by_moves(self, moves: Iterable[Move]) -> None:
        """A move names one person at both employers, where each is one person."""
        for move in sorted(moves, key=lambda m: (m.name, m.number, m.left, m.joined)):
            left = self.fitting(move.name, move.left) or {self.root(p) for p in self.by_number[move.number]}
            joined = self.fitting(move.name, move.joined)
            if len(left) == 1 and len(joined) == 1:
                self.join(left.pop(), joined.pop())

    def fitting(self, name: str, employer: UnitKey) -> set[Profile]:
        """Roots of the persons of that name at that employer, at the surest level that has any."""
        for level in (3, 2, 1):
            near = [p for p in self.by_name[name] if closeness(p.employer, employer) >= level]
            if near:
                return {self.root(profile) for profile in near}
        return set()

    def settle_numberless(self) -> None:
        """Without number, alone, and several numbered persons of that very name and employer: undecided."""
        for profile in self.profiles:
            if profile.number or len(self.members(profile)) > 1 or not profile.employer.institution:
                continue
            profile_root = self.root(profile)
            near = {self.root(p) for p in self.by_name[profile.name] if p.employer == profile.employer}
            if len(near - {profile_root}) > 1:
                self.undecided.add(profile)

    def join_nameless(self, cities: Mapping[Profile, tuple[str, ...]]) -> None:
        """A term that gives a name alone means the one person of that name, else the one of its city."""
        for profile in self.profiles:
            if profile.number or profile.employer.institution or len(self.members(profile)) > 1:
                continue
            roots = {self.root(p) for p in self.by_name[profile.name] if p.number or p.employer.institution}
            if len(roots) > 1:
                here = {self.root(p) for p in self.by_name[profile.name] if profile.city in cities[p]}
                roots = roots & here if profile.city and len(roots & here) == 1 else roots
            if len(roots) == 1:
                self.join(profile, roots.pop())
            elif roots:
                self.undecided.add(profile)


def _components(near: dict[Profile, set[Profile]]) -> list[set[Profile]]:
    seen: set[Profile] = set()
    components = []
    for start in sorted(near):
        if start in seen:
            continue
        group, waiting = set(), [start]
        while waiting:
            profile = waiting.pop()
            if profile not in group:
                group.add(profile)
                waiting += near[profile]
        seen |= group
        components.append(group)
    return components

"""Who is looking. Every query, cached function and export takes a `Viewer`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["office", "leader", "city"]

#: Tiers whose members' names are guarded (docs/definitions.md, Tiers).
LOWER_TIERS: frozenset[str] = frozenset({"responsive", "undetermined", "lost", "unverified"})


@dataclass(frozen=True)
class Viewer:
    """One person's rights.

    role: "office" 办公室, "leader" 领导, "city" 市州.
    unit: GB/T 2260 number of the own unit for the role "city", else None (whole province).
    is_presenting: present mode or a province pack: no lower-tier names for anyone.
    """

    name: str
    role: Role
    unit: str | None = None
    is_presenting: bool = False

    def __post_init__(self) -> None:
        if (self.role == "city") != (self.unit is not None):
            raise ValueError("a city viewer has a unit, all others have none")

    @property
    def may_see_lower_tier_names(self) -> bool:
        return self.role != "leader" and not self.is_presenting

    @property
    def may_reveal_contacts(self) -> bool:
        return self.role in ("office", "city")


#: On loopback with nothing configured the viewer is the office.
OFFICE = Viewer(name="办公室", role="office")

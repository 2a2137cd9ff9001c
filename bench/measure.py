"""One line of a benchmark: what was measured, against what, and the aim."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Measure:
    """ours and baseline in `unit`; aims None where there is none. ratios: of runs that took turns."""

    what: str
    ours: float
    baseline: float
    against: str
    aim_ratio: float | None = None
    aim_seconds: float | None = None
    ratios: tuple[float, ...] = ()
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """The middle one where several were seen."""
        return median(self.ratios) if self.ratios else self.ours / self.baseline

    @property
    def is_met(self) -> bool:
        in_ratio = self.aim_ratio is None or self.ratio <= self.aim_ratio
        in_time = self.aim_seconds is None or self.ours <= self.aim_seconds
        return in_ratio and in_time


def report(measures: list[Measure]) -> None:
    """Print the table; a missed aim is said, never hidden."""
    table = Table(title="bench")
    for head in ("measure", "ours", "baseline", "against", "ratio", "aim", "met"):
        table.add_column(head)
    for m in measures:
        aims = [f"≤ {m.aim_seconds} {m.unit}"] if m.aim_seconds else []
        aims += [f"≤ {m.aim_ratio}×"] if m.aim_ratio else []
        seen = f" ({min(m.ratios):.2f}–{max(m.ratios):.2f})" if m.ratios else ""
        numbers = (f"{m.ours:.3f} {m.unit}", f"{m.baseline:.3f} {m.unit}", m.against, f"{m.ratio:.2f}×{seen}")
        table.add_row(m.what, *numbers, ", ".join(aims) or "–", "yes" if m.is_met else "NO")
    Console(width=150).print(table)

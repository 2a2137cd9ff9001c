"""Where a label stands beside its point so that it covers no other point, label or line of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: A place beside the point: how far the middle of the label lies to the right and up, in halves of its own
#: width and height. (1, 0) is at the right, (-1, 0) at the left, (0, 1) above.
Spot = tuple[float, float]

RIGHT, LEFT, ABOVE, BELOW = (1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)


@dataclass(frozen=True)
class Box:
    """A rectangle; y grows upwards. Pixels or letters, as long as all are alike."""

    x0: float
    x1: float
    y0: float
    y1: float

    @property
    def area(self) -> float:
        return max(self.x1 - self.x0, 0.0) * max(self.y1 - self.y0, 0.0)

    def shared(self, other: Box) -> float:
        """The area that both cover."""
        return Box(
            max(self.x0, other.x0), min(self.x1, other.x1), max(self.y0, other.y0), min(self.y1, other.y1)
        ).area


@dataclass(frozen=True)
class Label:
    """Where the point is, and how wide and high its words are."""

    x: float
    y: float
    width: float
    height: float

    def at(self, spot: Spot, *, gap: float) -> Box:
        """Its rectangle at a place: `gap` from the point's middle sideways, half of that upwards."""
        x = self.x + spot[0] * (self.width / 2 + gap)
        y = self.y + spot[1] * (self.height / 2 + (gap / 2 if spot[0] else gap))
        return Box(x - self.width / 2, x + self.width / 2, y - self.height / 2, y + self.height / 2)


def placed(
    labels: Sequence[Label], spots: Sequence[Spot], *, blocked: Sequence[Box], room: Box, gap: float
) -> list[Spot]:
    """A place for each label, one after the other, earlier places of `spots` preferred where they are free.

    blocked: what must not be covered, the points among it. What lies outside the room counts most, then
    other labels, then what is blocked. There is always an answer: the least bad.
    """
    occupied: list[Box] = []
    chosen: list[Spot] = []
    for label in labels:
        costs = []
        for order, spot in enumerate(spots):
            box = label.at(spot, gap=gap)
            outside = box.area - box.shared(room)
            covered = 30 * outside + 20 * sum(map(box.shared, occupied)) + 10 * sum(map(box.shared, blocked))
            costs.append(covered / box.area + order * 0.02)
        best = costs.index(min(costs))
        chosen.append(spots[best])
        occupied.append(label.at(spots[best], gap=gap))
    return chosen

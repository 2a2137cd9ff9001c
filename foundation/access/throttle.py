"""Sign-in throttle: after a few wrong attempts each further one has to wait, twice as long every time."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

FREE_ATTEMPTS = 5  # for one name
FREE_ATTEMPTS_ALL = 50  # for all names together: guessing one password against many names
FIRST_WAIT, LONGEST_WAIT = 15.0, 900.0
FORGET_AFTER = 3600.0

_ALL = "\0all"


@dataclass
class Throttle:
    """Counts failures in this process's memory; `clock` in seconds, monotonic."""

    clock: Callable[[], float] = time.monotonic
    _failures: dict[str, tuple[int, float]] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def wait_seconds(self, name: str) -> int:
        """Seconds until the next attempt for this name is looked at; 0 = now."""
        with self._guard:
            self._forget()
            return max(self._wait(name, FREE_ATTEMPTS), self._wait(_ALL, FREE_ATTEMPTS_ALL))

    def note(self, name: str, *, is_success: bool) -> None:
        """Remember the outcome; success clears the name, not the count of all."""
        with self._guard:
            self._forget()
            if is_success:
                self._failures.pop(name, None)
                return
            for key in (name, _ALL):
                count, _ = self._failures.get(key, (0, 0.0))
                self._failures[key] = (count + 1, self.clock())

    def _wait(self, key: str, free: int) -> int:
        count, last = self._failures.get(key, (0, 0.0))
        if count < free:
            return 0
        pause = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(count - free, 10))
        return max(0, math.ceil(last + pause - self.clock()))

    def _forget(self) -> None:
        limit = self.clock() - FORGET_AFTER
        for key in [k for k, (_, last) in self._failures.items() if last < limit]:
            del self._failures[key]

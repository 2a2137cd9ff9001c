"""Settings of the whole process that save time, made by entry points alone: terminal, web, reading child.

Without any of them everything answers the same, more slowly.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

#: Environment of a process that uses Arrow: its own allocator doubles the time of a large file (page faults).
ALLOCATOR = {"ARROW_DEFAULT_MEMORY_POOL": "system"}


def use_system_allocator() -> None:
    """Arrow allocates as the system does. To be called before pyarrow is imported."""
    os.environ.update(ALLOCATOR)


def pause_collector() -> None:
    """No garbage collection for now: nothing that a program imports is garbage."""
    gc.disable()


def resume_collector() -> None:
    """Collection on again. What is there now is never garbage: later collections do not walk through it."""
    gc.collect()
    gc.freeze()
    gc.enable()


def collect_seldom(*, new_objects: int) -> None:
    """Collect after so many new objects, and never walk through what is there now."""
    gc.freeze()
    gc.set_threshold(new_objects)


@contextmanager
def switching_threads(*, every_seconds: float) -> Iterator[None]:
    """Threads take turns at this interval, so that one that answers does not wait for one that computes."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(every_seconds)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)

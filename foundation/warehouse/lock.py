"""One writer at a time: the second waits with a message, or is told so.

The lock belongs to the process: the operating system lets go of it even after kill -9.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from foundation.warehouse.home import Home


class BusyError(Exception):
    """Another process is writing to this home, and the caller did not want to wait."""


@contextmanager
def writer(
    home: Home, *, is_waiting: bool = True, on_wait: Callable[[], None] | None = None
) -> Iterator[None]:
    """Hold the right to write to `home`.

    is_waiting: False raises BusyError at once instead of waiting; on_wait: called once before waiting.
    """
    home.root.mkdir(parents=True, exist_ok=True)
    lock = FileLock(str(home.lock))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if not is_waiting:
            raise BusyError(str(home.root)) from None
        if on_wait is not None:
            on_wait()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()

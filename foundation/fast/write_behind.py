"""Values written to disk by a thread of their own, while whoever made them works on with them.

Without it the program writes at once: `write` calls its writer, `unwritten` knows nothing, and
`writing_behind` and `wait_until_written` have nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, TypeVar

Value = TypeVar("Value")
#: None outside `writing_behind`.
_thread: ContextVar[ThreadPoolExecutor | None] = ContextVar("write_behind", default=None)
#: What is not on the disk yet, by where it will lie.
_unwritten: dict[Path, Any] = {}


@contextmanager
def writing_behind() -> Iterator[None]:
    """What is given to `write` within is written by another thread; at the end all of it is on the disk."""
    with ThreadPoolExecutor(1, thread_name_prefix="write-behind") as thread:
        token = _thread.set(thread)
        try:
            yield
        finally:
            _thread.reset(token)


def write(path: Path, value: Value, writer: Callable[[Path, Value], None]) -> None:
    """`writer(path, value)`, by the other thread within `writing_behind`."""
    thread = _thread.get()
    if thread is None:
        writer(path, value)
    else:
        _unwritten[path] = value
        thread.submit(_write, path, value, writer)


def _write(path: Path, value: Value, writer: Callable[[Path, Value], None]) -> None:
    try:
        writer(path, value)
    finally:
        _unwritten.pop(path, None)


def unwritten(path: Path) -> Any | None:
    """The value that is on its way to this place; None where nothing is, or where it just arrived."""
    return _unwritten.get(path)


def wait_until_written() -> None:
    """Return when everything given to `write` so far is on the disk."""
    thread = _thread.get()
    if thread is not None:
        thread.submit(lambda: None).result()

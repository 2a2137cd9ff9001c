"""Work on several cores, where it happens outside Python's lock (Arrow, DuckDB, calamine, hashing)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

Result = TypeVar("Result")
#: With fewer rows, starting threads costs more than it saves.
_MANY_ROWS = 20_000


def map_columns(change: Callable[[Any], Result], columns: Sequence[Any], *, rows: int) -> list[Result]:
    """`[change(column) for column in columns]`; the columns of a long table are changed at the same time."""
    if rows < _MANY_ROWS:
        return [change(column) for column in columns]
    with ThreadPoolExecutor() as pool:
        return list(pool.map(change, columns))


def map_on_two_threads(work: Callable[[Any], Result], items: Sequence[Any]) -> list[Result]:
    """`[work(item) for item in items]`, every other item on a second thread.

    For a handful of short queries: DuckDB plans each on one core, so two side by side take less time. The
    first error of the work is raised.
    """
    with one_more_thread() as begin:
        waiting = [begin(work, item) for item in items[1::2]]
        results: list[Any] = [None] * len(items)
        results[::2] = [work(item) for item in items[::2]]
        results[1::2] = [result() for result in waiting]
    return results


class Begin(Protocol):
    """Starts the function; calling what it returns waits for the result, or raises the error."""

    def __call__(
        self, function: Callable[..., Result], *arguments: Any, **options: Any
    ) -> Callable[[], Result]: ...


@contextmanager
def one_more_thread() -> Iterator[Begin]:
    """Within, `begin` starts work in one thread beside this one.

    Without it, `begin` is `functools.partial`: the work is done when its result is asked for.
    """

    with ThreadPoolExecutor(max_workers=1) as pool:

        def begin(function: Callable[..., Result], *arguments: Any, **options: Any) -> Callable[[], Result]:
            return pool.submit(function, *arguments, **options).result

        yield begin

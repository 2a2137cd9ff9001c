"""The container of old Office files (MS-CFB): the names of its streams, and a stream's bytes."""

from __future__ import annotations

import struct
from itertools import islice
from pathlib import Path

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # and above: no sector follows
_ENTRY = 128
_ROOT, _STREAM = 5, 2


class Container:
    """Streams by name. Raises ValueError where the container is cut off or its sectors form a loop."""

    def __init__(self, path: Path) -> None:
        self._bytes = path.read_bytes()
        head = self._bytes[:512]
        if len(head) < 512 or not head.startswith(MAGIC):
            raise ValueError("no container")
        shift, small_shift = struct.unpack_from("<HH", head, 30)
        if shift not in (9, 12) or small_shift > shift:
            raise ValueError("sector size")
        self._size, self._small_size = 1 << shift, 1 << small_shift
        directory, _, self._cutoff, small_fat, _, more, more_count = struct.unpack_from("<7I", head, 48)
        self._fat = self._table(self._fat_sectors(head, more, more_count))
        self._entries = self._directory(directory)
        self._small_fat = self._table(self._chain(self._fat, small_fat))
        self._small = b""

    @property
    def names(self) -> set[str]:
        return set(self._entries)

    def stream(self, name: str) -> bytes:
        start, size = self._entries[name]
        if size >= self._cutoff:
            return b"".join(map(self._sector, self._chain(self._fat, start)))[:size]
        if not self._small:
            self._small = b"".join(map(self._sector, self._chain(self._fat, self._small_start)))
        step = self._small_size
        parts = (
            self._small[place * step : (place + 1) * step] for place in self._chain(self._small_fat, start)
        )
        return b"".join(parts)[:size]

    def _sector(self, place: int) -> bytes:
        return self._bytes[(place + 1) * self._size : (place + 2) * self._size]

    def _fat_sectors(self, head: bytes, more: int, count: int) -> list[int]:
        """109 in the header, further ones in sectors that chain by their last number."""
        sectors = [place for place in struct.unpack_from("<109I", head, 76) if place < _END]
        for _ in range(min(count, len(self._bytes) // self._size)):
            if more >= _END:
                break
            *places, more = self._numbers(more) or [_END]
            sectors += [place for place in places if place < _END]
        return sectors[: len(self._bytes) // self._size + 1]

    def _numbers(self, place: int) -> list[int]:
        sector = self._sector(place)
        return list(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))

    def _table(self, sectors: list[int]) -> list[int]:
        return [number for place in sectors for number in self._numbers(place)]

    def _chain(self, table: list[int], start: int) -> list[int]:
        chain: list[int] = []
        while start < len(table) and len(chain) <= len(table):
            chain.append(start)
            start = table[start]
        if len(chain) > len(table):
            raise ValueError("endless chain")
        return chain

    def _directory(self, start: int) -> dict[str, tuple[int, int]]:
        data = b"".join(map(self._sector, self._chain(self._fat, start)))
        entries: dict[str, tuple[int, int]] = {}
        self._small_start = _END
        for at in islice(range(0, len(data) - _ENTRY + 1, _ENTRY), 10_000):
            length, kind = struct.unpack_from("<HB", data, at + 64)
            first, size = struct.unpack_from("<II", data, at + 116)
            if kind == _ROOT:
                self._small_start = first
            elif kind == _STREAM:
                name = data[at : at + max(min(length, 64) - 2, 0)].decode("utf-16le", "replace")
                entries.setdefault(name, (first, size))
        return entries

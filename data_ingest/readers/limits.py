"""How much memory, time and space a file may take before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """memory: address space the child may add after its imports. seconds: wall time for one file, less for
    a small one (`seconds_for`).

    expanded: bytes a zip container (a workbook is one) may unpack to; ratio: how many times its own size,
    checked only beyond `expanded_free` bytes, since small ordinary sheets shrink a hundredfold.
    columns: as many as a worksheet of Excel has. depth: archives within archives.
    """

    memory: int = 4096 * _MIB
    seconds: float = 240.0
    cells: int = 60_000_000
    columns: int = 16_384
    expanded: int = 2048 * _MIB
    expanded_free: int = 64 * _MIB
    ratio: float = 150.0
    members: int = 500
    depth: int = 2

    def seconds_for(self, size: int) -> float:
        """Thirty seconds and ten per MiB of `size`, at most `seconds`: a small file that hangs ends early."""
        return min(self.seconds, 30 + 10 * size / _MIB)


DEFAULT = Limits()

"""Trims every kind of space that people type; texts without any at their ends are not copied.

Stands for `pc.utf8_trim(texts, characters=_AROUND)` alone. Without it only the times of the bench change.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

#: First bytes of what may be a space: the ASCII ones, and U+00A0, U+1680, U+2000 …, U+3000, U+FEFF in UTF-8.
_SPACES = np.zeros(256, dtype=bool)
_SPACES[[*range(0x09, 0x0E), *range(0x1C, 0x21), 0xC2, 0xE1, 0xE2, 0xE3, 0xEF]] = True
_LEAD_OF_TWO, _LEADS_OF_THREE = 0xC2, np.array([0xE1, 0xE2, 0xE3, 0xEF], dtype=np.uint8)
_SMALL_SPACES = (*range(0x09, 0x0E), *range(0x1C, 0x21), 0x85, 0xA0)
_WIDE_SPACES = (0x1680, *range(0x2000, 0x200E), 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF)
_AROUND = "".join(map(chr, (*_SMALL_SPACES, *_WIDE_SPACES)))
#: Short columns are trimmed outright.
_LONG = 1000


def trim(texts: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    """Texts without the spaces around them; a text of spaces alone becomes ""."""
    if isinstance(texts, pa.ChunkedArray):
        return pa.chunked_array([trim(chunk) for chunk in texts.chunks], texts.type)
    if len(texts) < _LONG or texts.type != pa.string():
        return pc.utf8_trim(texts, characters=_AROUND)
    suspect = _may_have_space(texts)
    if not suspect.any():
        return texts
    mask = pa.array(suspect)
    return pc.replace_with_mask(texts, mask, pc.utf8_trim(texts.filter(mask), characters=_AROUND))


def _may_have_space(texts: pa.Array) -> np.ndarray:
    """By the first byte and the last three: False only where no space can be; True may be a false alarm."""
    offsets = np.frombuffer(texts.buffers()[1], dtype=np.int32)[texts.offset : texts.offset + len(texts) + 1]
    buffer = texts.buffers()[2]
    if buffer is None or not buffer.size:
        return np.zeros(len(texts), dtype=bool)
    data = np.frombuffer(buffer, dtype=np.uint8)
    first, last = offsets[:-1], offsets[1:] - 1
    length = last - first + 1
    at = np.where(length > 0, first, 0)
    ends = data[np.maximum(last, 0)]
    suspect = _SPACES[data[at]] | (ends <= 0x20)
    second, third = data[np.maximum(last - 1, 0)], data[np.maximum(last - 2, 0)]
    suspect |= (length > 1) & (second == _LEAD_OF_TWO)
    suspect |= (length > 2) & np.isin(third, _LEADS_OF_THREE)
    return suspect & (length > 0)

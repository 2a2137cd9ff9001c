"""Whether ids may repeat, without counting them."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

_BYTES_OF_A_WORD = 8
#: One odd factor for each machine word of an id, so that all its words count in one number.
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)


def may_repeat(ids: pa.Array, *, length: int) -> bool:
    """False only where every id is another; True also where two ids give the same number by chance.

    ids: one piece, from its first element, each of `length` ASCII characters, three machine words at most.
    Without it: `len(ids) > len(ids.unique())`.
    """
    words_each = length // _BYTES_OF_A_WORD
    words = np.frombuffer(ids.buffers()[2], dtype=np.uint64, count=len(ids) * words_each)
    numbers = np.sort(words.reshape(-1, words_each) @ _FACTORS[:words_each])
    return bool((numbers[1:] == numbers[:-1]).any())

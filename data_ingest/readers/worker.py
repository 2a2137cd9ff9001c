"""The child that opens files: a request per line on stdin, an answer per line on stdout, both JSON.

Started by `child.py`, kept for many files. A file that crashes it or exhausts its memory cannot harm the
parent, which sees either an answer or that the child died.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from data_ingest.readers.archive import extract
from data_ingest.readers.cells import Cells, RefusedError, write_cells
from data_ingest.readers.kind import kind_of
from data_ingest.readers.limits import Limits
from data_ingest.readers.marks import returned
from data_ingest.readers.pages import read_mhtml, read_page
from data_ingest.readers.sheet_xml import read_sheet_xml
from data_ingest.readers.text import read_text
from data_ingest.readers.word import read_word
from data_ingest.readers.workbook import Kind, read_workbook
from foundation.fast.process import collect_seldom

#: Cells form no reference cycles, so the garbage collector runs only after this many new objects.
_OBJECTS_BETWEEN_COLLECTIONS = 200_000

Reader = Callable[[Path, str, Limits], list[Cells]]


def _workbook(kind: Kind) -> Reader:
    return lambda path, _, limits: read_workbook(path, limits, kind)


_READERS: dict[str, Reader] = {
    "xlsx": _workbook("xlsx"),
    "xlsb": _workbook("xlsb"),
    "xls": _workbook("xls"),
    "ods": _workbook("ods"),
    "docx": read_word,
    "html": read_page,
    "mhtml": read_mhtml,
    "sheet_xml": read_sheet_xml,
    "text": read_text,
}


def answer(request: dict) -> dict:
    """`{"path", "name", "folder", "limits"}` → `{"sheets"}`, `{"members"}` or `{"refused", "values"}`."""
    path, name, folder = Path(request["path"]), request["name"], Path(request["folder"])
    limits = Limits(**request["limits"])
    try:
        kind = kind_of(path, name)
        if kind == "archive":
            return {"members": extract(path, folder, limits)}
        sheets = _written(_READERS[kind](path, name, limits), folder)
        return sheets | {"returned": returned(path)} if kind == "xlsx" else sheets
    except RefusedError as refusal:
        return {"refused": refusal.key, "values": refusal.values}
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return {"refused": "truncated", "values": {}}
    except MemoryError:
        return {"refused": "memory", "values": {}}
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        # calamine's panics are BaseException. Any other exception is put down to the file too, by its name.
        return {"refused": "broken", "values": {"cause": type(error).__name__}}


def _written(sheets: list[Cells], folder: Path) -> dict:
    written = [write_cells(cells, folder / f"cells-{place}.arrow") for place, cells in enumerate(sheets)]
    return {"sheets": [sheet.as_json() for sheet in written]}


def _limit_memory(limits: Limits) -> None:
    """Allow `limits.memory` bytes more than the address space in use after all imports."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    ceiling = pages * os.sysconf("SC_PAGE_SIZE") + limits.memory
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
    # No core dump: a crash would write gigabytes to disk.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    is_limited = False
    collect_seldom(new_objects=_OBJECTS_BETWEEN_COLLECTIONS)
    for line in sys.stdin:
        request = json.loads(line)
        if not is_limited:
            _limit_memory(Limits(**request["limits"]))
            is_limited = True
        sys.stdout.write(json.dumps(answer(request)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

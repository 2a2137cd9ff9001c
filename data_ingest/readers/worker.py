"""The child that opens files: one request a line on stdin, one answer a line on stdout, both JSON.

Started by `child.py`, kept for many files. Whatever a file does to it stays in here: the parent only
ever sees an answer, or that the child is gone.
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

#: A million cells are no cycles: the collector need not look at them again and again.
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
        found = _written(_READERS[kind](path, name, limits), folder)
        return found | {"returned": returned(path)} if kind == "xlsx" else found
    except RefusedError as refusal:
        return {"refused": refusal.key, "values": refusal.values}
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return {"refused": "truncated", "values": {}}
    except MemoryError:
        return {"refused": "memory", "values": {}}
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        # calamine's panics are BaseException. Any other surprise is the file's doing too: name it.
        return {"refused": "broken", "values": {"cause": type(error).__name__}}


def _written(sheets: list[Cells], folder: Path) -> dict:
    written = [write_cells(cells, folder / f"cells-{place}.arrow") for place, cells in enumerate(sheets)]
    return {"sheets": [one.as_json() for one in written]}


def _limit_memory(limits: Limits) -> None:
    """Address space as it is now, all imports done, and so much more."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    ceiling = pages * os.sysconf("SC_PAGE_SIZE") + limits.memory
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, ceiling))
    # A crash leaves no gigabytes behind.
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

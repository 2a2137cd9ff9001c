"""The reader of models and queries: header, text, and the shared parts that a query's header names.

Files of several short statements, outside `analytics/sql`, are read by `foundation.warehouse.statements`.

A file begins with comment lines. Those that read `-- key: value` with a key of KEYS are its header; a value
that ends in a comma goes on in the next line. Of models (`models/`): `grain`, `needs` (tables read), `params`
(rules bound) and `kind: view`. Of queries (`queries/`), all optional but the grain:

- `with: name, name`: files of `queries/parts/`, put in front as common tables, so that a rule that two
  questions share stands in one place. They may read what the other two lines put in front.
- `within: query, query`: these queries in front under their own names, their rows only those in scope: what
  a place holds is then counted within the scope of the caller.
- `twice: query`: this query in front as at two months, `<query>_now` and, $months_apart earlier,
  `<query>_then`.

The twelve months that end with the as-of month are asked for by the macro `in_window(day, as_of)`, which
every snapshot holds (`macros.sql`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile
from pathlib import Path

from analytics.sql.syntax import with_parameter

HERE = Path(__file__).parent
MODELS, QUERIES, PARTS = HERE / "models", HERE / "queries", HERE / "queries" / "parts"
KEYS = ("model", "query", "grain", "needs", "params", "kind", "with", "within", "twice")
_EARLIER = "cast(cast($as_of as date) - to_months(cast($months_apart as integer)) as date)"


@dataclass(frozen=True)
class SqlFile:
    """One .sql file: `header` by key, `text` without the header and without a final semicolon."""

    name: str
    header: dict[str, str]
    text: str

    def listed(self, key: str) -> tuple[str, ...]:
        """The names that a header line lists; none without such a line."""
        return tuple(re.split(r",\s*", self.header[key])) if self.header.get(key) else ()


@cache
def read_sql(path: Path) -> SqlFile:
    """One file. Raises FileNotFoundError where there is none."""
    lines = path.read_text(encoding="utf-8").splitlines()
    comments = [line[2:].strip() for line in takewhile(lambda line: line.startswith("--"), lines)]
    text = "\n".join(lines[len(comments) :]).strip().rstrip(";")
    return SqlFile(name=path.stem, header=_header(comments), text=text)


def _header(comments: list[str]) -> dict[str, str]:
    joined = re.sub(r",\n", ", ", "\n".join(comments))
    entries = re.findall(rf"^({'|'.join(KEYS)}): (.+)$", joined, re.MULTILINE)
    return dict(reversed(entries))  # the first of two lines with one key


def query_names() -> list[str]:
    """Every query there is."""
    return sorted(path.stem for path in QUERIES.glob("*.sql"))


def counts_in_scope(name: str) -> bool:
    """Whether a query counts what other queries hold in scope (`within`)."""
    return bool(read_sql(QUERIES / f"{name}.sql").listed("within"))


@lru_cache(maxsize=1024)
def query_text(name: str, in_scope: str = "true") -> str:
    """The text of a query, what its header names in front. Raises FileNotFoundError for an unknown name.

    in_scope: the condition on the rows of the queries `within` and `twice`; of no meaning to any other.
    """
    file = read_sql(QUERIES / f"{name}.sql")
    common = {}
    for query in file.listed("within"):
        common[query] = _rows_in(query_text(query, in_scope), in_scope)
    for query in file.listed("twice"):
        text = query_text(query)
        common[f"{query}_now"] = _rows_in(text, in_scope)
        common[f"{query}_then"] = _rows_in(with_parameter(text, "as_of", _EARLIER), in_scope)
    common |= {part: read_sql(PARTS / f"{part}.sql").text for part in file.listed("with")}
    if not common:
        return file.text
    before = ", ".join(f"{table} as (\n{text}\n)" for table, text in common.items())
    return f"with {before}\nselect * from (\n{file.text}\n)"


def _rows_in(text: str, in_scope: str) -> str:
    return f"select * from (\n{text}\n) where {in_scope}"


def at_each_month(text: str) -> str:
    """A query with its as-of taken from `each_month.as_at`, a table beside it: one rule, month by month."""
    return with_parameter(text, "as_of", "each_month.as_at")

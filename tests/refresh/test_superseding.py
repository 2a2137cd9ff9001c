"""Which file stands for which: chains, several answers, members of archives."""

import datetime as dt

import pytest

from foundation.warehouse import ledger
from foundation.warehouse.corrections import Correction, FilePart, of_json, to_json
from foundation.warehouse.home import Home
from foundation.warehouse.ledger import FileEntry
from refresh.intake.lineage import file_lineage


def file(sha256, *corrects, state="in_force", day=1, saved="", sender=None):
    """corrects: `source`, or `source/part`; `own:source` for a member of an archive."""
    found = []
    for one in corrects:
        part, _, source = one.rpartition(":")
        source_sha, _, source_part = source.partition("/")
        found.append(Correction(FilePart(source_sha, source_part), part))
    return FileEntry(
        sha256=sha256,
        name=f"{sha256}.xlsx",
        suffix=".xlsx",
        size=1,
        sender=sender,
        received_on=dt.date(2026, 1, day),
        state=state,
        landed_at="",
        who="",
        corrects=tuple(found),
        saved_at=saved or None,
    )


def in_force(*files):
    now = file_lineage(files)
    wholes = [f.sha256 for f in files if f.state == "in_force" and not now.successor(f.sha256)]
    return [sha + "".join(f"-{part}" for part in now.parts_without_force(sha)) for sha in wholes]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([file("a"), file("b")], ["a", "b"]),
        ([file("a"), file("c", "a")], ["c"]),
        ([file("a"), file("c", "a", state="retracted")], ["a"]),
        ([file("a"), file("c", "a", state="refused")], ["a"]),
        ([file("c", "a")], ["c"]),  # its source never came
        ([file("a"), file("c", "a"), file("d", "c")], ["d"]),
        ([file("a"), file("c", "a"), file("d", "c", state="retracted")], ["c"]),
        # The second correction still stands for the first file.
        ([file("a"), file("c", "a", state="retracted"), file("d", "c")], ["d"]),
        # Two answers to one return workbook: later received, else saved later, else the larger hash.
        ([file("a"), file("c", "a", day=2), file("b", "a", day=3)], ["b"]),
        ([file("a"), file("c", "a", saved="2026-01-01T09"), file("b", "a", saved="2026-01-01T10")], ["b"]),
        ([file("a"), file("c", "a"), file("b", "a")], ["c"]),
        ([file("a"), file("b", "a", day=3, state="retracted"), file("c", "a", day=2)], ["c"]),
        # One file of an archive is put right; the others stay.
        ([file("z"), file("c", "z/一.xlsx")], ["z-一.xlsx", "c"]),
        ([file("z"), file("c", "z/一.xlsx", state="retracted")], ["z"]),
        # Several return workbooks sent back as one archive.
        ([file("a"), file("b"), file("z", "一.xlsx:a", "二.xlsx:b")], ["z"]),
        # And one of them put right once more, on its own.
        ([file("a"), file("b"), file("z", "一.xlsx:a", "二.xlsx:b"), file("d", "z/一.xlsx")], ["z-一.xlsx", "d"]),
        ([file("a"), file("z", "一.xlsx:a"), file("d", "a", day=2)], ["z-一.xlsx", "d"]),
    ],
)  # fmt: skip
def test_what_is_in_force(files, expected):
    assert in_force(*files) == expected
    assert sorted(in_force(*reversed(files))) == sorted(expected)


def test_who_stands_for_whom():
    now = file_lineage([file("a"), file("c", "a"), file("d", "c")])
    assert now.successor("a").sha256 == now.successor("c").sha256 == "d"
    assert now.successor("d") is None
    assert now.kin(FilePart("c")) == [FilePart("a"), FilePart("c"), FilePart("d")]


def test_a_corrected_file_comes_from_whom_its_source_came_from():
    files = [file("a", sender="武汉市科协"), file("c", "a"), file("d", "c", sender="江岸区科协")]
    now = file_lineage(files)
    assert [now.sender(f) for f in files] == ["武汉市科协", "武汉市科协", "江岸区科协"]


def test_files_that_name_each_other_both_stay():
    assert in_force(file("a", "b"), file("b", "a"), file("c", "c")) == ["a", "b", "c"]


def test_corrections_are_kept_as_they_are():
    both = (Correction(FilePart("a"), "一.xlsx"), Correction(FilePart("b", "二.xlsx")))
    assert set(of_json(to_json(both))) == set(both)
    assert (to_json(()), of_json(None)) == (None, ())


def test_a_ledger_of_version_1_learns_the_new_columns(tmp_path):
    import sqlite3

    home = Home(tmp_path)
    with sqlite3.connect(home.ledger) as con:
        con.execute(
            "create table files (sha256 text primary key, name text not null, suffix text not null, "
            "size integer not null, sender text, received_on text not null, state text not null, "
            "landed_at text not null, who text not null)"
        )
        con.execute(
            "insert into files values ('a', 'a.csv', '.csv', 1, null, '2026-01-10', 'in_force', '', '')"
        )
        con.execute("pragma user_version = 1")
    (entry,) = ledger.files(home)
    assert (entry.name, entry.folder, entry.corrects, entry.saved_at) == ("a.csv", None, (), None)
    ledger.tell(home, "a", corrects=[Correction(FilePart("b"))], saved_at="2026-01-01")
    assert ledger.files(home)[0].corrects == (Correction(FilePart("b")),)

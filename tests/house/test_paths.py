"""A path that a document, a comment or a docstring names leads somewhere."""

from __future__ import annotations

import re

from tests.house.places import ROOT, STOREYS, relative, tracked

PATH = re.compile(rf"(?<![\w/.<{{*])(?:{'|'.join(STOREYS)}|tests|bench|docs)(?:/[\w.-]*\w)+(?![\w*<{{])")
#: Named as what is no more, or is not to be.
EXAMPLES = {"pages/data/data_tray.py", "pages/parts"}


def is_there(path: str) -> bool:
    """As written, as a module without its suffix, or as a decision record by its number."""
    return any(next(ROOT.glob(pattern), None) for pattern in (path, f"{path}.py", f"{path}-*.md"))


def test_every_path_in_words_exists():
    lost = {
        (relative(file), path)
        for file in tracked("*.py", "*.sql", "*.md", "*.toml", "Makefile", ".ci/*", ".streamlit/*")
        for path in PATH.findall(file.read_text(encoding="utf-8"))
        if path not in EXAMPLES and not is_there(path)
    }
    assert sorted(lost) == []


def test_no_document_from_elsewhere_is_named():
    """Whoever reads the code has what lies here, and nothing else."""
    elsewhere = re.compile(
        "|".join(("INTER" + "FACES", "DE" + r"SIGN\.md", "LO" + r"OK\.md", r"paper\.tx" + "t"))
    )
    files = tracked("*.py", "*.sql", "*.md", "*.toml", "Makefile")
    assert [relative(file) for file in files if elsewhere.search(file.read_text(encoding="utf-8"))] == []

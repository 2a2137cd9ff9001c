"""Reveals and exports leave a line."""

from foundation.access import audit
from foundation.access.viewer import Viewer
from foundation.warehouse import ledger
from foundation.warehouse.home import Home


def test_a_reveal_leaves_who_what_and_as_whom(tmp_path):
    audit.record(
        Home(tmp_path), Viewer("模拟汉", "city", "420100"), "reveal", {"person": "p1", "what": "phone"}
    )
    line = ledger.audit(Home(tmp_path))[0]
    assert (line["who"], line["role"], line["unit"], line["action"]) == ("模拟汉", "city", "420100", "reveal")
    assert line["detail"] == {"person": "p1", "what": "phone"}

"""The real server around the two-page fixture, in a process of its own; prints its address and a few tickets."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from foundation.access import tickets
from foundation.access.viewer import Viewer
from foundation.warehouse.home import Home
from service.web.server import serve

SCRIPT = Path(__file__).with_name("two_pages") / "app.py"
LEADER = Viewer("模拟领导", "leader")


@tickets.builder("list")
def _list(viewer: Viewer, *, name: str) -> tickets.Payload:
    return tickets.Payload(data=f"{viewer.role}".encode(), name=name, media_type="text/csv")


@tickets.builder("broken")
def _broken(viewer: Viewer) -> tickets.Payload:
    raise RuntimeError("secret-name-of-a-person")


def tell(url: str) -> None:
    paths = [tickets.mint(LEADER, "list", name="久未联系 名单/2025.csv") for _ in range(2)]
    print(json.dumps({"url": url, "list": paths, "broken": tickets.mint(LEADER, "broken")}), flush=True)


if __name__ == "__main__":
    serve(Home(Path(sys.argv[1])), port=0, script=SCRIPT, on_ready=tell)

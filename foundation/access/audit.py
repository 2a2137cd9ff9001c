"""An audit line per reveal, export and sign-in: who, when, what. Never the personal data itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from foundation.access.viewer import Viewer
from foundation.warehouse import ledger
from foundation.warehouse.home import Home

Action = Literal[
    "reveal",
    "export",
    "sign_in",
    "sign_in_refused",
    "upload",
    "commit",
    "abandon",
    "retract",
    "decide",
    "build",
]


def record(home: Home, viewer: Viewer, action: Action, detail: Mapping[str, Any]) -> None:
    """Append one line. `detail` names the thing (officer id, list, scope), not its contents."""
    ledger.note(home, who=viewer.name, role=viewer.role, unit=viewer.unit, action=action, detail=dict(detail))

"""Bring a home up to date: build the snapshot of what is in force, if it is not there, and publish it."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from analytics.rules import Rules, RulesError
from foundation.locales import Text, text
from foundation.warehouse import ledger, snapshots
from foundation.warehouse.error_log import write_down
from foundation.warehouse.home import Home
from refresh.build.assemble import assemble
from refresh.build.inputs import Inputs, in_force, of_record
from refresh.intake.ledger_state import LedgerState
from refresh.intake.staging import drop_old
from refresh.progress import Progress


@dataclass(frozen=True)
class Published:
    """snapshot_id None: no file is in force, so there is none. is_new: built just now."""

    snapshot_id: str | None
    is_new: bool


class BuildError(Exception):
    """No snapshot was published; the former one stays in force. `reason` says why and what to do."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def bring_up_to_date(home: Home, state: LedgerState, progress: Progress) -> Published:
    """Publish the snapshot of the inputs in force, as the ledger states them now.

    Needs the writer's lock. Raises BuildError.
    """
    inputs = in_force(home, state)
    if not inputs.files:
        snapshots.point_to(home, None)
        return Published(snapshot_id=None, is_new=False)
    is_new = _make(home, inputs, progress)
    if snapshots.current_id(home) != inputs.id or is_new:
        ledger.record_snapshot(
            home,
            inputs.id,
            schema_version=snapshots.SCHEMA,
            inputs=inputs.as_json(),
            superseded=[piece.sha256 for piece in state.lineage.superseded_by],
        )
        snapshots.point_to(home, inputs.id)
    snapshots.prune(home, Rules.parse(inputs.rules_toml).keep_snapshots)
    drop_old(home)
    return Published(snapshot_id=inputs.id, is_new=is_new)


def rebuild_outdated(home: Home, snapshot_id: str, progress: Progress) -> str:
    """The id of a snapshot made by today's code from an older one's recorded inputs; CURRENT stays.

    Needs the writer's lock. Raises SnapshotMissingError for an id that was never published here.
    """
    entry = next((e for e in ledger.snapshots(home) if e.snapshot_id == snapshot_id), None)
    if entry is None:
        raise snapshots.SnapshotMissingError(snapshot_id)
    inputs = of_record(home, entry.inputs)
    if _make(home, inputs, progress):
        ledger.record_snapshot(
            home,
            inputs.id,
            schema_version=snapshots.SCHEMA,
            inputs=inputs.as_json(),
            replaces=snapshot_id,
        )
        if entry.meeting:
            ledger.name_at_meeting(home, inputs.id, entry.meeting)
    return inputs.id


def _make(home: Home, inputs: Inputs, progress: Progress) -> bool:
    """Build and keep the snapshot of `inputs` unless a sound one is there; True if it was built."""
    if _is_sound(home, inputs.id):
        return False
    try:
        building = assemble(home, inputs, progress)
    except RulesError as error:
        reason = text("warehouse.rules_wrong").format(why=error)
        raise BuildError(reason) from error
    except Exception as error:
        # Whatever failed, the caller must hear why and the readers keep the old snapshot.
        code = write_down(home, "building", error)
        why = f"{type(error).__name__}: {error}"
        raise BuildError(text("warehouse.build_failed").format(why=why, code=code)) from error
    snapshots.keep(home, building, inputs.id)
    return True


def _is_sound(home: Home, snapshot_id: str) -> bool:
    """Whether the file is there, opens, and says that it is the one."""
    try:
        meta = snapshots.open_snapshot(home, snapshot_id).meta
    except (snapshots.SnapshotMissingError, duckdb.Error):
        return False
    return meta.get("snapshot") == snapshot_id

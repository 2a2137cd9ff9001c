"""Files in → snapshot out: the one place where ingestion and analytics meet."""

from refresh.build.inputs import snapshot_id
from refresh.build.publish import BuildError
from refresh.commands import build_snapshot, ingest, rebuild, retract

__all__ = ["BuildError", "build_snapshot", "ingest", "rebuild", "retract", "snapshot_id"]

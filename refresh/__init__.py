"""Files in → snapshot out: the one place where ingestion and analytics meet."""

from refresh.commands import build, ingest, rebuild, retract
from refresh.inputs import snapshot_id
from refresh.publishing import BuildError

__all__ = ["BuildError", "build", "ingest", "rebuild", "retract", "snapshot_id"]

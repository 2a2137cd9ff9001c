"""Bytes → cells, in a limited child process; what cannot be read is refused with the way out."""

from data_ingest.readers.cells import Cells, Member, Refusal
from data_ingest.readers.child import read
from data_ingest.readers.limits import DEFAULT, Limits

__all__ = ["DEFAULT", "Cells", "Limits", "Member", "Refusal", "read"]

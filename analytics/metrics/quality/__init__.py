"""Gaps in ability and coverage: training, certificates, duties, 六个一, places without officers."""

"""Gaps in ability and coverage, as the page 素质差距 shows them: bodies, fields, cities, years, topics."""

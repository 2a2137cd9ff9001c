"""Gaps in ability and coverage: six lights, duty evidence, counties, supply and demand."""

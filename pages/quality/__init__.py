"""素质差距 (quality): where the gaps in ability and coverage are."""

"""The moves between tiers as bands: where each stands, and how it is drawn."""

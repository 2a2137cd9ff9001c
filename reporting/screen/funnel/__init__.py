"""The funnel plot: its points and bands, and the names of the units beyond a limit."""

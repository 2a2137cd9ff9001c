"""The one engine: every metric, every geography, from the rows of its source query to a result frame."""

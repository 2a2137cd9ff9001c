"""Charts as points and lines in data coordinates: one plan, drawn by slide and sheet alike."""

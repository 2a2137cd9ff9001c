"""One officer behind a list: who it is, why this tier, every line with its source row, the contact."""

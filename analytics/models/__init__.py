"""One `select` per .sql file, built into the snapshot in dependency order."""

"""Where things are kept: ledger (SQLite), landing, immutable DuckDB snapshots."""

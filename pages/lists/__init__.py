"""The one list behind every number: rows, columns, who may be named, download."""

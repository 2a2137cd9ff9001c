"""What exists for speed alone, behind plain functions."""

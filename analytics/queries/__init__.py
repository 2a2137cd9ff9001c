"""Parametrised .sql read by pages and metrics."""

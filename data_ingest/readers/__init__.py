"""Bytes → cells."""

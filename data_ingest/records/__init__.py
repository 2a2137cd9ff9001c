"""Rows of several files that are one record: content ids, merging, repeats."""

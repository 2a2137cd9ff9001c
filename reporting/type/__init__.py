"""Lettering, numbers, ticks, stamp, words, tables as text, file names."""

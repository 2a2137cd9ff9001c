"""Demands, achievements, the matches between them and the contracts that follow."""

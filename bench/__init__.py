"""Speed and memory as a ratio against a named baseline, in one run."""

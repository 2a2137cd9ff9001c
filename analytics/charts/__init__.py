"""Frame → Chart."""

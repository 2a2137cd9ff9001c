"""Terminal entry `liaison`."""

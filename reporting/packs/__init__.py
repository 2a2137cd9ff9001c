"""Documents made of several parts."""

"""The annual meeting: targets of the year beside what was reached."""

"""What is on file of an officer: evidence of the five duties, and the six lights of 六个一."""

"""Answers of people, and which of them are in effect."""

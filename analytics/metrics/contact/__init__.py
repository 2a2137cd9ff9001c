"""Reaching officers: reminders, policy pushes, the call list."""

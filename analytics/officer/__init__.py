"""One person's file: head, timeline, tier history, duties, lights."""

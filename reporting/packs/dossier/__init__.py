"""One officer's Word file (一人一档)."""

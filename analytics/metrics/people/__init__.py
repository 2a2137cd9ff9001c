"""Who serves, who is on the core list, who stays."""

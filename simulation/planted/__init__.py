"""Cases planted by hand, each with its as-of and expected tier."""

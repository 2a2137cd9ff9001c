"""Word documents: text, tables, and native charts grafted into them."""

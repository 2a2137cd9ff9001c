"""The seeded province behind sample_data/ and bench/; nothing imports it at run time."""

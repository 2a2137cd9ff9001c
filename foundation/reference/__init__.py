"""Code lists, cities, counties, aliases, tile grid."""

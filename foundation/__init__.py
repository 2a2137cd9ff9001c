"""What every room stands on: access, warehouse, reference, locales (imports point down in that order)."""

"""One thin file per page: scope → frame → chart → drill → download."""

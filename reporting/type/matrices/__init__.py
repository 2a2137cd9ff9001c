"""Charts that no office program can draw, as tables of coloured cells: one for slide, sheet and document."""

"""Parts that pages draw: chart block, cards, number line, breadcrumb."""

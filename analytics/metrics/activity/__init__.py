"""How active the officers are: tiers, moves between them, acts on their own initiative."""

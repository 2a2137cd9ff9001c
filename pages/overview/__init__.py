"""年会总览 (overview): what changed since the last meeting, and what needs a decision."""

"""Charts drawn with Plotly, one module a kind."""

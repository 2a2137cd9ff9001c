"""One Plotly figure a chart kind."""

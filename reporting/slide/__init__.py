"""One native PowerPoint chart or table a chart kind."""

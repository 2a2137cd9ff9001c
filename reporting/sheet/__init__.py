"""One native Excel chart or table a chart kind; list workbooks."""

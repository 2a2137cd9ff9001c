"""What leaves: Chart and frames → screen, PPTX, XLSX, CSV, words, table."""

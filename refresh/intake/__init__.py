"""What came: files landed, read once and staged, with their accounts."""

"""联络员档案 (officer): what is in one person's file."""

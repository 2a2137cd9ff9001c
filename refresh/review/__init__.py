"""What people check: return workbooks, row and number differences."""

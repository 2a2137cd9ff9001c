"""What people see. No script lies directly here (docs/decisions/001)."""

"""Who may see what: roles, unit scope, masking, audit."""

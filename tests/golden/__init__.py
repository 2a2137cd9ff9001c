"""Golden results of the sample data: what the numbers were when a person last looked at them."""

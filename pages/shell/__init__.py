"""What every page stands in: page context, address codec, scope bar, frame, sign-in, cached queries."""

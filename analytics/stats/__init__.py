"""Small, pure, published methods: arrays in, arrays or frames out, no I/O."""

"""Inputs → snapshot, published."""

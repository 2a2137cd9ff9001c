"""The ASGI app around app.py."""

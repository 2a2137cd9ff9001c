"""Uploaded files before they are loaded: kept in a tray, read for a preview, loaded on trial."""

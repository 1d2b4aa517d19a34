"""A file's way in: read, check, preview, apply, undo."""

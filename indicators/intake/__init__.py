"""A file's way in: read it, check it, and only then offer what it holds."""

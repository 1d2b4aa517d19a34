"""A file handed back with its findings in it."""

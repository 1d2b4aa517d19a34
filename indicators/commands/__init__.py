"""The board's abilities from the command line, answered here or by the running board."""

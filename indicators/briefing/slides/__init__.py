"""A presentation with charts and tables that Office edits; how its tables are laid out."""

"""The sources of the figures, and what is to be said of their quality."""

"""A page as screens of 16:9, and what fits them."""

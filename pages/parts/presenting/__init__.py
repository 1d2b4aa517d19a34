"""The frame of a presentation: screens of 16:9, what fits them."""

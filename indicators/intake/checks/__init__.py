"""Tables as figures: what every cell says, and what is wrong or unlikely in it."""

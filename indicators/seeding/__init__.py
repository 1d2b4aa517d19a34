"""How a board is first built: the catalogue, the published figures, the illustrative programme."""

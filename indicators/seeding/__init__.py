"""How a board is first built: catalogue, published figures, illustrative programme."""

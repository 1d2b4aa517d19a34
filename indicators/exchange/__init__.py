"""A board taken out whole in open formats, and the same board made from that again."""

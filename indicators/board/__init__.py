"""The programme judged at a moment; what was searched for; who owes what by when."""

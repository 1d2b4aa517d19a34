"""How fast the board is: `make bench`, or `python -m tests.bench [--quick] [--only NAME]`."""

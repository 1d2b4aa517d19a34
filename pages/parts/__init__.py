"""What pages share: the address read (view) and written (links), templates, tables, tiles."""

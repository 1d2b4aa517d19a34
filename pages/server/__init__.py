"""What stands around every page: language, headers, faults, warmth, the gate."""

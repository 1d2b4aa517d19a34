"""What stands around every page: language, headers, static files, faults, the gate."""

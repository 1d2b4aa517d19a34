"""What stands around every page: hosts, headers, language, files sent and taken, faults, the gate."""

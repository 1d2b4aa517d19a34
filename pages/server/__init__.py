"""What stands around every page: hosts, headers, language, files, uploads, faults, the gate."""

"""The command line, and the socket on which a running board answers it."""

"""Files read and checked in processes apart, within limits of time and memory, in turn."""

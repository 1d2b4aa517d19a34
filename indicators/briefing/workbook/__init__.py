"""Every figure with its source, and a sheet of charts a group."""

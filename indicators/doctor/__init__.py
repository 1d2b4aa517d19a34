"""A look at all that a server needs: database, backups, room, clock, settings."""

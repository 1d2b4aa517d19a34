"""What a server is told: its database, its address, its limits; never what figures mean."""

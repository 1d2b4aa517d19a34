"""What is sent, what would change, and recording it."""

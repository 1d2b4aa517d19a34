"""What is sent, what would change, who sends it, the receipt."""

"""What stands beside figures and says of what they are: the nearest place wins, a default last."""

"""What changed between two moments: figures, verdicts with their cause, the catalogue."""

"""All that is known of one indicator: its figures, targets, values and where each comes from."""

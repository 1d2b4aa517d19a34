"""All that is known of one indicator: figures, values, targets, provenance."""

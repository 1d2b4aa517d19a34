"""From recorded figures to a series: roll-ups, totals, breakdowns, figures proposed."""

"""How wide text is and what fits: one measure for slides, report, sheets, pictures."""

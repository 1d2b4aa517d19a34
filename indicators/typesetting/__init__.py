"""How wide text is and what fits: the one measure for slides, report, sheets and pictures."""

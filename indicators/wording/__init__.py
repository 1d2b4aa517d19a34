"""Numbers, dates, verdicts, kinds of findings in Vietnamese; what counts as one word."""

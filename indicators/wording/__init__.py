"""How figures, dates and verdicts are told in Vietnamese, on page, slide and report alike."""

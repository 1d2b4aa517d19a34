"""The programme judged at a moment: verdicts, what was asked for, who owes what by when."""

"""How progress is judged: plain arithmetic on one series and its targets, no I/O."""

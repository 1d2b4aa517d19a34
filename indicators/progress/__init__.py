"""How progress is judged, pure arithmetic: reach, about, growth, ranks, stages, plans."""

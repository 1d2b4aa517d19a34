"""Slides: a presentation whose charts and tables Office edits, from one briefing."""

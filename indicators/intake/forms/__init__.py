"""What an agency is asked for: templates to fill in, a grid to type into."""

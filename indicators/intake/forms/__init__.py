"""What an agency is asked for, as a template to fill in or a grid to type into."""

"""Tables as figures: what a cell says, what is wrong in it, the text of each finding."""

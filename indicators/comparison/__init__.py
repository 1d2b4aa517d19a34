"""What stands side by side and what it shows; comparisons worth a look."""

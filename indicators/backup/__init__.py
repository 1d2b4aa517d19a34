"""Copies of the database proven whole: made, each night too, rotated, offered, put back."""

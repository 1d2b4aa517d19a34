"""The board of a moment as plain files, for any web server or a USB stick."""

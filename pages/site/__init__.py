"""The board of one moment as plain files: any web server or a USB stick serves them."""

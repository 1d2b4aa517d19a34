"""What goes out: rows chosen for one, kinds of files, QR codes."""

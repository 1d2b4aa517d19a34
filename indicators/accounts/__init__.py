"""Who may do what on the board: accounts, passwords, invitations, sessions."""

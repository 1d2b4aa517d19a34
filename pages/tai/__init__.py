"""What an address below /tai/ answers: tables and pictures to take along."""

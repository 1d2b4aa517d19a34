"""The method as it is explained: its rules line by line, and an example of each."""

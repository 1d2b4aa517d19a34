"""The method as it is explained: its rules line by line, an example of each."""

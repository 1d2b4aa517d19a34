"""The log of a server: a line of JSON an action, with how long it took."""

"""A made-up programme on which every page can be shown and tried; never mixed with real figures."""

"""The made-up programme to show and try everything on; never mixed with real figures."""

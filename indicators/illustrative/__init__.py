"""A made-up programme on which every page can be shown and tried; never mixed with real figures."""

from indicators.illustrative.programme import fill_illustrative

__all__ = ["fill_illustrative"]

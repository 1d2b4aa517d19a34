"""What can go wrong on the way out and in; each message is the sentence to print."""

from indicators.store.errors import StoreError


class ExchangeError(StoreError):
    """A board cannot be taken out, or what was taken out cannot become one."""

"""How long whoever gave wrong passwords waits before the next counts."""

from indicators.store.accounts import Failures

FREE = 4  # wrong ones in a row that cost nothing
LONGEST = 900.0  # seconds
FORGOTTEN = 86_400.0  # seconds after the last


def seconds_left(failures: Failures, now: float) -> float:
    """Tell how many seconds are left to wait: two, then twice as many with each wrong one."""
    if failures.count < FREE:
        return 0.0
    delay = min(2.0 ** (failures.count - FREE + 1), LONGEST)
    return max(0.0, failures.last + delay - now)

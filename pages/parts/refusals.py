"""What readers are told of a refusal; where the whole of it is for the log, it goes there."""

import logging

from indicators.wording.letters import visible
from pages.parts.once_a_minute import OnceAMinute

log = logging.getLogger("board.refusals")
log.addFilter(OnceAMinute())


def for_reader(refusal: Exception) -> str:
    """Give the sentence for a reader, without paths and numbers of processes."""
    for_readers = str(getattr(refusal, "for_readers", refusal))
    if for_readers != str(refusal):
        log.warning(visible(str(refusal)))
    return for_readers

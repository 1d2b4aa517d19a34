"""The mark of made-up figures over every table, so that it goes with whatever is copied from it."""

import re

from indicators.wording.illustrative import MARK

CAPTION = f'<caption class="unreal">{MARK}</caption>'
TABLE = re.compile(r"<table\b[^>]*>")


def with_captions(block: str) -> str:
    """Put the mark over every table of a block."""
    return TABLE.sub(lambda table: f"{table[0]}{CAPTION}", block)

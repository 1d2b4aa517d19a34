"""Days as people type them."""

import re
from datetime import date, datetime

# By length, so that 1112026, which could be two days, is none.
FORMS = {10: ("%Y-%m-%d", "%d-%m-%Y"), 9: ("%d-%m-%Y",), 8: ("%d%m%Y", "%d-%m-%Y")}


def read_day(text: str) -> date | None:
    """Read 22/11/2026, 2026-11-22, or 22112026 as typed on digits alone; None when it is no day."""
    written = re.sub(r"[ ./-]+", "-", text.strip())
    for form in FORMS.get(len(written), ()):
        try:
            return datetime.strptime(written, form).date()
        except ValueError:
            continue
    return None

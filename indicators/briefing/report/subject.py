"""What a report is about, for its head and for the page that offers it."""

from indicators.briefing.brief import Brief
from indicators.wording.report import abstract


def subject(brief: Brief) -> str:
    """Say what a report is about: of a single group or agency which."""
    group = brief.group.name if brief.group else None
    return abstract(brief.programme, group, brief.agency.name if brief.agency else None)

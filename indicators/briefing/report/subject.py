"""What a report is about, for its head and for the page that offers it."""

from indicators.briefing.brief import Brief
from indicators.wording.report import abstract


def subject(brief: Brief) -> str:
    """Say what a report is about."""
    groups = [group.name for group, _ in brief.chosen.groups()]
    one = groups[0] if len(groups) == 1 and not brief.is_whole else None
    return abstract(brief.programme, one)

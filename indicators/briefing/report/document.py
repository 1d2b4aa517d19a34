"""The whole report, part by part."""

from collections.abc import Callable
from functools import partial

from indicators.briefing.brief import Brief
from indicators.briefing.report.appendices import write_sources_appendix, write_tracking_appendix
from indicators.briefing.report.attention import write_attention
from indicators.briefing.report.draft import Draft, begin, saved
from indicators.briefing.report.forms import ND30, Form
from indicators.briefing.report.gaps import write_gaps
from indicators.briefing.report.groups import chosen_groups, write_group, write_groups_head
from indicators.briefing.report.letterhead import write_letterhead, write_signature
from indicators.briefing.report.opening import write_closing, write_opening, write_overall
from indicators.briefing.report.paper import lay_out
from indicators.briefing.steps import Progress, no_progress, with_progress

ReportPart = Callable[[Draft], None]


def as_docx(brief: Brief, form: Form = ND30, progress: Progress = no_progress) -> bytes:
    """Write the report as a Word document."""
    draft = begin(brief, form)
    lay_out(draft, draft.document.sections[0])
    for write in with_progress(parts_of(draft), progress):
        write(draft)
    return saved(draft)


def parts_of(draft: Draft) -> list[ReportPart]:
    """List what is written, in order."""
    groups = [
        partial(write_group, place=place, group=group, part=part)
        for place, (group, part) in enumerate(chosen_groups(draft.brief), start=1)
    ]
    return [
        write_letterhead,
        write_opening,
        write_attention,
        write_overall,
        write_groups_head,
        *groups,
        write_gaps,
        write_closing,
        write_signature,
        write_tracking_appendix,
        *([write_sources_appendix] if len(draft.appendices) > 1 else []),
    ]

"""What an indicator means, on which ground, what is our proposal, the tasks that serve it."""

from html import escape

from indicators.board.definitions import PROPOSAL, definition_lines
from indicators.dossier.dossier import Dossier

PROPOSED = " class='proposed'"


def definition_list(dossier: Dossier) -> str:
    """Show what is measured, on which ground, and what the document does not say."""
    lines = (
        f"<dt>{name}</dt><dd{PROPOSED if name == PROPOSAL else ''}>{escape(text)}</dd>"
        for name, text in definition_lines(dossier.board, dossier.row)
    )
    return f"<dl>{''.join(lines)}</dl>"


def task_list(dossier: Dossier) -> str:
    """Show the programme's tasks that serve the indicator."""
    if not dossier.tasks:
        return ""
    items = "".join(
        f"<li>{escape(t.code)}. {escape(t.summary)} "
        f"<small>({escape(t.doc_ref)}; {escape(t.lead)})</small></li>"
        for t in dossier.tasks
    )
    return f'<h2>Nhiệm vụ phục vụ chỉ tiêu</h2><ul class="plain">{items}</ul>'

"""What an indicator means, on which ground, what is our proposal, the tasks that serve it."""

from markupsafe import Markup

from indicators.board.definitions import PROPOSAL, definition_lines
from indicators.dossier.dossier import Dossier
from pages.parts.templates import NOTHING, blocks

PARTS = blocks("chi_tieu/definition.html")


def definition_list(dossier: Dossier) -> Markup:
    """Show what is measured, on which ground, and what the document does not say."""
    lines = definition_lines(dossier.board, dossier.row)
    return PARTS.definitions((name, text, name == PROPOSAL) for name, text in lines)


def task_list(dossier: Dossier) -> Markup:
    """Show the programme's tasks that serve the indicator."""
    return PARTS.tasks(dossier.tasks) if dossier.tasks else NOTHING

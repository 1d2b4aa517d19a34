"""Links beside each other of which one is chosen, and what is chosen with its way out."""

from html import escape

CURRENT = ' aria-current="page"'


def pick(name: str, leave: str, where: str) -> str:
    """Show one thing that is chosen, with its way out."""
    return (
        f'<span class="pick">{name}<a href="{escape(where)}" title="{escape(leave)}" '
        f'aria-label="{escape(leave)}">×</a></span>'
    )


def switch(name: str, links: list[str]) -> str:
    """Put links of one kind beside each other; a single one is no choice."""
    if len(links) < 2:
        return ""
    return f'<nav class="switch small" aria-label="{name}"><b>{name}:</b>{"".join(links)}</nav>'

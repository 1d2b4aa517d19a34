"""What will be in a briefing, shown before it is made: its title, its verdicts, its indicators."""

from html import escape

from indicators.board.board import Row
from indicators.briefing.brief import Brief
from indicators.briefing.report.forms import FORMS
from indicators.briefing.report.subject import subject
from pages.bao_cao.choice import Choice, without_one
from pages.bao_cao.filters import link, of_status
from pages.parts.badges import chip
from pages.parts.links import Links
from pages.parts.tiles import bar

FEW = 12  # indicators that are listed unfolded
LIST = "danh-sach"
FORM_NAMES = {"nd30": "Cơ quan nhà nước", "dang": "Cơ quan đảng"}


def preview(brief: Brief, choice: Choice, links: Links) -> str:
    """Show the titles the documents carry, how many indicators by status, and the data version."""
    counts = bar(brief.chosen, links, f"#{LIST}", of_status(choice, links))
    return (
        '<section class="draft"><h2>Trong tài liệu</h2>'
        f'<dl class="facts"><dt>Tên trình chiếu</dt><dd>{escape(brief.title)}</dd>'
        f"<dt>Trích yếu báo cáo</dt><dd>{escape(subject(brief))}</dd></dl>"
        f"<p><b>{escape(brief.finding)}</b></p>{counts if brief.chosen.programme else ''}"
        f'<p class="foot">{escape(brief.version_line)}</p>{forms(choice, links)}</section>'
    )


def forms(choice: Choice, links: Links) -> str:
    """Offer the forms of the report, and the templates of slides where an office placed any."""
    offered = "".join(
        link(
            FORM_NAMES[key],
            choice.in_form(key).where(links),
            current=key == choice.form,
            title=form.name,
        )
        for key, form in FORMS.items()
    )
    return switch("Thể thức báo cáo", offered) + templates(choice, links)


def templates(choice: Choice, links: Links) -> str:
    """Offer the templates of slides; nothing where there is only the project's own."""
    if not choice.templates:
        return ""
    offered = "".join(
        link(
            escape(name) or "Mẫu của bảng theo dõi",
            choice.on_template(name).where(links),
            current=name == choice.template,
        )
        for name in (*choice.templates, "")
    )
    return switch("Mẫu trình chiếu", offered)


def switch(name: str, links: str) -> str:
    """Put links of one kind beside each other."""
    return f'<nav class="switch small" aria-label="{name}"><b>{name}:</b>{links}</nav>'


def chosen_list(brief: Brief, choice: Choice, links: Links) -> str:
    """List the chosen indicators by group, each with a way to leave it out; folded when long."""
    rows = brief.rows
    context = [row for row in rows if row not in brief.chosen.programme]
    named = [(group.name, members) for group, members in brief.chosen.groups()]
    if context:
        named.append(("Số liệu bối cảnh", context))
    sections = "".join(
        f"<section><h2>{escape(name)}</h2><ul>"
        f"{''.join(item(brief, row, choice, links) for row in members)}</ul></section>"
        for name, members in named
    )
    told = f"<summary><b>Danh sách {len(rows)} chỉ tiêu</b></summary>"
    return (
        f'<details id="{LIST}" class="members"{" open" if len(rows) <= FEW else ""}>{told}'
        f'<div class="index">{sections}</div></details>'
    )


def item(brief: Brief, row: Row, choice: Choice, links: Links) -> str:
    """Show one chosen indicator."""
    i = row.indicator
    where = escape(links.indicator(i.code))
    leave = ""
    if len(brief.rows) > 1:
        less = escape(choice.where(links, without_one(brief, i.code)))
        leave = f'<a class="out" href="{less}" title="Bỏ {i.code}" aria-label="Bỏ {i.code}">×</a>'
    return (
        f'<li><a href="{where}"><small>{i.code}</small> {escape(i.short_name)}</a>'
        f"<span>{chip(row.status)}{leave}</span></li>"
    )

"""What will be in a briefing, shown before it is made: its title, its verdicts, its indicators."""

from markupsafe import Markup

from indicators.board.board import Row
from indicators.briefing.brief import Brief
from indicators.briefing.report.forms import FORMS
from indicators.briefing.report.subject import subject
from pages.bao_cao.choice import Choice, without_one
from pages.bao_cao.filters import part_of
from pages.parts.links import Links
from pages.parts.standing import strip
from pages.parts.templates import NOTHING, blocks

PREVIEW = blocks("bao_cao/preview.html")
FEW = 12  # indicators that are listed unfolded
LIST = "danh-sach"
FORM_NAMES = {"nd30": "Cơ quan nhà nước", "dang": "Cơ quan đảng"}

EXTENTS = {
    False: ("Đầy đủ", "Trình chiếu đầy đủ, mỗi chỉ tiêu một trang"),
    True: ("Bản ngắn", "Trình chiếu bản ngắn, nhiều nhất 12 trang"),
}

Offer = tuple[str, str, bool, str]
"""What can be chosen: words, address, whether it is chosen, and what it is called in full."""


def preview(brief: Brief, choice: Choice, links: Links) -> Markup:
    """Show the titles the documents carry, how many indicators by status, and the data version."""
    counts = strip(brief.chosen, part_of(choice, links))
    return PREVIEW.preview(
        brief,
        subject(brief),
        counts if brief.chosen.programme else NOTHING,
        forms(choice, links),
        extents(choice, links),
        templates(choice, links),
    )


def forms(choice: Choice, links: Links) -> list[Offer]:
    """Offer the forms of the report."""
    return [
        (FORM_NAMES[key], choice.in_form(key).where(links), key == choice.form, form.name)
        for key, form in FORMS.items()
    ]


def extents(choice: Choice, links: Links) -> list[Offer]:
    """Offer the full slides and the short ones."""
    return [
        (words, choice.of_extent(short=short).where(links), short == choice.short, told)
        for short, (words, told) in EXTENTS.items()
    ]


def templates(choice: Choice, links: Links) -> list[Offer]:
    """Offer the templates of slides; nothing where there is only the project's own."""
    return [
        (
            name or "Mẫu của bảng theo dõi",
            choice.on_template(name).where(links),
            name == choice.template,
            "",
        )
        for name in ((*choice.templates, "") if choice.templates else ())
    ]


def chosen_list(brief: Brief, choice: Choice, links: Links) -> Markup:
    """List the chosen indicators by group; folded when long."""
    rows = brief.rows
    context = [row for row in rows if row not in brief.chosen.programme]
    named = [(group.name, members) for group, members in brief.chosen.groups()]
    if context:
        named.append(("Số liệu bối cảnh", context))
    groups = [
        (name, [item(brief, row, choice, links) for row in members]) for name, members in named
    ]
    return PREVIEW.members(LIST, len(rows), groups, len(rows) <= FEW)


def item(brief: Brief, row: Row, choice: Choice, links: Links) -> tuple[Row, str, str]:
    """Give one chosen indicator with its address and that of the choice without it."""
    code = row.indicator.code
    less = choice.where(links, without_one(brief, code)) if len(brief.rows) > 1 else ""
    return row, links.indicator(code), less

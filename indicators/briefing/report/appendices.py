"""The appendices: the tracking table, and where the figures in it come from."""

from collections import defaultdict
from itertools import count

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from indicators.board.board import Board, Row
from indicators.board.tracking import TARGET_YEARS, TrackingRow, actual_years, tracking_rows
from indicators.briefing.report.draft import Draft
from indicators.briefing.report.grids import add_grid
from indicators.briefing.report.groups import chosen_groups
from indicators.briefing.report.paper import begin_appendix
from indicators.briefing.report.prose import paragraph
from indicators.dossier.values import ValueRecord
from indicators.typesetting.columns import GridColumn, TextCells
from indicators.wording.numbers import NONE, spans
from indicators.wording.report import MARKS

SIZE = 10
SOURCES_COLUMNS = (
    GridColumn("TT", 9, "center"),
    GridColumn("Chỉ tiêu", 95),
    GridColumn("Năm", 28, "center"),
    GridColumn("Nguồn, văn bản", 84),
    GridColumn("Phiên bản dữ liệu", 36, "center"),
)


def write_tracking_appendix(draft: Draft) -> None:
    """Write the tracking table as the page shows it."""
    begin(draft, draft.appendices[0], "Biểu theo dõi chỉ tiêu")
    paragraph(draft, f"{draft.brief.version_line}. {MARKS}", "Note")
    whole = [(group, part_items(draft, part)) for group, part in chosen_groups(draft.brief)]
    rows: list[TextCells] = []
    place = count(1)
    for group, items in whole:
        rows += [(group.name,), *(tracking_cells(next(place), item) for item in items)]
    description = "Biểu theo dõi chỉ tiêu: số liệu ba năm, mục tiêu, kết quả đánh giá"
    columns = tracking_columns(draft, [item for _, items in whole for item in items])
    add_grid(draft, columns, rows, description=description, size=SIZE)


def part_items(draft: Draft, part: Board) -> list[TrackingRow]:
    """Lay out the rows of a group as the page does."""
    return tracking_rows(draft.brief.board, part.rows)


def begin(draft: Draft, number: str, title: str) -> None:
    """Turn the paper and head an appendix as the form does."""
    begin_appendix(draft)
    head = draft.document.add_paragraph(f"Phụ lục {number}".strip(), "Appendix")
    head.add_run().add_break()
    head.add_run(title.upper())
    carried = draft.form.carried_with.format(year=draft.issue_year)
    below = draft.document.add_paragraph(style="Normal")
    below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    below.paragraph_format.space_after = Pt(8)
    run = below.add_run(carried)
    run.italic, run.font.size = True, Pt(13)


def tracking_columns(draft: Draft, items: list[TrackingRow]) -> tuple[GridColumn, ...]:
    """Head the tracking table as the page does: what stands below a figure is named too."""
    years = actual_years(draft.brief.board)
    compared = {item.newest.year for item in items if item.newest and item.against_before}
    share = "so kế hoạch" if any(item.against_plan for item in items) else ""
    actuals = [(f"Thực hiện {y}", "so cùng kỳ" if y in compared else "") for y in years]
    return (
        GridColumn("TT", 9, "center"),
        GridColumn("Chỉ tiêu", 52),
        GridColumn("Đánh giá", 20),
        *([] if of_nation(draft) else [GridColumn("Cơ quan chủ trì", 16)]),
        GridColumn("ĐVT", 17, "center"),
        GridColumn("Kỳ gốc", 18, "center"),
        *(GridColumn(actual, 16, "center") for actual in actuals),
        GridColumn((f"Kế hoạch {years[-1]}", share), 16, "center"),
        *(GridColumn(f"Mục tiêu {year}", 21, "center") for year in TARGET_YEARS),
        GridColumn("Cần mỗi năm", 14, "center"),
    )


def tracking_cells(place: int, item: TrackingRow) -> TextCells:
    """Write one row as the page shows it; rows are counted from the first of the report."""
    i = item.row.indicator
    base_year = f"({item.baseline.year})" if item.baseline else ""
    return (
        str(place),
        f"{i.code} {i.name}",
        item.row.label,
        *([item.short_lead] if item.short_lead else []),
        item.row.notation.unit or NONE,
        (item.text(item.baseline), base_year),
        *((item.text(point), item.change_text(point)) for point in item.actuals),
        (item.plan_text(), item.share_text()),
        *item.targets,
        item.needed_text,
    )


def of_nation(draft: Draft) -> bool:
    """Whether the report is on the country, for which nobody of the city is responsible."""
    return draft.brief.board.scope == "national"


def write_sources_appendix(draft: Draft) -> None:
    """List the sources of every indicator's own figures."""
    begin(draft, draft.appendices[-1], "Nguồn của số liệu")
    paragraph(draft, f"{draft.brief.version_line}.", "Note")
    items = tracking_rows(draft.brief.board, draft.brief.rows)
    sourced = [(item.row, source_lines(draft, item.row)) for item in items]
    rows: list[TextCells] = [
        (str(place), f"{row.indicator.code} {row.indicator.name}", *line)
        for place, (row, lines) in enumerate((each for each in sourced if each[1]), start=1)
        for line in lines
    ]
    description = "Nguồn, văn bản và phiên bản dữ liệu của các số liệu trong báo cáo"
    add_grid(draft, SOURCES_COLUMNS, rows, description=description, size=11)


def source_lines(draft: Draft, row: Row) -> list[tuple[str, str, str]]:
    """Years, source and data versions of an indicator's figures, a line a source."""
    if not row.has_figure:
        return []
    dossier = draft.brief.dossier(row)
    origins: dict[str, list[ValueRecord]] = defaultdict(list)
    for value in dossier.values:
        if value.area == dossier.board.catalogue.area_names[dossier.board.area]:
            origin = "; ".join(filter(None, (value.source, value.document))) or NONE
            origins[origin].append(value)
    return [
        (spans([v.year for v in values]), origin, versions(values))
        for origin, values in origins.items()
    ]


def versions(values: list[ValueRecord]) -> str:
    """Name the versions in which figures were recorded; what is added up has none."""
    return spans([v.version for v in values if v.version is not None]) or NONE

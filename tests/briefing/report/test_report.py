"""The report says what the page says: counts, sentences, tables, charts, what is missing."""

import io
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from html import unescape
from pathlib import Path
from shutil import copy

import pytest
from docx.document import Document as DocumentObject
from lxml import etree
from openpyxl import load_workbook

from indicators.board.agencies import agencies_summary, agency_standings
from indicators.board.as_of import as_of
from indicators.board.summary import whole_finding
from indicators.briefing.brief import Brief, Selection, brief_on
from indicators.briefing.report.document import as_docx
from indicators.briefing.steps import CancelledError
from indicators.store.connection import Store, open_store
from indicators.store.history import latest
from pages.parts.links import NEWEST
from pages.parts.tracking_table import tracking_table
from tests.briefing.written import (
    FILLED_DAY,
    PUBLISHED_DAY,
    brief_of,
    cells,
    in_order,
    lines,
    opened,
    parts,
    written,
)
from tests.planning import send_plans
from tests.programme import GROUPS, PROGRAMME
from tests.recording import figure, record, seen_on, series

NAMES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
RID = f"{{{NAMES['r']}}}id"


@pytest.fixture(scope="module")
def brief(filled: Store) -> Brief:
    return brief_of(filled)


@pytest.fixture(scope="module")
def content(brief: Brief) -> bytes:
    return written(brief)


@pytest.fixture(scope="module")
def document(content: bytes) -> DocumentObject:
    return opened(content)


def grids(document: DocumentObject) -> dict[str, list[list[str]]]:
    """The ruled tables by what is said of them to those who do not see them."""
    return {
        table._tbl.tblPr.find("w:tblDescription", NAMES).get(f"{{{NAMES['w']}}}val"): cells(table)
        for table in document.tables
        if table.style and table.style.name == "Table Grid"
    }


def grid(document: DocumentObject, begins: str) -> list[list[str]]:
    [found] = [rows for told, rows in grids(document).items() if told.startswith(begins)]
    return found


def on_page(brief: Brief) -> list[list[str]]:
    """The page's tracking table, cell by cell, without the small trend lines."""
    html = tracking_table(brief.board, list(brief.rows), NEWEST)
    rows = re.findall(r"<tr.*?</tr>", html, re.DOTALL)
    found = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in rows]
    broken = [[cell.replace("<br>", "\n") for cell in row] for row in found]
    texts = [[unescape(re.sub(r"<[^>]+>", "", cell)) for cell in row] for row in broken]
    return [row if len(row) == 1 else row[:-1] for row in texts]


def test_the_appendix_is_the_tracking_table_of_the_page(brief: Brief, document: DocumentObject):
    shown = grid(document, "Biểu theo dõi chỉ tiêu")
    page = on_page(brief)
    verdicts = {f"{r.indicator.code} {r.indicator.name}": r.label for r in brief.rows}
    for row in page[1:]:
        if len(row) > 1:
            row[2] = verdicts[row[1]]  # a page has the short word and its mark
    assert [row[1:] if len(row) > 1 else row for row in shown[1:]] == [
        row[1:] if len(row) > 1 else row for row in page[1:]
    ]
    assert shown[0] == page[0]
    assert len(shown) == 1 + len(GROUPS) + len(PROGRAMME)


def test_the_published_board_makes_a_report_that_leads_with_what_is_owed(published: Store):
    document = opened(written(brief_of(published, PUBLISHED_DAY)))
    told = [text for text in in_order(document) if text]
    start = told.index("I. SỐ LIỆU CÒN THIẾU, THEO CƠ QUAN")
    assert told[start : start + 20] == [
        "I. SỐ LIỆU CÒN THIẾU, THEO CƠ QUAN",
        "Mới có số liệu của 3 trong 75 chỉ tiêu, chưa đánh giá được tiến độ; "
        "7 cơ quan chưa nộp báo cáo năm 2026, quá hạn 7 ngày.",
        "Báo cáo năm 2026: hạn 15/11/2026, quá hạn 7 ngày, 7 trong 8 cơ quan chưa nộp số liệu "
        "nào. Kỳ nộp tới: 10/06/2027, còn 200 ngày.",
        "Bảng 1. Số liệu còn thiếu của báo cáo năm 2026",
        "<bảng>",
        "Cơ quan chủ trì và ngày nộp báo cáo là đề xuất, chờ thành phố giao chính thức.",
        "Bảng 2. Mục tiêu đến hạn sớm nhất",
        "<bảng>",
        "II. KẾT QUẢ CHUNG",
        "Chương trình có 75 chỉ tiêu: mới có số liệu của 3 trong 75 chỉ tiêu, chưa đánh giá được "
        "tiến độ.",
        "Bảng 3. Số chỉ tiêu theo kết quả đánh giá",
        "<bảng>",
        "<biểu đồ>",
        "Hình 1. Số chỉ tiêu của từng nhóm theo kết quả đánh giá",
        f"Số liệu đến 22/11/2026 · Năm đánh giá 2026 · Phiên bản 2 · {latest(published).head}",
        "III. KẾT QUẢ THEO NHÓM CHỈ TIÊU",
        "1. Mạng lưới trường, lớp học",
        "Nhóm có 8 chỉ tiêu: mới có số liệu của 1 trong 8 chỉ tiêu, chưa đánh giá được tiến độ.",
        "- Chưa đến hạn: 3 chỉ tiêu (Quy hoạch mạng lưới; Trường học XHCN, giai đoạn 1; Trường "
        "học XHCN, giai đoạn 2).",
        "- Chưa đủ căn cứ đánh giá: 1 chỉ tiêu (Trường phổ thông đạt chuẩn).",
    ]
    gaps = told.index("IV. CHỈ TIÊU CHƯA ĐÁNH GIÁ ĐƯỢC VÀ SỐ LIỆU CÒN THIẾU")
    assert told[gaps : gaps + 9] == [
        "IV. CHỈ TIÊU CHƯA ĐÁNH GIÁ ĐƯỢC VÀ SỐ LIỆU CÒN THIẾU",
        "Có 75 chỉ tiêu chưa đánh giá được, gồm 15 chỉ tiêu chưa đến hạn, 2 chưa đủ căn cứ "
        "đánh giá, 51 chưa có số liệu và 7 theo dõi (chưa lượng hóa).",
        "Bảng 7. Chỉ tiêu đã có số liệu nhưng chưa đủ căn cứ đánh giá",
        "<bảng>",
        "Báo cáo năm 2026 (hạn 15/11/2026, đã qua 7 ngày): 74/75 chỉ tiêu chưa có số liệu.",
        "Bảng 8. Chỉ tiêu chưa có số liệu báo cáo năm 2026",
        "<bảng>",
        "Kỳ tới: báo cáo 6 tháng năm 2027, hạn 10/06/2027 (ngày báo cáo là đề xuất).",
        "Trên đây là tình hình thực hiện các chỉ tiêu của Chương trình hành động số 02-CTr/TU "
        "của Thành ủy Hải Phòng thực hiện Nghị quyết số 71-NQ/TW, số liệu đến ngày "
        "22/11/2026./.",
    ]
    assert [row for row in grid(document, "Chỉ tiêu đã có số liệu nhưng") if "ML02" in row[0]] == [
        ["Trường phổ thông đạt chuẩn\nML02",
         "Mới có số liệu kỳ gốc. 76,98% (năm 2025) → ít nhất 85% (năm 2030): còn 8,02 điểm phần "
         "trăm, cần 1,6 điểm phần trăm mỗi năm."],
    ]  # fmt: skip


def test_the_signature_never_stands_alone_on_a_page(published: Store):
    """The last rows of a table, what follows it and the closing words stay with the signature."""
    document = opened(written(brief_of(published, PUBLISHED_DAY)))
    [owed] = [
        table for table in document.tables if table.cell(0, 1).text.startswith("Số chỉ tiêu c")
    ]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in owed.rows]
    assert kept == [True, *[None] * (len(kept) - 4), True, True, True]
    end = [p.text.startswith("Trên đây là tình hình") for p in document.paragraphs].index(True)
    last = document.paragraphs[end - 1 : end + 2]  # an empty one stands before the signature
    assert [p.paragraph_format.keep_with_next for p in last] == [True] * 3


def test_the_text_names_its_data_and_where_the_sources_are(document: DocumentObject, filled: Store):
    told = [text for style, text in lines(document) if style == "Body Text"]
    assert told[:3] == [
        "Triển khai Chương trình hành động số 02-CTr/TU của Thành ủy Hải Phòng thực hiện Nghị "
        "quyết số 71-NQ/TW, ………………… báo cáo tình hình thực hiện các chỉ tiêu, số liệu đến ngày "
        "10/06/2029, như sau:",
        f"Số liệu lấy từ Bảng theo dõi Nghị quyết 71, phiên bản 3 · {latest(filled).head}; các chỉ "
        "tiêu được đánh giá đến năm 2029 theo phương pháp phiên bản 1. Trong các bảng, dấu * là số "
        "ước, sơ bộ, dấu – là không có.",
        "Biểu theo dõi từng chỉ tiêu nêu tại Phụ lục I; nguồn của số liệu nêu tại Phụ lục II.",
    ]


def test_counts_are_those_of_the_board(document: DocumentObject):
    assert grid(document, "Số chỉ tiêu theo từng kết quả") == [
        ["Kết quả đánh giá", "Số chỉ tiêu"],
        ["Đã đạt", "16"],
        ["Đúng tiến độ", "12"],
        ["Chậm tiến độ", "11"],
        ["Có nguy cơ không đạt", "11"],
        ["Ngược chiều mục tiêu", "12"],
        ["Không đạt", "6"],
        ["Theo dõi (chưa lượng hóa)", "7"],
        ["Tổng cộng", str(len(PROGRAMME))],
    ]


def test_a_group_tells_every_verdict_with_its_numbers_in_a_table(document: DocumentObject):
    head, *rows = grid(document, "Số liệu, mục tiêu và kết quả đánh giá từng chỉ tiêu của nhóm Chỉ")
    assert [head, *rows] == [
        ["Chỉ tiêu", "Kỳ gốc", "Mới nhất", "Theo lộ trình", "Mục tiêu", "Đánh giá"],
        ["Chỉ số giáo dục đóng góp vào chỉ số phát triển con người (HDI)\nHD01 · chỉ số",
         "0,656 (2025)", "0,754* (2029)", "0,787", "trên 0,82 (2030)", "Chậm tiến độ"],
        ["Chỉ số bất bình đẳng giáo dục\nHD02 · %", "25,00 (2025)", "20,20* (2029)", "13,00",
         "giảm xuống dưới 10% (2030)", "Có nguy cơ không đạt"],
        [rows[2][0], "0,0 (2025)", "−0,2* (2029)", "0,0", "vượt mức bình quân: 0 điểm (2035)",
         "Ngược chiều mục tiêu"],
    ]  # fmt: skip


def test_the_report_leads_with_the_agencies_as_the_first_screen_does(
    brief: Brief, document: DocumentObject
):
    told = [text for text in in_order(document) if text]
    start = told.index("I. CHỈ TIÊU CẦN CHÚ Ý, THEO CƠ QUAN")
    standings = agency_standings(brief.board)
    assert told[start + 1 : start + 3] == [
        f"{whole_finding(brief.board)}.",
        agencies_summary(brief.board, standings),
    ]
    head, *rows = grid(document, "Mỗi cơ quan chủ trì một dòng")
    assert head == ["Cơ quan chủ trì", "Cần chú ý", "Đạt, đúng tiến độ", "Chưa đánh giá",
                    "So với kỳ trước", "Số liệu năm 2028"]  # fmt: skip
    assert [[row[0].split("\n")[0], row[1].split("\n")[0], *row[2:4]] for row in rows] == [
        [each.agency.name, str(len(each.attention)), str(len(each.good)), str(len(each.unjudged))]
        for each in standings
    ]


def test_what_needs_attention_stands_under_the_agency_that_leads_it(
    brief: Brief, document: DocumentObject
):
    head, *rows = grid(document, "Các chỉ tiêu cần chú ý theo cơ quan chủ trì")
    assert head == ["TT", "Chỉ tiêu", "Đánh giá", "Hiện nay", "Mục tiêu", "Cần mỗi năm"]
    listed: list[tuple[str, str]] = []
    agency = ""
    for row in rows:
        if len(row) == 1:
            agency = row[0].rpartition(": ")[0]
        else:
            listed.append((agency, row[1].rpartition("\n")[2]))
    assert listed == [
        (each.agency.name, row.indicator.code)
        for each in agency_standings(brief.board)
        for row in each.attention
    ]
    assert [row[0] for row in rows if len(row) > 1] == [str(n + 1) for n in range(len(listed))]
    assert [row[1:] for row in rows if len(row) > 1 and "HD02" in row[1]] == [
        ["Bất bình đẳng giáo dục\nHD02", "Có nguy cơ không đạt", "20,20%*\n(2029)",
         "dưới 10%\n(2030)", "−10,2 điểm %\ntừ 2025: −1,2 điểm %"],
    ]  # fmt: skip


def test_a_report_on_the_country_holds_nobody_of_the_city_responsible(published: Store):
    brief = brief_on(published, seen_on(published, PUBLISHED_DAY), None, "national")
    told = "\n".join(in_order(opened(written(brief))))
    agencies = {row.indicator.lead for row in brief.board.programme}
    assert not [agency for agency in agencies if agency in told]
    assert not [
        row for row in grids(opened(written(brief))).values() if "Cơ quan chủ trì" in row[0]
    ]


def test_sources_are_listed_with_their_years(own: Store):
    record(own, *series("CS02", "2026 75; 2027 76; 2029 80"))
    record(own, *series("CS02", "2025 74"))
    record(own, figure("CS02", 2028, 78.0, source="Báo cáo khác", document="12/BC-SGDĐT"))
    document = opened(written(brief_of(own, FILLED_DAY, "CS02", "CS03")))
    name = "CS02 Tỷ lệ trường phổ thông và trung tâm giáo dục thường xuyên đạt mức độ 2 về"
    head, *rows = grid(document, "Nguồn, văn bản và phiên bản")
    assert head == ["TT", "Chỉ tiêu", "Năm", "Nguồn, văn bản", "Phiên bản dữ liệu"]
    assert [[row[0], row[1][: len(name)], *row[2:]] for row in rows] == [
        ["1", name, "2025–2027, 2029", "Nguồn kiểm thử", "3–4"],
        ["1", name, "2028", "Báo cáo khác; 12/BC-SGDĐT", "5"],
    ]


def test_without_figures_there_are_no_sources_and_one_appendix(bare: Store):
    document = opened(written(brief_of(bare, PUBLISHED_DAY, "ML02")))
    told = [text for text in in_order(document) if text]
    assert len(document.sections) == 2
    assert "Phụ lục\nBIỂU THEO DÕI CHỈ TIÊU" in told
    assert "Biểu theo dõi từng chỉ tiêu nêu tại Phụ lục." in told
    assert "Chưa có số liệu: 1 chỉ tiêu (Trường phổ thông đạt chuẩn)." in "".join(told)
    assert "<biểu đồ>" not in told


def charts(content: bytes) -> dict[str, tuple[str, etree._Element, bytes]]:
    """By title: what is said of a chart to those who do not see it, the chart, its workbook."""
    kept = parts(content)
    body = etree.fromstring(kept["word/document.xml"])
    relations = targets(kept["word/_rels/document.xml.rels"])
    captions = [text for text in in_order(opened(content)) if text.startswith("Hình ")]
    found = {}
    for caption, drawing in zip(captions, body.iterfind(".//w:drawing", NAMES), strict=True):
        name = relations[drawing.find(".//c:chart", NAMES).get(RID)].split("/")[-1]
        chart = etree.fromstring(kept[f"word/charts/{name}"])
        books = targets(kept[f"word/charts/_rels/{name}.rels"])
        book = books[chart.find("c:externalData", NAMES).get(RID)].split("/")[-1]
        told = drawing.find(".//wp:docPr", NAMES).get("descr")
        found[caption] = (told, chart, kept[f"word/embeddings/{book}"])
    return found


def targets(relations: bytes) -> dict[str, str]:
    return {each.get("Id"): each.get("Target") for each in etree.fromstring(relations)}


def test_charts_are_native_with_a_workbook_each(content: bytes):
    for told, chart, book in charts(content).values():
        assert told.startswith(("Biểu đồ đường theo năm. ", "Biểu đồ thanh ngang, "))
        sheet = load_workbook(io.BytesIO(book)).worksheets[0]
        for series_xml in chart.iterfind(".//c:ser", NAMES):
            name = series_xml.findtext("c:tx//c:v", namespaces=NAMES)
            values = series_xml.find("c:yVal", NAMES)
            values = series_xml.find("c:val", NAMES) if values is None else values
            shown = {
                int(pt.get("idx")): float(pt.findtext("c:v", namespaces=NAMES))
                for pt in values.iterfind(".//c:pt", NAMES)
            }
            [column] = [c for c in sheet.iter_cols(values_only=True) if c[0] == name]
            kept = {n: v for n, v in enumerate(column[1:]) if v is not None}
            assert shown == pytest.approx(kept, rel=1e-14)


def test_the_chart_of_groups_shows_the_counts_of_every_verdict(brief: Brief, content: bytes):
    title = "Hình 1. Số chỉ tiêu của từng nhóm theo kết quả đánh giá"
    _, _, book = charts(content)[title]
    rows = list(load_workbook(io.BytesIO(book)).worksheets[0].iter_rows(values_only=True))
    assert rows[0] == (
        "Nhóm", "Đã đạt", "Đúng tiến độ", "Chậm", "Nguy cơ", "Ngược chiều", "Không đạt", "Theo dõi"
    )  # fmt: skip
    assert {row[0]: sum(row[1:]) for row in rows[1:]} == {
        group.name: len(members) for group, members in brief.board.groups()
    }


def test_of_many_indicators_only_the_worst_of_each_group_have_a_chart(brief: Brief, content: bytes):
    drawn = [re.search(r"\((\w+)\)$", title)[1] for title in list(charts(content))[1:]]
    expected: list[str] = []
    for group, _ in brief.board.groups():
        worst = brief.board.of_group(group.code).attention
        numbers = [r.indicator for r in worst if r.indicator.kind != "milestone"]
        expected += [i.code for i in numbers[:2]]
    assert drawn == expected


def test_who_chooses_few_indicators_gets_each_chart_and_no_chart_of_groups(filled: Store):
    titles = list(charts(written(brief_of(filled, FILLED_DAY, "ML01", "ML02", "DH17"))))
    assert [re.search(r"\((\w+)\)$", title)[1] for title in titles] == ["ML02", "DH17"]


def test_bars_of_one_verdict_are_no_picture(filled: Store):
    brief = brief_on(filled, seen_on(filled, FILLED_DAY), Selection(statuses=("slow",)))
    assert len(brief.rows) > 8
    assert not any(title.startswith("Hình 1. Số chỉ tiêu") for title in charts(written(brief)))


def test_a_report_on_the_country_speaks_of_the_country(published: Store):
    brief = brief_on(published, seen_on(published, PUBLISHED_DAY), None, "national")
    told = list(in_order(opened(written(brief))))
    assert any(
        text.startswith("Tình hình thực hiện các chỉ tiêu của Nghị\xa0quyết\xa0số\xa071-NQ")
        for text in told
    )
    assert (
        "Chương trình có 20 chỉ tiêu có mục tiêu hoặc số liệu cả nước: mới có số liệu của 10 "
        "trong 20 chỉ tiêu, chưa đánh giá được tiến độ."
    ) in told
    assert "Có 1 chỉ tiêu chỉ có số liệu cũ, cần cập nhật: Chỉ số giáo dục (HDI)." in told
    assert (
        "Số liệu cả nước lấy từ nguồn công bố (UNDP, Ngân hàng Thế giới, Tổng cục Thống kê, các "
        "bộ), không do cơ quan của thành phố báo cáo."
    ) in told


@pytest.fixture
def planned(filled_up: Path, tmp_path: Path) -> Iterator[Brief]:
    with closing(open_store(Path(copy(filled_up, tmp_path)))) as store:
        send_plans(store, "ML02;82", "DH13;188", head="ma_chi_tieu;KH 2029")
        yield brief_of(store, FILLED_DAY, "ML02", "DH13")


def test_figures_against_plan_and_year_before_stand_below_them(planned: Brief):
    shown = grid(opened(written(planned)), "Biểu theo dõi chỉ tiêu")
    page = on_page(planned)
    assert [row[3:] for row in shown if len(row) > 1] == [row[3:] for row in page if row[1:]]
    assert shown[0][8:10] == ["Thực hiện 2029\nso cùng kỳ", "Kế hoạch 2029\nso kế hoạch"]
    assert shown[2][8:10] == ["81,60*\n+3,4 điểm %", "82,00\n−0,4 điểm %"]


def test_a_part_of_a_group_is_called_a_part(filled: Store):
    told = list(in_order(opened(written(brief_of(filled, FILLED_DAY, "ML02", "ML03")))))
    assert (
        "Báo cáo trình bày 2 trong 75 chỉ tiêu của chương trình: cả 2 chỉ tiêu đánh giá được "
        "đều đã đạt hoặc đúng tiến độ."
    ) in told
    assert (
        "Báo cáo trình bày 2 trong 8 chỉ tiêu của nhóm: cả 2 chỉ tiêu đánh giá được "
        "đều đã đạt hoặc đúng tiến độ."
    ) in told


def test_a_single_group_is_named_in_the_title(filled: Store):
    brief = brief_on(filled, seen_on(filled, FILLED_DAY), Selection(groups=("HD",)))
    [title] = [text for style, text in lines(opened(written(brief))) if style == "Subtitle"]
    assert title.startswith(
        "Tình hình thực hiện các chỉ tiêu nhóm “Chỉ số phát triển con người” của Chương trình"
    )


def test_context_figures_come_last_without_a_verdict(published: Store):
    context = next(row.indicator for row in brief_of(published).board.rows
                   if row.indicator.group == "BC")  # fmt: skip
    document = opened(written(brief_of(published, PUBLISHED_DAY, "ML02", context.code)))
    heads = [text for style, text in lines(document) if style == "Heading 2"]
    assert heads == ["1. Mạng lưới trường, lớp học", "2. Số liệu bối cảnh"]
    assert grid(document, "Biểu theo dõi chỉ tiêu")[-1][1] == f"{context.code} {context.name}"
    only = opened(written(brief_of(published, PUBLISHED_DAY, context.code)))
    assert [text for style, text in lines(only) if style == "Heading 1"] == [
        "I. KẾT QUẢ THEO NHÓM CHỈ TIÊU"
    ]


def test_tables_and_figures_are_numbered_by_word(document: DocumentObject):
    captions = [p for p in document.paragraphs if p.style.name == "Caption"]
    for kind in ("Bảng", "Hình"):
        own = [p for p in captions if p.text.startswith(f"{kind} ")]
        assert [p.text.split(".")[0] for p in own] == [f"{kind} {n + 1}" for n in range(len(own))]
        assert {p._p.findtext(".//w:instrText", namespaces=NAMES).strip() for p in own} == {
            f"SEQ {kind} \\* ARABIC"
        }


def test_made_up_figures_are_called_so_on_every_page(illustrative: Store):
    brief = brief_on(illustrative, as_of(illustrative), Selection(indicators=("ML02",)))
    assert brief.file_name("bao-cao", ".docx").startswith("SO-LIEU-MINH-HOA_bao-cao-")
    document = opened(written(brief))
    assert document.core_properties.comments == "SỐ LIỆU MINH HỌA"
    told = [text for text in in_order(document) if text]
    assert any(text.startswith("SỐ LIỆU MINH HỌA: các số liệu trong báo cáo này") for text in told)
    for section in document.sections:
        for head, foot in (
            (section.header, section.footer),
            (section.first_page_header, section.first_page_footer),
        ):
            [mark] = head._element.iterfind(".//{urn:schemas-microsoft-com:vml}textpath[@string]")
            assert mark.get("string") == "SỐ LIỆU MINH HỌA"
            assert foot.paragraphs[0].text.startswith("SỐ LIỆU MINH HỌA · Số liệu đến ")


def test_real_figures_bear_no_such_mark(content: bytes):
    assert "MINH HỌA".encode() not in b"".join(parts(content).values())


def test_it_tells_how_far_it_has_come_and_stops_when_told_to(brief: Brief):
    heard: list[tuple[int, int]] = []
    as_docx(brief, progress=lambda done, of: heard.append((done, of)))
    assert heard == [(n, 17) for n in range(18)]

    def stop(done: int, _of: int) -> None:
        if done == 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        as_docx(brief, progress=stop)


def test_two_people_get_the_same_report_at_once(brief: Brief, content: bytes):
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(written, [brief, brief]))
    for other in made:
        theirs, ours = parts(other), parts(content)
        assert theirs.keys() == ours.keys()
        # The workbooks and the properties carry the moment they were made.
        same = [n for n in ours if n.startswith("word/") and "embeddings" not in n]
        assert [theirs[n] for n in same] == [ours[n] for n in same]

"""The report has the form that state or Party offices give their documents."""

import re
from functools import reduce
from pathlib import Path

import pytest
from docx.document import Document as DocumentObject
from docx.section import Section
from pypdfium2 import PdfDocument, PdfPage

from indicators.store.connection import Store
from indicators.store.history import latest
from tests.briefing.written import FILLED_DAY, brief_of, cells, lines, opened, parts, written
from tests.office import as_pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SUBJECT = (
    "ình hình thực hiện các chỉ tiêu của Chương trình hành động số 02-CTr/TU của Thành ủy "
    "Hải Phòng thực hiện Nghị quyết số 71-NQ/TW"
)
# No line of the title ends within these.
WHOLE = ("số 02", "Nghị quyết số 71")
KEPT = reduce(lambda t, part: t.replace(part, part.replace(" ", "\xa0")), WHOLE, SUBJECT)
DOTS = "…………………"


@pytest.fixture(scope="module")
def state(filled: Store) -> bytes:
    return written(brief_of(filled))


@pytest.fixture(scope="module")
def party(filled: Store) -> bytes:
    return written(brief_of(filled), "dang")


def head(content: bytes) -> list[list[list[str]]]:
    """The lines of the letterhead, cell by cell; rules are lines without text."""
    table = opened(content).tables[0]
    return [[cell.text.split("\n") for cell in row.cells] for row in table.rows]


def year(content: bytes) -> str:
    found = re.search(r"năm (\d{4})", head(content)[1][1][0])
    assert found
    return found[1]


def test_a_state_office_writes_under_the_name_of_the_republic(state: bytes):
    assert head(state) == [
        [
            ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG", DOTS, ""],
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", ""],
        ],
        [
            ["Số:          /BC-………"],
            [f"Hải Phòng, ngày       tháng       năm {year(state)}"],
        ],
    ]
    titles = [line for line in lines(opened(state)) if line[0] in ("Title", "Subtitle")]
    assert titles == [("Title", "BÁO CÁO"), ("Subtitle", f"T{KEPT}")]


def test_a_party_office_writes_under_the_name_of_the_party(party: bytes):
    assert head(party) == [
        [["THÀNH ỦY HẢI PHÒNG", DOTS, "*"], ["ĐẢNG CỘNG SẢN VIỆT NAM", ""]],
        [["Số          -BC/………"], [f"Hải Phòng, ngày       tháng       năm {year(party)}"]],
    ]
    found = lines(opened(party))
    place = found.index(("Title", "BÁO CÁO"))
    assert found[place + 1 : place + 3] == [("Subtitle", f"t{KEPT}"), ("Normal", "-----")]


@pytest.mark.office
@pytest.mark.parametrize("form", ["nd30", "dang"])
def test_the_rule_below_a_motto_is_as_long_as_the_motto(filled: Store, form: str, tmp_path: Path):
    out = tmp_path / "a.docx"
    out.write_bytes(written(brief_of(filled, FILLED_DAY, "ML02"), form))
    page = PdfDocument(as_pdf(out))[0]
    motto = {"nd30": "Độc lập - Tự do - Hạnh phúc", "dang": "ĐẢNG CỘNG SẢN VIỆT NAM"}[form]
    said = page.get_textpage()
    places = [said.get_rect(n) for n in range(said.count_rects())]
    [(left, low, right, _)] = [p for p in places if said.get_text_bounded(*p).strip() == motto]
    assert rule_below(page, left, low, right) == pytest.approx((left, right), abs=3)


def rule_below(page: PdfPage, left: float, low: float, right: float) -> tuple[float, float]:
    """Where the longest dark line in the 9 points below some letters begins and ends, in points."""
    picture = page.render(scale=DRAWN).to_pil().convert("L").point(lambda light: light < 128)
    top = round((page.get_height() - low) * DRAWN)
    strip = picture.crop((round((left - 20) * DRAWN), top, round((right + 20) * DRAWN), top + 36))
    dark = [strip.crop((0, y, strip.width, y + 1)).getbbox() for y in range(strip.height)]
    start, _, end, _ = max((box for box in dark if box), key=lambda box: box[2] - box[0])
    return start / DRAWN + left - 20, end / DRAWN + left - 20


DRAWN = 4  # pixels a point


def faces(content: bytes) -> list[tuple[str, float | None, bool, bool]]:
    """Text, size, weight and slant of every line of the head."""
    table = opened(content).tables[0]
    return [
        (run.text.split(",")[0], run.font.size.pt, bool(run.bold), bool(run.italic))
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    ]


def test_the_head_is_set_as_each_form_says(state: bytes, party: bytes):
    assert faces(state) == [
        ("ỦY BAN NHÂN DÂN", 12, False, False),
        ("THÀNH PHỐ HẢI PHÒNG", 12, False, False),
        (DOTS, 12, True, False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 13, True, False),
        ("Số:          /BC-………", 13, False, False),
        ("Hải Phòng", 13, False, True),
    ]
    assert faces(party) == [
        ("THÀNH ỦY HẢI PHÒNG", 14, False, False),
        (DOTS, 14, True, False),
        ("*", 14, False, False),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, True, False),
        ("Số          -BC/………", 14, False, False),
        ("Hải Phòng", 14, False, True),
    ]


def sheet(section: Section) -> tuple[float, ...]:
    """Width, height, margins above, below, left and right, in mm."""
    measures = (
        *(section.page_width, section.page_height, section.top_margin, section.bottom_margin),
        *(section.left_margin, section.right_margin),
    )
    return tuple(round(measure.mm) for measure in measures)


@pytest.mark.parametrize("form", ["nd30", "dang"])
def test_the_paper_is_a4_and_the_appendices_lie_across(filled: Store, form: str):
    sections = opened(written(brief_of(filled), form)).sections
    assert [sheet(section) for section in sections] == [
        (210, 297, 20, 20, 30, 15),
        (297, 210, 20, 20, 30, 15),
        (297, 210, 20, 20, 30, 15),
    ]


def test_pages_are_numbered_above_from_the_second_on_and_anew_in_an_appendix(state: bytes):
    sections = opened(state).sections
    for section in sections:
        assert section.different_first_page_header_footer
        [number] = section.header.paragraphs
        fields = [each.text.strip() for each in number._p.iter(f"{W}instrText")]
        assert (fields, number.style.name) == (["PAGE"], "Header")
        assert [p.text for p in section.first_page_header.paragraphs] == [""]
    starts = [section._sectPr.find(f"{W}pgNumType") for section in sections]
    assert [start is not None and start.get(f"{W}start") for start in starts] == [False, "1", "1"]


def test_every_page_names_source_day_and_version_at_its_foot(state: bytes, filled: Store):
    told = (
        f"Số liệu đến 10/06/2029 · Năm đánh giá 2029 · Phiên bản 3 · {latest(filled).head} · "
        "Nguồn: Bảng theo dõi Nghị quyết 71"
    )
    feet = [
        paragraph.text
        for section in opened(state).sections
        for foot in (section.footer, section.first_page_footer)
        for paragraph in foot.paragraphs
    ]
    assert feet == [told] * 6


def test_all_type_is_times_new_roman(state: bytes):
    xml = b"".join(part for name, part in parts(state).items() if name.endswith(".xml")).decode()
    named = re.findall(r'w:rFonts [^>]*|typeface="[^"]*"', xml)
    faces = {face for found in named for face in re.findall(r'"([^"]+)"', found)}
    assert faces == {"Times New Roman"}


def test_text_is_justified_with_an_indented_first_line(state: bytes):
    style = opened(state).styles["Body Text"]
    form = style.paragraph_format
    assert (form.alignment, round(form.first_line_indent.cm, 2)) == (3, 1.27)
    sizes = opened(state).styles.element.xpath("w:docDefaults//w:sz/@w:val")
    assert sizes == ["28"]  # half points


HEADINGS = [
    "CHỈ TIÊU CẦN CHÚ Ý, THEO CƠ QUAN",
    "KẾT QUẢ CHUNG",
    "KẾT QUẢ THEO NHÓM CHỈ TIÊU",
    "CHỈ TIÊU CHƯA ĐÁNH GIÁ ĐƯỢC VÀ SỐ LIỆU CÒN THIẾU",
]


@pytest.mark.parametrize(("form", "mark"), [("nd30", "{}. "), ("dang", "{}- ")])
def test_sections_have_heading_styles_and_the_form_s_numbers(filled: Store, form: str, mark: str):
    found = lines(opened(written(brief_of(filled), form)))
    first = [text for style, text in found if style == "Heading 1"]
    numbers = ("I", "II", "III", "IV")
    assert first == [f"{mark.format(n)}{h}" for n, h in zip(numbers, HEADINGS, strict=True)]
    assert [text for style, text in found if style == "Heading 2"] == [
        "1. Mạng lưới trường, lớp học",
        "2. Phổ cập giáo dục, học tập suốt đời",
        "3. Chất lượng giáo dục mầm non, phổ thông",
        "4. Giáo dục nghề nghiệp, giáo dục đại học",
        "5. Chuyển đổi số và hội nhập",
        "6. Chỉ số phát triển con người",
        "7. Nguồn lực và điều kiện bảo đảm",
    ]


def signature(document: DocumentObject) -> list[list[str]]:
    [pair] = [t for t in document.tables if t.rows[0].cells[0].text.startswith("Nơi nhận:")]
    return cells(pair)


def test_recipients_and_signer_are_left_to_those_who_sign(state: bytes, party: bytes):
    assert signature(opened(state)) == [
        [
            "Nơi nhận:\n- ………………;\n- ………………;\n- Lưu: VT, ………",
            "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ\n(Chữ ký, dấu hoặc chữ ký số)\nHọ và tên",
        ]
    ]
    assert signature(opened(party)) == [
        [
            "Nơi nhận:\n- ………………,\n- ………………,\n- Lưu ………",
            "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ\n(Chữ ký, dấu)\nHọ và tên",
        ]
    ]


def test_the_appendices_are_headed_as_the_form_says(state: bytes):
    found = lines(opened(state))
    heads = [n for n, (style, _) in enumerate(found) if style == "Appendix"]
    carried = (
        f"(Kèm theo Báo cáo số:          /BC-……… ngày       tháng       năm {year(state)} của "
        f"{DOTS})"
    )
    assert [(found[n][1], found[n + 1][1]) for n in heads] == [
        ("Phụ lục I\nBIỂU THEO DÕI CHỈ TIÊU", carried),
        ("Phụ lục II\nNGUỒN CỦA SỐ LIỆU", carried),
    ]


def test_the_file_says_what_it_is(state: bytes, filled: Store):
    properties = opened(state).core_properties
    assert (properties.title, properties.language) == (f"T{SUBJECT}", "vi-VN")
    assert properties.comments == ""
    moment = "Số liệu đến 10/06/2029 · Năm đánh giá 2029 · Phiên bản 3"
    assert properties.subject == f"{moment} · {latest(filled).head}"
    assert properties.author == properties.last_modified_by == "Bảng theo dõi Nghị quyết 71"
    languages = opened(state).styles.element.xpath("w:docDefaults//w:lang/@w:val")
    assert languages == ["vi-VN"]


def test_heads_of_tables_are_repeated_and_rows_stay_whole(state: bytes):
    grids = [t for t in opened(state).tables if t.style and t.style.name == "Table Grid"]
    for grid in grids:
        properties = [row._tr.trPr for row in grid.rows]
        heads = [p.find(f"{W}tblHeader") is not None for p in properties]
        assert heads == [True, *[False] * (len(heads) - 1)]
        assert all(p.find(f"{W}cantSplit") is not None for p in properties)
        assert grid._tbl.tblPr.find(f"{W}tblDescription").get(f"{W}val")


def test_no_table_is_wider_than_the_page(state: bytes):
    document = opened(state)
    for table in document.tables:
        width = sum(column.width.mm for column in table.columns)
        across = table._tbl.xpath("following::w:sectPr[1]/w:pgSz/@w:orient") == ["landscape"]
        assert width <= (252.1 if across else 165.1)

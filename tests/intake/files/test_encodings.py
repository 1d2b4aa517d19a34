"""Text is taken as it was typed, or refused with the name of what is wrong with it."""

import codecs
import unicodedata

import pytest

from indicators.catalogue.loader import load
from indicators.intake.files.legacy import damage
from indicators.intake.files.syllables import is_syllable
from indicators.intake.read import read_file
from tests.intake.books import in_1258, in_tcvn3, in_vni, workbook

TEXT = (
    "Mã chỉ tiêu,Năm,Giá trị,Đơn vị,Nguồn\n"
    "ML02,2025,76.98,Phường Thủy Nguyên,Số liệu của Sở Giáo dục\n"
    "ML03,2025,12,Xã Vĩnh Bảo,Báo cáo thống kê năm học\n"
)
CELLS = (
    ("ML02", "2025", "76.98", "Phường Thủy Nguyên", "Số liệu của Sở Giáo dục"),
    ("ML03", "2025", "12", "Xã Vĩnh Bảo", "Báo cáo thống kê năm học"),
)
TWICE = TEXT.encode().decode("latin-1").encode()
TWICE_1258 = TEXT.replace("Ã", "").encode().decode("cp1258", "ignore").encode()


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        unicodedata.normalize("NFD", TEXT).encode(),
        unicodedata.normalize("NFD", TEXT).encode("utf-16"),
    ],
    ids=["utf-8", "with mark", "utf-16-le", "utf-16-be", "decomposed", "decomposed utf-16"],
)
def test_text_in_unicode_is_read_as_it_was_typed(content):
    reading = read_file("a.csv", content)
    (table,) = reading.tables
    assert reading.findings == ()
    assert tuple(row.cells for row in table.rows) == CELLS


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (in_tcvn3(TEXT), "dòng 1: TCVN3 (.VnTime) ('M·')"),
        (in_tcvn3(TEXT).decode("latin-1").encode(), "dòng 1: TCVN3 (.VnTime) ('M·')"),
        (in_vni(TEXT), "dòng 1: VNI ('chæ')"),
        (in_vni(TEXT).decode("latin-1").encode(), "dòng 1: VNI ('chæ')"),
        (in_1258(TEXT), "dòng 1: windows-1258 ('MaÞ')"),
        (in_1258(TEXT).decode("latin-1").encode(), "dòng 1: windows-1258 ('MaÞ')"),
        (TWICE, "dòng 1: UTF-8 mã hóa hai lần"),
        (TWICE_1258, "dòng 1: UTF-8 mã hóa hai lần"),
        (TEXT.encode("ascii", "replace"), "dòng 1: chữ mất thành dấu '?'"),
        (TEXT.encode("cp1252", "replace"), "dòng 1: chữ mất thành dấu '?'"),
        (TEXT.encode("cp437", "replace"), "dòng 1: chữ mất thành dấu '?'"),
        (TEXT.replace("ủ", "\ufffd").encode(), "dòng 2: chữ mất thành dấu '?' ('\ufffd')"),
        (TEXT.encode() + b"ML05,2025,1,," + in_tcvn3("Sở Giáo dục"), "dòng 4: TCVN3 (.VnTime)"),
        (TEXT.encode("utf-16-le"), "ở mã UTF-16 nhưng thiếu dấu BOM"),
        (TEXT.encode("utf-16-be"), "ở mã UTF-16 nhưng thiếu dấu BOM"),
        ("ma_chi_tieu,nam,gia_tri\n".encode("utf-16-le"), "ở mã UTF-16 nhưng thiếu dấu BOM"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "ở mã UTF-32"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1], "không đúng mã UTF-16-LE"),
        (codecs.BOM_UTF8 + b"a,b\n\xff,1\n", "không đúng mã UTF-8"),
        (b"ma_chi_tieu,nam,gia_tri\nML02,2025,\xff\xff\xff\n", "dòng 2: không phải mã UTF-8"),
    ],
)
def test_text_in_another_encoding_is_refused_by_its_name(content, said):
    reading = read_file("a.csv", content)
    assert reading.tables == ()
    (finding,) = reading.findings
    assert (finding.severity, finding.kind) == ("error", "encoding")
    assert said in finding.message
    assert finding.message.startswith("Tệp a.csv")
    assert finding.message.endswith(".")


@pytest.mark.parametrize(
    ("note", "name"),
    [
        (in_tcvn3("trường phổ thông").decode("latin-1"), "TCVN3 (.VnTime)"),
        (in_vni("trường phổ thông").decode("latin-1"), "VNI"),
        (in_1258("trường học ở đây").decode("cp1252"), "windows-1258"),
        ("trường học".encode().decode("latin-1"), "UTF-8 mã hóa hai lần"),
        ("tr??ng h?c", "chữ mất thành dấu '?'"),
        ("T? l?", "chữ mất thành dấu '?'"),
    ],
)
def test_one_damaged_cell_of_a_workbook_is_named_by_its_place(note, name):
    header = ("ma_chi_tieu", "nam", "gia_tri", "ghi_chu")
    content = workbook([header, ("ML02", 2025, 76.98, "đúng"), ("ML03", 2025, 12, note)])
    (finding,) = read_file("a.xlsx", content).findings
    assert finding.kind == "encoding"
    assert finding.message.startswith(f"Tệp a.xlsx, trang So lieu, ô D3: {name} (")


@pytest.mark.parametrize(
    "text",
    [
        "Café Noël Müller Göteborg", "30°C × 2 ± 1 m²", "«Trường» “học” ½ · ® … –",
        "Có phải không? Không", "Đạt? Chưa", "https://a.vn/?q=ư&b=?c", "Krông Năng, Đắk Lắk",
        "HÒA BÌNH, hoà bình", "中文 Русский", "ε = 1, CĐ, ĐH, BGDĐT, 3–5 tuổi",
    ],
)  # fmt: skip
def test_signs_and_foreign_words_are_no_damage(text):
    assert damage([text]) is None


def test_no_text_of_the_catalogue_is_taken_for_damaged():
    catalogue = load()
    texts = [repr(record) for record in (*catalogue.indicators, *catalogue.areas, *catalogue.tasks)]
    assert damage(texts) is None


@pytest.mark.parametrize(
    ("word", "syllable"),
    [
        ("trường", True), ("Nghiêng", True), ("HOÀ", True), ("hòa", True), ("quyển", True),
        ("giếng", True), ("ưỡn", True), ("Tû", False), ("leä", False), ("aê", False),
        ("trưởngng", False), ("é́", False),
    ],
)  # fmt: skip
def test_a_syllable_has_one_vowel_part_and_at_most_one_tone(word, syllable):
    assert is_syllable(word) is syllable

"""A text beside figures speaks by whole phrases, never by words inside other names."""

from datetime import date

import pytest

from indicators.catalogue.loader import load
from indicators.intake.checks.keys import Known
from indicators.intake.checks.qualifiers.saying import sayings
from indicators.intake.tables.places import Place

KNOWN = Known.of(load(), date(2026, 11, 30))
UNPLACED = "?"


def says(text: str, kind: str = "title") -> list[tuple[str, str, int | None]]:
    """What a text says: the quality, its value ('?' when it has no place), and the year."""
    told = sayings(Place(kind, text, 1), KNOWN)
    return [(each.quality, UNPLACED if each.wrong else each.value, each.year) for each in told]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("9 THÁNG ĐẦU NĂM 2026", [("ky", "9t", 2026)]),
        ("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU 6 THÁNG", [("ky", "6t", None), ("loai", "actual", None)]),
        ("Kỳ báo cáo: 6 tháng đầu năm", [("ky", "6t", None)]),
        ("Số liệu tính đến 30/9/2026", [("ky", "9t", 2026)]),
        ("QUÝ III NĂM 2026", [("ky", UNPLACED, 2026)]),
        ("Học kỳ I", [("ky", UNPLACED, None)]),
        ("BÁO CÁO THÁNG 10", [("ky", UNPLACED, None)]),
        ("KẾ HOẠCH NĂM 2026", [("loai", "plan", 2026)]),
        ("CHỈ TIÊU GIAO NĂM 2026", [("loai", "plan", 2026)]),
        ("DỰ KIẾN THỰC HIỆN NĂM 2026", [("loai", "plan", 2026)]),
        (
            "KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2025 VÀ KẾ HOẠCH NĂM 2026",
            [("loai", "plan", 2026), ("loai", "actual", 2025)],
        ),
        ("ƯỚC THỰC HIỆN NĂM 2026", [("trang_thai", "ước", 2026)]),
        ("UOC THUC HIEN NAM 2026", [("trang_thai", "ước", 2026)]),
        ("BÁO CÁO SƠ BỘ NĂM 2025", [("trang_thai", "sơ bộ", 2025)]),
        ("Đơn vị tính: triệu đồng", [("dvt", "triệu đồng", None)]),
        ("Đơn vị tính: %, người", [("dvt", "%|người", None)]),
        ("NGÂN SÁCH (TRIỆU ĐỒNG)", [("dvt", "triệu đồng", None)]),
        ("Đơn vị báo cáo: UBND phường Hải An", [("don_vi", "11413", None)]),
        ("KẾT QUẢ CỦA PHƯỜNG HẢI AN NĂM 2025", [("don_vi", "11413", None)]),
        ("UBND THÀNH PHỐ HẢI PHÒNG\nUBND PHƯỜNG LÊ CHÂN", [("don_vi", "11383", None)]),
        ("UBND HUYỆN VĨNH BẢO", [("don_vi", UNPLACED, None)]),
        ("TRƯỜNG TIỂU HỌC ĐINH TIÊN HOÀNG", [("don_vi", UNPLACED, None)]),
        ("TRƯỜNG ĐẠI HỌC HẢI PHÒNG", [("don_vi", UNPLACED, None)]),
        ("Thời điểm báo cáo: 30/6/2026", [("ky", "6t", 2026)]),
        ("SỐ LIỆU GIÁO DỤC TIỂU HỌC NĂM 2025", [("nhom", "cấp học=Tiểu học", None)]),
    ],
)
def test_a_title_says(text, said):
    assert says(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Phường Lê Chân", [("don_vi", "11383", None)]),
        ("P. Lê Chân", [("don_vi", "11383", None)]),
        ("PHUONG LE CHAN", [("don_vi", "11383", None)]),
        ("Lê Chân", [("don_vi", UNPLACED, None)]),
        ("P.Le Chan", [("don_vi", "11383", None)]),
        ("Lê Chân 2025", [("don_vi", UNPLACED, None)]),
        ("9T 2026", [("ky", "9t", 2026)]),
        ("9_thang_2026", [("ky", "9t", 2026)]),
        ("So bo 2025", [("trang_thai", "sơ bộ", 2025)]),
        ("Q3", [("ky", UNPLACED, None)]),
        ("KH 2026", [("loai", "plan", 2026)]),
        ("UTH 2026", [("trang_thai", "ước", 2026)]),
        ("Tiểu học", [("nhom", "cấp học=Tiểu học", None)]),
        ("Nữ", [("nhom", UNPLACED, None)]),
        ("Sheet1", []),
        ("Biểu 1", []),
        ("TH 2025", []),
        ("Số liệu 2025", []),
    ],
)
def test_the_name_of_a_sheet_says(text, said):
    assert says(text, "sheet") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I. Phường Hải An", [("don_vi", "11413", None)]),
        ("Phường Hải Ann", [("don_vi", UNPLACED, None)]),
        ("Huyện Thủy Nguyên", [("don_vi", UNPLACED, None)]),
        ("1. Tiểu học", [("nhom", "cấp học=Tiểu học", None)]),
        ("Khối THCS", [("nhom", "cấp học=THCS", None)]),
        ("Lớp 9", [("nhom", UNPLACED, None)]),
        ("Học sinh dân tộc thiểu số", [("nhom", UNPLACED, None)]),
        ("Trong đó: công lập", [("nhom", UNPLACED, None), ("nhom", "loại hình=Công lập", None)]),
        ("Số liệu kế hoạch", [("loai", "plan", None)]),
        ("Triệu đồng - Mill. dongs", [("dvt", "triệu đồng", None)]),
        ("Kế hoạch năm 2026", [("loai", "plan", 2026)]),
        ("Học sinh – Pupil", []),
        ("I. Mạng lưới trường, lớp học", []),
        ("Nhóm mục tiêu về mạng lưới", []),
        ("Công tác quy hoạch, kế hoạch", []),
        ("Xã hội hóa giáo dục", []),
    ],
)
def test_a_section_row_says(text, said):
    assert says(text, "section") == said


@pytest.mark.parametrize(
    "text",
    [
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "PHÒNG KẾ HOẠCH - TÀI CHÍNH",
        "UBND THÀNH PHỐ HẢI PHÒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hải Phòng, ngày 05 tháng 10 năm 2026",
        "Hải An, ngày … tháng … năm 2026",
        "(Kèm theo Kế hoạch số 123/KH-UBND ngày 5/9/2026 của UBND phường Hải An)",
        "Biểu số 02/KH-GDĐT",
        "Mẫu số 01-BC/6T",
        "Trường đại học trọng điểm",
        "Đơn vị nhận báo cáo: UBND phường Hải An",
        "Đơn vị: Sở Giáo dục và Đào tạo",
        "GIÁO DỤC MẦM NON, GIÁO DỤC PHỔ THÔNG NĂM 2025",
        "Số học sinh phổ thông - Number of pupils",
        "TỶ LỆ TRƯỜNG PHỔ THÔNG ĐẠT CHUẨN QUỐC GIA NĂM 2025",
        "ĐÁNH GIÁ KẾT QUẢ SO VỚI KẾ HOẠCH",
        "Số liệu tính đến ngày 31/12/2026",
    ],
)
def test_offices_documents_mottoes_and_names_of_indicators_say_nothing(text):
    assert says(text) == []


@pytest.mark.parametrize("text", ["Nơi nhận:", "- UBND phường Hải An;", "GIÁM ĐỐC", "(*) Số ước"])
def test_what_stands_below_a_table_says_nothing_unless_it_is_a_note(text):
    assert says(text, "note") == []
    assert says("Ghi chú: số liệu ước thực hiện", "note") == [("trang_thai", "ước", None)]

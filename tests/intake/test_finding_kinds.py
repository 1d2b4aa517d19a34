"""Every kind of finding comes from some real file and says in Vietnamese what to do."""

from datetime import date
from typing import get_args

import pytest

from indicators.catalogue.loader import load
from indicators.intake.checks.check import check_file
from indicators.intake.findings import Finding, FindingKind
from indicators.intake.read import read_file
from tests.intake.books import workbook

CATALOGUE = load()
TODAY = date(2026, 11, 22)
TIDY = "ma_chi_tieu,nam,gia_tri,tu_so,mau_so,don_vi,nhom,trang_thai,dvt,ghi_chu"
WIDE = "Mã chỉ tiêu;Ước thực hiện 2026;KH 2026"
SERIES = {2022: 72.0, 2023: 73.0, 2024: 75.0, 2025: 76.98}
CURRENT = {("ML02", "VN", "", year, "nam"): (value, "chính thức") for year, value in SERIES.items()}

FILES: dict[FindingKind, tuple[str, str | bytes]] = {
    "unknown_indicator": ("a.csv", f"{TIDY}\nML99,2025,77,,,,,,,\n"),
    "bad_year": ("a.csv", f"{TIDY}\nML02,2025-2026,77,,,,,,,\n"),
    "future_year": ("a.csv", f"{TIDY}\nML02,2027,77,,,,,,,\n"),
    "before_merger": ("a.csv", f"{TIDY}\nML02,2024,77,,,,,,,\n"),
    "status_regression": ("a.csv", f"{TIDY}\nML02,2025,77,,,VN,,ước,,\n"),
    "bad_number": ("a.csv", f"{TIDY}\nML02,2025,≥85,,,,,,,\n"),
    "not_integer": ("a.csv", f"{TIDY}\nML03,2025,1.5,,,,,,,\n"),
    "ambiguous_number": ("a.csv", f"{TIDY}\nDH14,2025,1.234,,,,,,,\n"),
    "mixed_number_format": ("a.csv", f'{TIDY}\nML02,2025,77.5,,,,,,,\nPC01,2025,"97,5",,,,,,,\n'),
    "missing_value": ("a.csv", f"{TIDY}\nML02,2025,x,,,,,,,\n"),
    "out_of_range": ("a.csv", f"{TIDY}\nML02,2025,101,,,,,,,\n"),
    "scale_suspect": ("a.csv", f"{TIDY}\nML02,2025,0.77,,,,,,,\n"),
    "unit_mismatch": ("a.csv", f"{TIDY}\nDH14,2025,12,,,,,,triệu đồng,\n"),
    "ratio_mismatch": ("a.csv", f"{TIDY}\nML02,2025,77,656,840,,,,,\n"),
    "jump": ("a.csv", f"{TIDY}\nML02,2026,95,,,VN,,,,\n"),
    "duplicate_key": ("a.csv", f"{TIDY}\nML02,2025,77,,,,,,,\nML02,2025,77,,,,,,,\n"),
    "conflicting_duplicate": ("a.csv", f"{TIDY}\nML02,2025,77,,,,,,,\nML02,2025,78,,,,,,,\n"),
    "missing_column": ("a.csv", "ma_chi_tieu,nam,ghi_chu\nML02,2025,a\n"),
    "duplicate_column": ("a.csv", "ma_chi_tieu,nam,gia_tri,Giá trị\nML02,2025,77,77\n"),
    "unknown_column": ("a.csv", "ma_chi_tieu,nam,gia_tri,Người lập\nML02,2025,77,An\n"),
    "plan_column": ("a.csv", f"{WIDE}\nML02;77;80\n"),
    "estimate": ("a.csv", f"{WIDE}\nML02;77;80\n"),
    "empty_file": ("a.csv", b""),
    "no_data_rows": ("a.csv", f"{TIDY}\n"),
    "not_a_table": ("a.xlsx", b"PK\x03\x04 not a workbook"),
    "unsupported_format": ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "password_protected": (
        "a.xlsx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    ),
    "encoding": ("a.csv", TIDY.encode() + "\nSở Giáo dục".encode("cp1258", "replace")),
    "too_large": ("a.csv", b"a" * 20_000_001),
    "formula_error": ("a.xlsx", b""),
    "unknown_area": ("a.csv", f"{TIDY}\nML02,2025,77,,,Hà Nội,,,,\n"),
    "ambiguous_area": ("a.csv", f"{TIDY}\nML02,2025,77,,,xa cam giang,,,,\n"),
    "unknown_group": ("a.csv", f"{TIDY}\nML02,2025,77,,,,Mầm non,,,\n"),
    "ragged_row": ("a.csv", f"{TIDY}\nML02,2025,77\nML02,2025,77,,,,,,,,,a\n"),
    "non_data_row": ("a.csv", f"{TIDY}\nML02,2025,77,,,10507,,,,\nML02,2025,77,,,Tổng cộng,,,,\n"),
    "extra_sheet": (
        "a.xlsx",
        workbook(
            A=[["ma_chi_tieu", "nam", "gia_tri"], ["ML02", 2025, 77]],
            B=[["ma_chi_tieu", "nam", "gia_tri"], ["PC01", 2025, 97]],
        ),
    ),
    "text_too_long": ("a.csv", f"{TIDY}\nML02,2025,77,,,,,,,{'a' * 1001}\n"),
    "filled_in": ("a.csv", f"9 tháng 2026\n{TIDY}\nML02,2026,77,,,VN,,,,\n"),
    "not_allowed": ("a.csv", f"{TIDY}\nML02,2025,77,,,,,tạm,,\n"),
}
FILES["formula_error"] = (
    "a.xlsx", workbook(A=[["ma_chi_tieu", "nam", "gia_tri"], ["ML02", 2025, "#DIV/0!"],
                          ["PC01", 2025, 97]])
)  # fmt: skip


def found(name: str, content: str | bytes) -> tuple[Finding, ...]:
    reading = read_file(name, content.encode() if isinstance(content, str) else content)
    return check_file(reading, CATALOGUE, CURRENT, TODAY).findings


@pytest.mark.parametrize("kind", get_args(FindingKind))
def test_a_real_file_produces_each_kind_with_a_sentence_that_says_what_to_do(kind):
    findings = [each for each in found(*FILES[kind]) if each.kind == kind]
    assert findings
    for each in findings:
        assert each.message[0].isupper()
        assert each.message.endswith(".")
        assert "hãy" in each.message.casefold()


def test_there_is_no_file_for_a_kind_that_does_not_exist():
    assert set(FILES) == set(get_args(FindingKind))

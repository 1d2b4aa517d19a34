"""What is told of figures that took something from beside them, or could not."""

from collections.abc import Sequence

from indicators.intake.checks.keys import Known
from indicators.intake.checks.qualifiers.nearest import LETTERHEAD, Heard
from indicators.intake.checks.qualifiers.said import Quality
from indicators.intake.files.cell import Cell
from indicators.intake.findings import FindingKind, excerpt
from indicators.wording.firmness import PERIOD_WORDS

NAMES: dict[Quality, str] = {
    "don_vi": "đơn vị", "nhom": "nhóm", "ky": "kỳ báo cáo", "trang_thai": "trạng thái",
    "loai": "loại số liệu", "dvt": "đơn vị tính",
}  # fmt: skip
# The kind of finding of what cannot be placed.
UNPLACED: dict[Quality, FindingKind] = {
    "don_vi": "unknown_area", "nhom": "unknown_group", "ky": "not_allowed",
    "trang_thai": "not_allowed", "loai": "plan_column", "dvt": "unit_mismatch",
}  # fmt: skip


def asked_kind(quality: Quality, value: str) -> FindingKind:
    """Give the kind of the question about what was filled in."""
    if quality == "loai":
        return "plan_column"
    return "estimate" if value == "ước" else "filled_in"


def place_words(heard: Heard) -> str:
    """Name a place: "dòng 3 'Phường Hải An'", "tên trang tính 'Phường Lê Chân'"."""
    place, text = heard.place, f"'{excerpt(' '.join(heard.place.text.split()))}'"
    if place.kind == "sheet":
        return f"tên trang tính {text}"
    if place.kind == "section":
        return f"dòng {place.row} {text}"
    if place.kind == "heading":
        return f"tiêu đề cột {text}"
    if place.kind == "note":
        return f"chú thích ở dòng {place.row} {text}"
    what = "phần đầu văn bản" if heard.rank == LETTERHEAD else "tiêu đề bảng"
    return f"{what} ở dòng {place.row} {text}"


def filled_words(quality: Quality, value: str, rows: str, where: str, known: Known) -> str:
    """Tell what rows were given from elsewhere, and how to say otherwise."""
    if quality == "loai":
        return (
            f"{_sentence(where)} cho biết số liệu ở {rows} là số kế hoạch nên không nhập thành số "
            "thực hiện; muốn nhập làm kế hoạch năm, hãy chọn nhập số kế hoạch."
        )
    return (
        f"{_sentence(NAMES[quality])} của số liệu ở {rows} lấy từ {where}: "
        f"{value_words(quality, value, known)}. Hãy xác nhận, hoặc ghi vào cột "
        f"{quality} của từng dòng."
    )


def stopped_words(quality: Quality, heard: Heard, wrong: str, rows: str) -> str:
    """Tell why what is said beside rows keeps them out."""
    column = "" if quality == "loai" else f", hoặc ghi vào cột {quality} của từng dòng"
    return (
        f"{_sentence(place_words(heard))} cho biết {NAMES[quality]} là “{heard.said.words}”: "
        f"{wrong}. Số liệu ở {rows} không được nhập; hãy sửa lại{column}."
    )


def disagreement(choice: Sequence[Heard]) -> str:
    """Say what two places as near as each other say otherwise; '' when they agree."""
    other = next((each for each in choice if _meant(each) != _meant(choice[0])), None)
    return f"{place_words(other)} lại ghi “{other.said.words}”" if other else ""


def _meant(heard: Heard) -> str:
    return heard.said.value or heard.said.words


def value_words(quality: Quality, value: str, known: Known) -> str:
    """Say a value as a person knows it: an area by its name and code."""
    if quality == "don_vi":
        area = known.areas.read(Cell(value)).value
        return f"{area.name} ({area.code})" if area else value
    return PERIOD_WORDS.get(value, value) if quality == "ky" else f"'{value.rpartition('=')[2]}'"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]

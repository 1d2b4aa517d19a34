"""The two forms of administrative documents: who heads them, how number and headings are written.

What a person has to fill in (issuing office, number, day, signer) stays as the forms leave it.
"""

from dataclasses import dataclass
from re import sub

BLANK = "…………………"
NO_BREAK = "\N{NO-BREAK SPACE}"
NUMBERED = r"(Nghị quyết )?số (?=\d)|Bộ Chính (?=trị)"


@dataclass(frozen=True, slots=True)
class LetterheadLine:
    """One line of a letterhead or of the signature: its text, size in points, and face."""

    text: str
    size: float
    bold: bool = False
    italic: bool = False
    ruled: float = 0  # width in cm of the rule below it, 0 for none


@dataclass(frozen=True, slots=True)
class Form:
    """What differs between the forms; `left` stands beside `right`, number beside day."""

    name: str
    left: tuple[LetterheadLine, ...]
    right: tuple[LetterheadLine, ...]
    number: LetterheadLine
    day: LetterheadLine
    kind: LetterheadLine
    abstract_size: float
    abstract_lower: bool
    abstract_end: str
    roman: str
    carried_with: str
    copies: tuple[str, ...]
    copies_underlined: bool
    signed: tuple[LetterheadLine, ...]

    def abstract(self, text: str) -> str:
        """Write what a report is about, below its kind; a number stays with what it numbers."""
        unbroken = sub(NUMBERED, lambda found: found[0].replace(" ", NO_BREAK), text)
        return f"{unbroken[0].lower()}{unbroken[1:]}" if self.abstract_lower else unbroken


ND30 = Form(
    name="Nghị định số 30/2020/NĐ-CP",
    left=(
        LetterheadLine("ỦY BAN NHÂN DÂN", 12),
        LetterheadLine("THÀNH PHỐ HẢI PHÒNG", 12),
        LetterheadLine(BLANK, 12, bold=True, ruled=2),
    ),
    right=(
        LetterheadLine("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True),
        LetterheadLine("Độc lập - Tự do - Hạnh phúc", 13, bold=True, ruled=5.6),
    ),
    number=LetterheadLine("Số:          /BC-………", 13),
    day=LetterheadLine("Hải Phòng, ngày       tháng       năm {year}", 13, italic=True),
    kind=LetterheadLine("BÁO CÁO", 14, bold=True),
    abstract_size=14,
    abstract_lower=False,
    abstract_end="",
    roman="{}. ",
    carried_with="(Kèm theo Báo cáo số:          /BC-……… ngày       tháng       năm {year} của "
    f"{BLANK})",
    copies=("………………;", "………………;", "Lưu: VT, ………"),
    copies_underlined=False,
    signed=(
        LetterheadLine("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", 13, bold=True),
        LetterheadLine("(Chữ ký, dấu hoặc chữ ký số)", 13, italic=True),
        LetterheadLine("Họ và tên", 13, bold=True),
    ),
)
DANG = Form(
    name="Hướng dẫn số 36-HD/VPTW",
    left=(
        LetterheadLine("THÀNH ỦY HẢI PHÒNG", 14),
        LetterheadLine(BLANK, 14, bold=True),
        LetterheadLine("*", 14),
    ),
    right=(LetterheadLine("ĐẢNG CỘNG SẢN VIỆT NAM", 15, bold=True, ruled=7.25),),
    number=LetterheadLine("Số          -BC/………", 14),
    day=LetterheadLine("Hải Phòng, ngày       tháng       năm {year}", 14, italic=True),
    kind=LetterheadLine("BÁO CÁO", 16, bold=True),
    abstract_size=15,
    abstract_lower=True,
    abstract_end="-----",
    roman="{}- ",
    carried_with="(Kèm theo Báo cáo số          -BC/……… ngày       tháng       năm {year} của "
    f"{BLANK})",
    copies=("………………,", "………………,", "Lưu ………"),
    copies_underlined=True,
    signed=(
        LetterheadLine("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", 14, bold=True),
        LetterheadLine("(Chữ ký, dấu)", 14, italic=True),
        LetterheadLine("Họ và tên", 14, bold=True),
    ),
)
FORMS = {"nd30": ND30, "dang": DANG}

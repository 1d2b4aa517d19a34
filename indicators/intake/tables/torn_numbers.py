"""Numbers torn apart by their decimal comma, in a text file whose cells are separated by commas."""

import re
from collections.abc import Iterator, Sequence

from indicators.intake.files.heading_words import meanings
from indicators.intake.findings import Finding, excerpt
from indicators.intake.tables.table import Table

WHOLE, FRACTION = re.compile(r"[+-]?[0-9]+"), re.compile(r"[0-9]{1,4}%?")
# What stands in these columns is read as a number or looked up, so that a torn-off end is refused.
READ = ("ma_chi_tieu", "nam", "gia_tri", "tu_so", "mau_so", "don_vi", "nhom", "trang_thai", "ky",
        "dvt", "ngay_van_ban", "lien_ket")  # fmt: skip
TORN = (
    "Sau số này là một ô chỉ có chữ số, giống số thập phân bị dấu phẩy tách làm hai ô (80,5 thành "
    "80 và 5); hãy đặt số trong ngoặc kép hoặc lưu tệp với dấu chấm phẩy, nếu đúng là hai ô thì "
    "xác nhận."
)


def torn_numbers(table: Table, figures: Sequence[int]) -> Iterator[Finding]:
    """Name the whole numbers with nothing but digits in the cell of text beside them."""
    meant = meanings(table.header.cells)
    places = [p for p in figures if p + 1 < len(meant) and p + 1 not in figures]
    places = [p for p in places if meant[p] != "nam" and meant[p + 1] not in READ]
    for row in table.rows:
        for place in places:
            pair = row.cells[place : place + 2]
            if len(pair) == 2 and WHOLE.fullmatch(pair[0]) and FRACTION.fullmatch(pair[1]):
                text, column = excerpt(",".join(pair)), meant[place] or pair[0].column
                yield Finding("warning", "ragged_row", table.sheet, row.number, column, text, TORN)

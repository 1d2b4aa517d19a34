"""No text costs more than by its length: twice as long, twice the time, whoever wrote it."""

from collections.abc import Callable
from contextlib import suppress
from time import thread_time

import pytest

from indicators.intake.checks.areas import Areas
from indicators.intake.checks.check import check_file
from indicators.intake.checks.keys import Known, read_group, read_indicator, read_year
from indicators.intake.checks.numbers import read_number
from indicators.intake.checks.provenance import (
    read_link,
    read_period,
    read_prose,
    read_sent,
    read_status,
    read_unit,
)
from indicators.intake.checks.values import read_value
from indicators.intake.files.cell import Cell
from indicators.intake.files.heading_words import is_heading
from indicators.intake.files.legacy import damage
from indicators.intake.files.looks import without_footnotes
from indicators.intake.files.number_formats import number_format
from indicators.intake.files.spelling import composed, fold, plain_digits, same_name, unaccented
from indicators.intake.files.year_headings import is_plan_heading
from indicators.intake.read import read_file
from indicators.intake.sender import Sender, SenderError
from indicators.settings.sections import Limits
from indicators.wording.days import read_day
from indicators.wording.illustrative import is_marked
from indicators.wording.search import Subject, best_first, folded, matches, words_of
from tests.intake.tidy import CATALOGUE, TODAY
from tests.rounds import rounds

LENGTH, LENGTH_IN_FILE = 8_000, 2_000
# Longer than is accepted: what is bounded today must not be slow either.
LONG = Limits(upload_cell_letters=10**6, upload_word_letters=10**6)
# Times below this many seconds are told apart by chance.
NOISE = 0.05
KNOWN = Known.of(CATALOGUE, TODAY)
ML02, BC01, DH17 = (CATALOGUE.indicators_by_code[code] for code in ("ML02", "BC01", "DH17"))
MARK, ODD = "\u0301", "\u0323\u0301"
TEXTS = {
    "marks": lambda n: "a" + ODD * n, "marks of one kind": lambda n: "e" + MARK * n,
    "letters with many marks": lambda n: ("o" + ODD * 40) * (n // 40),
    "a unit of dots": lambda n: "đvt:" + "." * n + ";",
    "dotted line": lambda n: "đvt:" + "…" * n + ";",
    "units": lambda n: "đvt: " * n + ";", "units apart": lambda n: "đơn vị : ." * n + "(",
    "brackets": lambda n: "(" * n, "closed brackets": lambda n: "a (" * n + ")",
    "days": lambda n: "ngày 1 " * n, "digits": lambda n: "9" * n, "grouped": lambda n: "1.000" * n,
    "thousands": lambda n: "1" + ".000" * n + "x",
    "band": lambda n: "9" * n + "-" + "9" * n,
    "spaces": lambda n: "1" + " " * n + "x", "line ends": lambda n: "a\n" * n,
    "ranges": lambda n: "1-" * n,
    "pairs": lambda n: "=;" * n, "questions": lambda n: "A" + "?" * n, "lost": lambda n: "a? " * n,
    "hidden": lambda n: "m\u200b" * n, "footnotes": lambda n: "x" + "¹ " * n + "x",
    "actual": lambda n: "th" * n, "so": lambda n: "số thực hiện" * n + "x",
    "years": lambda n: "2025" * n,
    "opened": lambda n: "[" * n, "quotes": lambda n: '"' * n, "escapes": lambda n: "_x0041" * n,
    "places": lambda n: "0," * n, "sections": lambda n: ";" * n, "commas": lambda n: "," * n,
    "broken": lambda n: "Ãƒ" * n, "tones": lambda n: "µ¸¶" * n, "long word": lambda n: "ø" * n,
    "Korean": lambda n: "\u1100\u1161" * n,
    "parts": lambda n: " - " * n, "slashes": lambda n: "/" * n,
}  # fmt: skip


ROWS = "ma_chi_tieu;nam;gia_tri;Tên\nML02;2025;77,5;Chuẩn\n{}ML02;2026;78,5;Chuẩn\n"


def checked(text: str, content: str) -> object:
    quoted = '"{}"'.format(" ".join(text.split()).replace('"', '""'))
    reading = read_file("a.csv", content.replace("TEXT", quoted).encode(), LONG)
    return check_file(reading, CATALOGUE, {}, TODAY)


def sender(text: str) -> None:
    with suppress(SenderError):
        Sender.named(text)


def cell(read: Callable[[Cell], object]) -> Callable[[str], object]:
    return lambda text: read(Cell(text))


AREAS = Areas.of(CATALOGUE)
IN_FILES: dict[str, Callable[[str], object]] = {
    "title": lambda text: checked(text, "TEXT\n" + ROWS.format("")),
    "section": lambda text: checked(text, ROWS.format("TEXT;;;\n")),
    "below": lambda text: checked(text, ROWS.format("") + "TEXT;;;\n"),
    "name of an indicator": lambda text: checked(text, ROWS.format("ML03;2025;7;TEXT\n")),
    "code": lambda text: checked(text, ROWS.format("TEXT;2025;7;a\n")),
    "unknown column": lambda text: checked(text, ROWS.format("").replace("Tên", "TEXT")),
    "value": lambda text: checked(text, ROWS.format("ML03;2025;TEXT;a\n")),
    "across": lambda text: checked(text, "ma_chi_tieu;2025;TEXT\nML02;77,5;1\n"),
}
READERS: dict[str, Callable[[str], object]] = {
    **IN_FILES,
    "composed": composed, "fold": fold, "plain digits": plain_digits, "same name": same_name,
    "unaccented": unaccented, "heading": is_heading, "plan": is_plan_heading,
    "footnotes": without_footnotes, "damage": lambda text: damage((text,)),
    "format": lambda text: number_format(text).section(1), "area": cell(AREAS.read),
    "number": cell(read_number), "percent": cell(lambda c: read_value(ML02, frozenset(), c)),
    "rank": cell(lambda c: read_value(DH17, frozenset(), c)),
    "count": cell(lambda c: read_value(BC01, frozenset(), c)),
    "group": cell(lambda c: read_group(KNOWN, ML02, c)),
    "year": cell(lambda c: read_year(KNOWN, c)),
    "indicator": cell(lambda c: read_indicator(KNOWN, c)),
    "unit": cell(lambda c: read_unit(ML02, c)), "status": cell(read_status),
    "period": cell(read_period), "sent": cell(read_sent), "prose": cell(read_prose),
    "link": cell(read_link),
    "marked": lambda text: is_marked([text]),
    "sender": sender, "words": words_of, "folded": folded, "day": read_day,
    "matches": lambda text: matches("tỷ lệ trường đạt chuẩn " * 20, text),
    "search": lambda text: best_first([Subject("ML02", ("trường",), "đạt chuẩn")], text),
}  # fmt: skip


def seconds(read: Callable[[str], object], text: str) -> float:
    begun = thread_time()
    read(text)
    return thread_time() - begun


# In `make full` each reader reads all texts, else one of so many, each the next ones.
STEP = rounds(full=1, few=12)


@pytest.mark.parametrize(("place", "reader"), list(enumerate(READERS)), ids=READERS)
def test_a_text_of_twice_the_length_takes_no_more_than_about_twice_the_time(place, reader):
    slow = []
    for name, make in list(TEXTS.items())[place % STEP :: STEP]:
        # Every text is another, so that none is remembered from the time before.
        for longer in range(3):
            length = LENGTH_IN_FILE if reader in IN_FILES else LENGTH
            short, long = make(length + longer), make(2 * length + longer)
            once, twice = (seconds(READERS[reader], text) for text in (short, long))
            if twice < 3 * once + NOISE:
                break
        else:
            slow.append((name, once, twice))
    assert slow == []

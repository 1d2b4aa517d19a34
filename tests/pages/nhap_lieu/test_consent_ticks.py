"""Warnings are ticked one by one or as a kind, and the button waits for all of them."""

import pytest
from streamlit.testing.v1 import AppTest

from indicators.board.board import CITY
from indicators.intake.findings import Finding
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from pages.nhap_lieu.consent import MOST_SINGLE, place_label
from pages.parts.block import WORD_JOINER, as_text
from tests.pages.sending import INTAKE, drop, file_of, press, sign, start

TWICE_WARNED = file_of("ML02,2024,77,,Sở", "ML02,2023,76,,Sở")
OF_KIND = "Số liệu của thời kỳ trước sáp nhập: đây là số liệu tính lại theo địa giới mới"


@pytest.fixture
def intake(monkeypatch: pytest.MonkeyPatch, own: Store) -> AppTest:
    return sign(start(monkeypatch, own.path, INTAKE))


def ticks(app: AppTest) -> list[bool]:
    return [box.value for box in app.checkbox]


def waits(app: AppTest) -> bool:
    return bool(app.button[0].disabled)


def test_a_kind_is_followed_by_its_places(intake: AppTest):
    drop(intake, ("a.csv", TWICE_WARNED))
    since = "Thành phố Hải Phòng có từ ngày 01/07/2025; số liệu năm {} chỉ được nhập khi là số"
    kind, first, second = (box.label for box in intake.checkbox)
    assert kind == f"{OF_KIND} (2 chỗ)"
    assert first.startswith(f"Dòng 2, cột nam “2024”: {since.format(2024)}")
    assert second.startswith(f"Dòng 3, cột nam “2023”: {since.format(2023)}")
    assert (ticks(intake), waits(intake)) == ([False, False, False], True)


def test_places_are_ticked_one_by_one(intake: AppTest, own: Store):
    drop(intake, ("a.csv", TWICE_WARNED))
    intake.checkbox[1].check().run()
    assert (ticks(intake), waits(intake)) == ([False, True, False], True)
    intake.checkbox[2].check().run()
    assert (ticks(intake), waits(intake)) == ([True, True, True], False)
    press(intake, "Ghi nhận 2 giá trị")
    assert latest(own).number == 3


def test_a_kind_covers_its_places_until_one_is_taken_back(intake: AppTest):
    drop(intake, ("a.csv", TWICE_WARNED))
    intake.checkbox[0].check().run()
    assert (ticks(intake), waits(intake)) == ([True, True, True], False)
    intake.checkbox[1].uncheck().run()
    assert (ticks(intake), waits(intake)) == ([False, False, True], True)
    intake.checkbox[0].check().run()
    intake.checkbox[0].uncheck().run()
    assert (ticks(intake), waits(intake)) == ([False, False, False], True)


@pytest.mark.parametrize(
    ("places", "boxes"), [(MOST_SINGLE, MOST_SINGLE + 1), (MOST_SINGLE + 1, 1)]
)
def test_very_many_places_are_ticked_only_as_a_kind(
    intake: AppTest, own: Store, places: int, boxes: int
):
    areas = catalogue_at(own, latest(own).number).areas
    communes = [area.code for area in areas if area.parent == CITY][:places]
    drop(intake, ("a.csv", file_of(*(f"ML02,2024,77,{code},Sở" for code in communes))))
    assert intake.checkbox[0].label == f"{OF_KIND} ({places} chỗ)"
    assert len(intake.checkbox) == boxes
    intake.checkbox[0].check().run()
    assert not waits(intake)


@pytest.mark.parametrize(
    ("finding", "label"),
    [
        (Finding("warning", "jump", "", 12, "gia_tri", "95,2", "Tăng (nhiều nhất 2,1); hãy xem."),
         "Dòng 12, cột gia_tri “95,2”: Tăng (nhiều nhất 2,1)"),
        (Finding("warning", "extra_sheet", "Phụ lục", None, "", "", "Trang này không đọc."),
         "Trang Phụ lục: Trang này không đọc"),
    ],
)  # fmt: skip
def test_a_place_is_named_as_far_as_it_is_known(finding: Finding, label: str):
    assert place_label(finding) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("gia_tri 1.234,5 (tăng 3%) – 'hai', 9/2026: đúng?",
         "gia_tri 1.234,5 (tăng 3%) – 'hai', 9/2026: đúng?"),
        ("**đậm**", r"\*·\*·đậm\*·\*·"),
        ("[a](b) <b> $x$", r"\[·a\]·(b) \<·b\>· \$·x\$·"),
        (":smile: :red[x]", r"\:·smile: \:·red\[·x\]·"),
        ("http://x www.x a@b", r"http\:·//x www·.x a\@·b"),
        ("_i_ -> --", r"\_·i\_· \-·\>· \-·-"),
    ],
)  # fmt: skip
def test_what_markdown_would_take_is_written_to_be_seen(text: str, label: str):
    """The unseen word joiners are written as dots here."""
    assert as_text(text).replace(WORD_JOINER, "·") == label

"""Editions of a publication, by the names of sources."""

import pytest

from indicators.figures.editions import edition_of, is_other_edition, mixtures
from tests.recording import figure

EDITIONS = [
    ("two years in a title", "UNDP HDR 2023-24", "undp hdr", "2023-24"),
    ("a year that closes a title", "Niên giám thống kê Hải Phòng 2024",
     "niên giám thống kê hải phòng", "2024"),
    ("the day a table was taken", "Tổng cục Thống kê, tải 21/9/2018 (bản chép choisy/gso)",
     "tổng cục thống kê", "21/9/2018"),
    ("a version that is named so", "World Bank WDI, bản 2025", "world bank wdi", "2025"),
    ("a newspaper of a day", "Báo Hải Phòng, 2/8/2022", "báo hải phòng, 2/8/2022", ""),
    ("a newspaper of a year", "Zing News, 2016", "zing news, 2016", ""),
    ("a report on a school year", "Bộ Giáo dục và Đào tạo, năm học 2024-2025 (Vietnam.vn)",
     "bộ giáo dục và đào tạo, năm học 2024-2025", ""),
    ("a document's number", "Quyết định 244/2005/QĐ-TTg", "quyết định 244/2005/qđ-ttg", ""),
    ("a publisher alone", "Tổng cục Thống kê", "tổng cục thống kê", ""),
    ("nothing", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "publication", "name"), [pytest.param(*c, id=name) for name, *c in EDITIONS]
)
def test_a_source_names_a_publication_and_its_edition(source: str, publication: str, name: str):
    assert (edition_of(source).publication, edition_of(source).name) == (publication, name)


def test_only_another_edition_of_the_same_publication_revises_it():
    assert is_other_edition("UNDP HDR 2023-24", "UNDP HDR 2025")
    assert is_other_edition("Tổng cục Thống kê", "Tổng cục Thống kê, tải 21/9/2018")
    assert not is_other_edition("UNDP HDR 2025", "UNDP HDR 2025")
    assert not is_other_edition("UNDP HDR 2025", "World Bank WDI 2024")
    assert not is_other_edition("Zing News, 2016", "Zing News, 2018")


def test_a_series_is_mixed_where_two_editions_of_one_publication_stand_in_it():
    old, new = {"source": "UNDP HDR 2023-24"}, {"source": "UNDP HDR 2025"}
    rows = [
        figure("HD01", 2021, 0.7, area="VN", **old),
        figure("HD01", 2022, 0.7, area="VN", **new),
        figure("HD02", 2021, 15, area="VN", **old),
        figure("NL01", 2021, 15, area="VN", source="World Bank WDI"),
        figure("NL01", 2022, 15, area="VN", **new),
    ]
    (mixed,) = mixtures(rows)
    assert mixed.series == ("HD01", "VN", "", "nam")
    assert {source: [row.year for row in own] for source, own in mixed.figures.items()} == {
        "UNDP HDR 2023-24": [2021],
        "UNDP HDR 2025": [2022],
    }

"""A catalogue of two indicators and a board that holds it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from indicators.catalogue.records import (
    Agency,
    Area,
    AreaOrigin,
    Breakdown,
    Catalogue,
    Document,
    Group,
    Indicator,
    IndicatorBreakdown,
    Setting,
    Target,
    Task,
    TaskGroup,
)  # fmt: skip
from indicators.store.connection import Store, create
from indicators.store.journal import record_catalogue
from indicators.store.records import Observation


def indicator(code: str, position: int) -> Indicator:
    return Indicator(
        code, position, "ML", f"Tên của {code}", code, "", "%", "percent", "reach", "up", 2025, 1,
        0.0, 100.0, True, "stock", "năm học", "Định nghĩa.", "", "02-CTr", "II.1", "Sở GD&ĐT",
        "document", "", "",
    )  # fmt: skip


def make_catalogue() -> Catalogue:
    return Catalogue(
        documents=(Document("02-CTr", "Chương trình", "Thành ủy", date(2025, 10, 20)),),
        groups=(Group("ML", 1, "Mạng lưới", "Network", "II.1", ""),),
        agencies=(Agency("Sở Giáo dục và Đào tạo", "Sở GD&ĐT"),),
        indicators=(indicator("ML02", 1), indicator("ML01", 2)),
        targets=(
            Target("ML02", "city", 2030, ">=", 85.0, None, "02-CTr", "II.1", "ít nhất", ""),
            Target("ML02", "city", 2035, ">=", 95.0, None, "02-CTr", "II.1", "trên", ""),
        ),
        areas=(
            Area("31", "Thành phố Hải Phòng", "Hải Phòng", "thành phố", "", date(2025, 7, 1), None),
            Area("VN", "Cả nước", "Cả nước", "cả nước", "", None, None),
        ),
        area_origins=(AreaOrigin("31", "Hải Phòng", "Hải Phòng và Hải Dương"),),
        breakdowns=(Breakdown("cấp học", "Tiểu học", 1, ""),),
        indicator_breakdowns=(IndicatorBreakdown("ML02", "cấp học", "Tiểu học", "partition"),),
        task_groups=(TaskGroup("1", "Thể chế"),),
        tasks=(Task("1.1", "1", "Rà soát", "III.1", "ML02", "Sở GD&ĐT"),),
        settings=(Setting("on_track_ratio", "0.95", ""), Setting("slow_ratio", "0.60", "")),
    )


@pytest.fixture
def catalogue() -> Catalogue:
    return make_catalogue()


@pytest.fixture
def empty_store(tmp_path: Path) -> Iterator[Store]:
    store = create(tmp_path / "board.duckdb")
    yield store
    store.close()


@pytest.fixture
def store(empty_store: Store, catalogue: Catalogue) -> Store:
    """A board at version 1: the catalogue, no figure."""
    record_catalogue(empty_store, catalogue, "Lan", kind="seed")
    return empty_store


def make_figure(
    year: int = 2025,
    value: float | None = 76.98,
    indicator: str = "ML02",
    area: str = "31",
    group: str = "",
    **changed: object,
) -> Observation:
    fields = {
        "period": "nam", "numerator": None, "denominator": None, "label": "",
        "status": "chính thức", "back_cast": False, "break_before": False, "source": "Sở GD&ĐT",
        "document": "", "document_date": None, "link": "", "note": "", "sheet": "", "row": None,
    }  # fmt: skip
    return Observation(
        indicator=indicator, area=area, group=group, year=year, value=value, **(fields | changed)
    )


@pytest.fixture
def figure() -> Callable[..., Observation]:
    """Make a figure of ML02 in the city; named fields override."""
    return make_figure

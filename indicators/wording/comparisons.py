"""What a comparison shows, in one sentence; and what of it could not be done as it was asked."""

from collections.abc import Sequence
from math import isclose, isfinite

from indicators.progress.results import Point
from indicators.wording.notation import Notation

MOST = 6  # pictures beside each other; more cannot be taken in at a glance

Stand = tuple[str, float]


def standing(year: int, stands: Sequence[Stand], notation: Notation, of: int) -> str:
    """Say which series is the highest and which the lowest of a year; ranks rise as they fall.

    `of` is how many series there are, with and without a figure of that year.
    """
    sign = -1 if notation.indicator.kind == "rank" else 1
    high, low = (pick(sign * value for _, value in stands) for pick in (max, min))
    seen = "" if len(stands) == of else f" (trong {len(stands)}/{of} có số liệu)"
    if isclose(high, low):
        return f"năm {year}{seen} cùng ở mức {notation.value(sign * high)}"
    above, below = (named(stands, sign * end) for end in (high, low))
    if of == len(stands) == 2 and notation.indicator.kind != "milestone":
        gap = notation.gap(high - low)
        return (
            f"năm {year} {above} ({notation.value(sign * high)}) cao hơn "
            f"{below} ({notation.value(sign * low)}) là {gap}"
        )
    return (
        f"năm {year}{seen} cao nhất là {above} ({notation.value(sign * high)}), "
        f"thấp nhất là {below} ({notation.value(sign * low)})"
    )


def named(stands: Sequence[Stand], value: float) -> str:
    """Name the series at a value: the first, and how many others stand there too."""
    names = [name for name, held in stands if isclose(held, value)]
    return names[0] if len(names) == 1 else f"{names[0]} và {len(names) - 1} nơi khác"


def apart(ends: Sequence[tuple[str, Point | None]], notation: Notation) -> str:
    """Say the newest figure of each series where no year has two of them."""
    latest = [(name, point) for name, point in ends if point and isfinite(point.value)]
    if not latest:
        return "chưa có số liệu"
    newest = "; ".join(f"{name}: {notation.value(p.value)} năm {p.year}" for name, p in latest)
    return f"chưa có năm nào cùng có số liệu. {newest}"


def newest_of(ends: Sequence[tuple[str, Point]], notation: Notation) -> str:
    """Say the newest figure of each series with its year."""
    if not ends:
        return "chưa có số liệu"
    return "; ".join(f"{name} {notation.value(p.value)} năm {p.year}" for name, p in ends)


def alone_sentence(name: str, latest: Point | None, notation: Notation) -> str:
    """Say the newest figure of a series that has nothing beside it."""
    if latest is None:
        return f"{name} chưa có số liệu"
    return f"{name} {notation.value(latest.value)} năm {latest.year}"


def against(whole: str, value: float, total: float, notation: Notation) -> str:
    """Say how a part stands to the whole: 'Cao hơn toàn thành phố 3,2 điểm phần trăm'."""
    if isclose(value, total):
        return f"Bằng {whole}"
    higher = (value > total) != (notation.indicator.kind == "rank")
    return f"{'Cao' if higher else 'Thấp'} hơn {whole} {notation.gap(value - total)}"


def placed(place: int, of: int) -> str:
    """Say the place of a series in the ranking: 'Thứ 3/114'."""
    return f"Thứ {place}/{of}"


def no_indicator(codes: Sequence[str]) -> str:
    """Say which codes are not there."""
    return f"Không có chỉ tiêu mang mã {quoted(codes)} ở phạm vi và thời điểm đang xem."


def quoted(names: Sequence[str]) -> str:
    """List what was asked for, the first few of many."""
    more = f" và {len(names) - MOST} mã khác" if len(names) > MOST else ""
    return ", ".join(f"'{name}'" for name in names[:MOST]) + more


def too_many(kind: str, left: Sequence[str], *, tabled: bool) -> str:
    """Say what is left out beside six pictures, and whether the table has it."""
    where = ", chỉ ghi trong bảng" if tabled else ""
    more = f" và {len(left) - MOST} {kind} khác" if len(left) > MOST else ""
    return f"Chỉ vẽ {MOST} {kind} cạnh nhau; không vẽ {', '.join(left[:MOST])}{more}{where}."


def alone(code: str) -> str:
    """Say that there is nothing to hold one indicator against."""
    return (
        f"{code} chưa có số liệu theo địa bàn hay phân tổ để so sánh; "
        "hãy thêm chỉ tiêu khác ở ô Thêm chỉ tiêu."
    )


def waiting() -> str:
    """Ask for a second indicator."""
    return "Mới có một chỉ tiêu; hãy thêm chỉ tiêu khác ở ô Thêm chỉ tiêu hoặc theo gợi ý."


def no_way(way: str, code: str, instead_of: str) -> str:
    """Say that an indicator cannot be split as it was asked, and how it is split instead."""
    instead = f"; đang so sánh theo {instead_of}" if instead_of else ""
    return f"Không có số liệu của {code} để so sánh theo {way}{instead}."


def only_of_one() -> str:
    """Say that areas and breakdowns are compared of one indicator at a time."""
    return (
        "Chỉ so sánh theo địa bàn hoặc phân tổ khi chọn một chỉ tiêu; "
        "đang so sánh các chỉ tiêu với nhau."
    )


def no_area(areas: Sequence[str], code: str) -> str:
    """Say which areas have no figures of an indicator."""
    return f"{code} không có số liệu để so sánh như đang xem ở địa bàn mang mã {quoted(areas)}."


def no_group(group: str, code: str, instead: str) -> str:
    """Say that a breakdown has no figures to compare areas by, and which is shown instead."""
    return f"Không có số liệu của {code} theo phân tổ '{group}' để so sánh; đang xem {instead}."


def frame_sentence(
    first: int, last: int, shared: Sequence[str], *, apart: bool, unequal: bool
) -> str:
    """Say what frame the pictures have in common, so that nobody compares what cannot be."""
    sentence = f"Cùng trục năm {first}–{last}"
    if not shared:
        why = ", vì độ lớn chênh nhau nhiều" if unequal else ""
        return f"{sentence}; mỗi hình một thang giá trị riêng{why}." if apart else f"{sentence}."
    if not apart:
        return f"{sentence}, cùng thang giá trị{of_unit(shared[0]) if len(shared) == 1 else ''}."
    sentence = f"{sentence}; các hình tính bằng {' và '.join(unit or 'chỉ số' for unit in shared)}"
    return f"{sentence} cùng thang giá trị, các hình khác mỗi hình một thang riêng."


def of_unit(unit: str) -> str:
    """Name a unit in brackets."""
    return f" ({unit})" if unit else ""


def of_one_unit(count: int, of: int, unit: str) -> str:
    """Name some indicators of a group that are counted alike: '6 chỉ tiêu tính bằng %'."""
    many = f"{count}" if count == of else f"{count} trong {of}"
    alike = {"": "cùng loại", "hạng": "xếp hạng", "chỉ số": "là chỉ số"}
    return f"{many} chỉ tiêu {alike.get(unit, f'tính bằng {unit}')}"


def only_followed(way_is_area: bool, scope: str) -> str:
    """Say why some series have no verdict."""
    if way_is_area:
        return "Chỉ đánh giá nơi có mục tiêu; nơi khác chỉ theo dõi."
    whole = "thành phố" if scope == "city" else "nước"
    return f"Mục tiêu đặt cho cả {whole}: từng phần chỉ theo dõi, không đánh giá."


def full() -> str:
    """Say that no indicator can be added."""
    return "Đã đủ sáu chỉ tiêu; bỏ bớt một chỉ tiêu để thêm chỉ tiêu khác."

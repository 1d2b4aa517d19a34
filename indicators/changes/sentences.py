"""What changed on a board, in one sentence; what made a verdict another, in a few words."""

from indicators.board.board import Row
from indicators.board.now_to_target import judged_point, now_words, without_unit
from indicators.board.status_changes import Cause
from indicators.catalogue.records import Indicator, Setting, Target
from indicators.changes.between import Changes
from indicators.store.turns import TurnKind
from indicators.wording.numbers import NONE, counted, plain

CAUSES: dict[Cause, str] = {
    "figure": "số liệu",
    "target": "mục tiêu điều chỉnh",
    "threshold": "ngưỡng đánh giá thay đổi",
    "definition": "định nghĩa chỉ tiêu thay đổi",
    "catalogue": "danh mục chỉ tiêu thay đổi",
    "time": "chuyển sang năm đánh giá",
}
TURNS: dict[TurnKind, str] = {
    "new": "số liệu mới", "changed": "số liệu sửa đổi", "withdrawn": "số liệu rút",
}  # fmt: skip
RECORDS: tuple[tuple[tuple[type, ...], str], ...] = (
    ((Target,), "mục tiêu điều chỉnh"),
    ((Setting,), "tham số thay đổi"),
    ((Indicator,), "chỉ tiêu đổi định nghĩa"),
)
NOTHING = "không có thay đổi nào"


def changes_sentence(changes: Changes) -> str:
    """Count what changed: '3 chỉ tiêu đổi đánh giá, 12 số liệu mới, 1 mục tiêu điều chỉnh'."""
    counts = [(len(changes.verdicts), "chỉ tiêu đổi đánh giá")]
    counts += [(changes.figures.count[kind], words) for kind, words in TURNS.items()]
    counts += [(len(changes.revised), "chuỗi số liệu được nguồn công bố sửa lại")]
    counts += [(len(changes.plans), "số kế hoạch năm")]
    kinds = [type(each.item.record) for each in changes.records]
    for types, words in RECORDS:
        counts.append((sum(kind in types for kind in kinds), words))
    named = [kind for types, _ in RECORDS for kind in types]
    counts.append((sum(kind not in named for kind in kinds), "mục khác trong danh mục"))
    return ", ".join(f"{counted(count)} {words}" for count, words in counts if count) or NOTHING


def cause_words(cause: Cause, changes: Changes, code: str) -> str:
    """Say what made a verdict another: 'mục tiêu điều chỉnh', 'chuyển sang năm đánh giá 2027'."""
    year = f" {changes.after.as_of.year}" if cause == "time" else ""
    total = (code, changes.after.area, "")
    own = [each for each in changes.revised if (each.indicator, each.area, each.group) == total]
    if cause == "figure" and own:
        return f"số liệu được nguồn công bố sửa lại ({own[-1].before} → {own[-1].after})"
    return f"{CAUSES[cause]}{year}"


def values_turned(before: Row | None, after: Row | None) -> str:
    """Write the figures that were judged, before and now: '73% → 100%'; one that stays once."""
    old, new = value_words(before), value_words(after)
    if old in (new, NONE):
        return new
    return f"{without_unit(after, old, new) if after else old} → {new}"


def value_words(row: Row | None) -> str:
    """Write the figure that a verdict rests on; a stage as its percentage; '–' for none."""
    point = judged_point(row) if row else None
    if row is None or row.is_vacant or point is None:
        return row.value(row.newest) if row and row.newest else NONE
    if row.indicator.kind == "milestone":
        return f"{plain(point.value)}%"
    return now_words(row, point)

"""What stands in a set of small charts: one source for a page and for a picture of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indicators.board.board import Board, Row, version_line
from indicators.board.reporting import owed_count
from indicators.charts.common_frame import group_years
from indicators.charts.small_trajectory import PictureScale, Years, scale_of
from indicators.charts.trajectory import Trajectory
from indicators.progress.results import Point, Status
from indicators.wording.comparisons import frame_sentence
from indicators.wording.firmness import firmness
from indicators.wording.labels import NOTHING_THERE

NO_NATION = "Chưa có số liệu cả nước từ nguồn công bố."
NO_FIGURE = "Chưa có số liệu"
# What the lines of a small chart are called, by the name of their mark.
ACTUAL, REQUIRED, TARGET = (
    ("actual", "thực hiện"),
    ("required", "lộ trình cần"),
    ("target", "mục tiêu"),
)

PanelKey = tuple[str, str]


class Last(NamedTuple):
    """The last value in words, and of which year it is."""

    value: str
    when: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart; `owed` is said in its place where there are no figures.

    `scale` is its own or a common one; `around` says how it stands to what is drawn in grey.
    """

    code: str
    name: str
    status: Status | None
    last: Last | None
    trajectory: Trajectory
    scale: PictureScale
    target_line: str = ""
    around: str = ""
    owed: str = ""
    word: str = ""  # of the verdict


@dataclass(frozen=True, slots=True)
class Multiples:
    """A set of small charts: what is found, what is drawn, where it is from.

    `levelled` charts have round values at their side.
    """

    title: str
    second: str
    panels: tuple[Panel, ...]
    keys: tuple[PanelKey, ...]
    frame_note: str
    source: str
    mark: str
    levelled: bool = False


def group_multiples(part: Board, title: str, source: str) -> Multiples:
    """Gather the small charts of a group, each on a scale of its own."""
    years = group_years([trajectory_of(row, part) for row in part.rows])
    panels = tuple(panel_of(row, part, own) for row, own in zip(part.rows, years, strict=True))
    lacking = not all(row.has_figure for row in part.rows)
    drawn = [row for row in part.rows if is_drawn(row)]
    frame_note = apart_sentence(years)
    return Multiples(
        title,
        owed_count(part) if part.scope == "city" and lacking else "",
        panels,
        legend_keys(drawn),
        frame_note if len(drawn) > 1 else "",
        f"{source} · {version_line(part)}",
        part.mark,
    )


def apart_sentence(years: Sequence[Years]) -> str:
    """Say that each chart has a scale of its own, and whether all have the same years."""
    if len({*years}) > 1:
        return "Mỗi hình một trục năm và một thang giá trị riêng."
    return frame_sentence(years[0].first, years[0].last, (), apart=True, unequal=False)


def is_drawn(row: Row) -> bool:
    """Whether lines are drawn of a row."""
    return row.judgement.latest is not None and row.indicator.kind != "milestone"


def panel_of(row: Row, part: Board, years: Years) -> Panel:
    """Gather what is shown of one indicator, or who owes its figures."""
    i, trajectory = row.indicator, trajectory_of(row, part)
    return Panel(
        i.code,
        i.short_name,
        row.status,
        last_of(row),
        trajectory,
        scale_of(trajectory, years),
        target_line(row),
        owed="" if row.judgement.latest else owed_note(row, part),
        word=row.word,
    )


def legend_keys(rows: Sequence[Row]) -> tuple[PanelKey, ...]:
    """Name the lines that are drawn of some rows."""
    drawn = (
        (ACTUAL, bool(rows)),
        (REQUIRED, any(row.judgement.path for row in rows)),
        (TARGET, any(row.targets for row in rows)),
    )
    return tuple(key for key, there in drawn if there)


def trajectory_of(row: Row, board: Board, nation: tuple[Point, ...] = ()) -> Trajectory:
    """Gather what a small chart of a row draws."""
    return Trajectory(
        row.title,
        "",
        row.notation,
        row.judgement,
        row.targets,
        nation,
        (),
        (),
        board.as_of.year,
        mark=board.mark,
    )


def last_of(row: Row) -> Last | None:
    """Write the last value of a row, and its year with what has to be said of it."""
    latest = row.newest
    if latest is None:
        return None
    said = (f"năm {latest.year}", firmness(latest), "số liệu cũ" if row.judgement.stale else "")
    value, when = row.value(latest), ", ".join(part for part in said if part)
    return Last(value[0].upper() + value[1:], f"{when}{judged_by(row, latest)}")


def judged_by(row: Row, latest: Point) -> str:
    """Name the figure that was judged where a later one is known."""
    decided = row.judgement.headline.decided if row.judgement.headline else None
    if decided is None or decided.year >= latest.year:
        return ""
    return f"; xét năm {decided.year}: {row.value(decided)}"


def owed_note(row: Row, part: Board) -> str:
    """Say who owes the figures of an indicator, or that there is nothing to measure."""
    if row.is_vacant:
        return f"{NOTHING_THERE} năm {row.vacant[-1].year}."
    return NO_NATION if part.scope == "national" else f"{NO_FIGURE}. {row.indicator.lead} chủ trì."


def target_line(row: Row) -> str:
    """Write the targets in the document's words."""
    if not row.targets:
        return "Văn bản không đặt mức bằng số."
    targets = "; ".join(f"{t.year}: {row.notation.target(t)}" for t in row.targets)
    return f"Mục tiêu {targets}"

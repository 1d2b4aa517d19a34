"""The picture that is taken away of the roadmap: every indicator that is judged, a row each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indicators.board.board import Board, Row, version_line
from indicators.board.now_to_target import need_words, now_to_target
from indicators.board.roadmap import OnTheWay, Roadmap, roadmap
from indicators.charts.picture import EDGE, Shape, title_words
from indicators.charts.picture_badge import MARK_GRID, MIDDLE, mark_style
from indicators.charts.picture_frame import BAND, BETWEEN, band, foot, set_words, whole_picture
from indicators.charts.picture_grid import PictureBox
from indicators.charts.theme import BADGES, LIGHT, Ink
from indicators.progress.results import Status
from indicators.progress.way import Way
from indicators.typesetting.set_type import Spot, TypeRun, cut_lines, set_line, width_of
from indicators.typesetting.xml_text import clean
from indicators.wording.roadmap import OF_WHICH, kept_words, list_names, summary

TITLE = "Lộ trình đến năm 2030"
NO_VERDICT = "chưa chỉ tiêu nào đánh giá được"
LARGEST, GUTTER, KEY_SIZE, BESIDE = 17.0, 36, 15, 8
KEYS = (
    ("made", "đã đi được"),
    ("due", "theo lộ trình phải đạt"),
    ("gap", "còn thiếu hoặc vượt"),
    ("target", "mục tiêu"),
)
# Of the way, where base year and target stand, and how far words shrink before they are cut.
BASE, TARGET, ENDS, SHRUNK = 0.12, 0.84, (0.02, 0.98), 0.7
WIDER = 1.4  # than high: there is room for what is needed a year
PITCH = 1.62  # of the type, from one row to the next


class Cut(NamedTuple):
    """Of a column's width, where its parts end: names, ways from and to, figures, needs."""

    named: float
    drawn: tuple[float, float]
    now: float
    need: float


WIDE, NARROW = Cut(0.29, (0.295, 0.53), 0.83, 1.0), Cut(0.38, (0.39, 0.64), 1.0, 1.0)
LETTERS = {WIDE: 50, NARROW: 37}  # how many times a column is wider than its type


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A line of the picture: the heading of a list, or an indicator with its way if it has one."""

    heading: str = ""
    row: Row | None = None
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands: left end, middle line, width of its column, type, how it is cut."""

    left: float
    middle: float
    width: float
    size: float
    cut: Cut

    def at(self, share: float) -> float:
        """A place across the column."""
        return self.left + share * self.width

    def on_way(self, share: float) -> float:
        """A place on the way, what lies beyond it at its ends."""
        first, last = self.cut.drawn
        across = min(max(BASE + share * (TARGET - BASE), ENDS[0]), ENDS[1])
        return self.at(first + across * (last - first))

    @property
    def foot(self) -> float:
        """The line on which words stand."""
        return self.middle + MIDDLE * self.size


def roadmap_picture(
    board: Board, source: str, shape: Shape, faces: Callable[[str], str], ink: Ink = LIGHT
) -> str:
    """Draw the picture as SVG; `faces` gives the CSS rules with the fonts of a text."""
    whole = roadmap(board)
    told = f"{TITLE}: {summary(*counts(whole)) if whole.count else NO_VERDICT}"
    top = BAND + BETWEEN if board.mark else EDGE
    title = set_words(title_words(clean(told), shape), top, ink.text, "title", bold=True)
    keys = keys_drawing((EDGE, title.end + KEY_SIZE * 1.2), ink)
    below, source_drawn = foot(f"{source} · {version_line(board)}", shape, ink)
    begin = title.end + KEY_SIZE * 1.6 + BETWEEN
    room = PictureBox(EDGE, begin, shape.width - 2 * EDGE, below - begin - BETWEEN)
    mark = band(board.mark, shape) if board.mark else ""
    body = f"{mark}{title.drawn}{keys}{rows_drawing(picture_rows(whole), room, ink)}{source_drawn}"
    return whole_picture(told, body, shape, faces, ink)


def counts(whole: Roadmap) -> tuple[int, int, int, int]:
    """How many there are in each list."""
    return len(whole.behind), len(whole.ahead), len(whole.lost), len(whole.kept)


def picture_rows(whole: Roadmap) -> list[PictureRow]:
    """Lay all lists below each other, each headed; those that need attention first."""
    lists: tuple[Sequence[OnTheWay | Row], ...] = (
        whole.behind,
        whole.lost,
        whole.ahead,
        whole.kept,
    )
    rows: list[PictureRow] = []
    for name, part in zip(list_names(*counts(whole)), lists, strict=True):
        if part:
            rows += [PictureRow(name), *map(picture_row, part)]
    return rows


def picture_row(each: OnTheWay | Row) -> PictureRow:
    """Give the line of one indicator."""
    if isinstance(each, OnTheWay):
        return PictureRow(row=each.row, way=each.way)
    return PictureRow(row=each)


def rows_drawing(rows: Sequence[PictureRow], room: PictureBox, ink: Ink) -> str:
    """Draw the rows in two columns, in the largest type in which they have room."""
    high = -(-len(rows) // 2) or 1
    if rows[high - 1 : high] and rows[high - 1].heading:
        high += 1  # no heading at the foot of a column
    pitch, width = min(room.height / high, LARGEST * PITCH), (room.width - GUTTER) / 2
    cut = WIDE if room.width > room.height * WIDER else NARROW
    size = min(pitch / PITCH, width / LETTERS[cut])
    places = (
        RowPlace(
            room.left + (n // high) * (width + GUTTER),
            room.top + (n % high + 0.5) * pitch,
            width,
            size,
            cut,
        )
        for n in range(len(rows))
    )
    return "".join(row_drawing(row, place, ink) for row, place in zip(rows, places, strict=True))


def row_drawing(each: PictureRow, place: RowPlace, ink: Ink) -> str:
    """Draw a heading, or an indicator: verdict and name, way or words, figures, need."""
    if each.row is None:
        heading = TypeRun(each.heading, place.size, ink.text, "list", bold=True)
        return set_line(heading, (place.left, place.foot))
    way = way_drawing(each.row, each.way, place, ink) if each.way else kept(each.row, place, ink)
    return f'<g class="row">{name(each.row, place, ink)}{way}{figures(each.row, place, ink)}</g>'


def name(row: Row, place: RowPlace, ink: Ink) -> str:
    """Draw the mark of the verdict on its colour, and write the name."""
    look, side = BADGES[row.status], place.size * 1.2
    top, mark = place.middle - side / 2, side * 0.72
    inner = (side - mark) / 2
    at = place.left + side + 0.5 * place.size
    run = fitted(row.indicator.short_name, place.size, place.at(place.cut.named) - at, ink.text)
    return (
        f'<rect class="seal" x="{place.left:.1f}" y="{top:.1f}" width="{side:.1f}" '
        f'height="{side:.1f}" rx="3" fill="{look.fill}" stroke="{look.edge}"/>'
        f'<path d="{look.mark}" {mark_style(row.status)} transform="translate('
        f'{place.left + inner:.1f} {top + inner:.1f}) scale({mark / MARK_GRID:.3f})"/>'
        f"{set_line(run._replace(kind='name'), (at, place.foot))}"
    )


def way_drawing(row: Row, way: Way, place: RowPlace, ink: Ink) -> str:
    """Draw the way from base year to target: bar, tick, diamond, dot."""
    look, y, made = BADGES[row.status], place.middle, place.on_way(way.made)
    base, target, half = place.on_way(0), place.on_way(1), place.size * 0.3
    drawn = f'<path d="M{base:.1f} {y:.1f}H{target:.1f}" stroke="{ink.edge}" stroke-width="2"/>'
    if way.due is not None:
        due, thick = place.on_way(way.due), place.size * 0.42
        left, wide = min(made, due), abs(made - due)
        drawn += (
            f'<rect class="gap" x="{left:.1f}" y="{y - thick / 2:.1f}" width="{wide:.1f}" '
            f'height="{thick:.1f}" fill="{look.fill}" stroke="{look.edge}" stroke-width="0.7"/>'
        )
    drawn += (
        f'<path class="target" d="M{target:.1f} {y - half:.1f}l{half:.1f} {half:.1f}-{half:.1f} '
        f'{half:.1f}-{half:.1f}-{half:.1f}Z" fill="{ink.paper}" stroke="{ink.quiet}"/>'
        f'<circle class="made" cx="{made:.1f}" cy="{y:.1f}" r="{place.size * 0.45:.1f}" '
        f'fill="{look.fill}" stroke="{look.edge}"/>'
    )
    if way.due is None:
        return drawn
    return drawn + tick(due, place, ink)


def tick(across: float, place: RowPlace, ink: Ink) -> str:
    """Draw where the path asks to be."""
    top, tall = place.middle - place.size * 0.62, place.size * 1.24
    line = f'd="M{across:.1f} {top:.1f}v{tall:.1f}" stroke="{ink.text}" stroke-width="2"'
    return f'<path class="due" {line}/>'


def kept(row: Row, place: RowPlace, ink: Ink) -> str:
    """Write how a level is kept that has no way."""
    first, last = map(place.at, place.cut.drawn)
    told = kept_words(row.judgement).removesuffix(OF_WHICH)
    run = fitted(told, place.size * 0.92, last - first, ink.quiet)
    return set_line(run._replace(kind="kept"), (first, place.foot))


def figures(row: Row, place: RowPlace, ink: Ink) -> str:
    """Write figure and target, and what is needed a year, each at the right of its column."""
    cut = place.cut
    told = right(now_to_target(row).words, place, (cut.drawn[1], cut.now), ink)
    return told + right(need_words(row), place, (cut.now, cut.need), ink)


def right(words: str, place: RowPlace, ends: tuple[float, float], ink: Ink) -> str:
    """Write words up to the right end of a column; nothing where there is none."""
    first, last = ends
    if not words or first == last:
        return ""
    run = fitted(words, place.size, (last - first) * place.width - place.size * 0.6, ink.text)
    return set_line(run, (place.at(last), place.foot), "end")


def fitted(words: str, size: float, width: float, color: str) -> TypeRun:
    """Set words in a smaller type where they do not fit, and cut what fits in none."""
    fit = min(1.0, max(SHRUNK, width / max(width_of(words, size), 1)))
    return TypeRun(cut_lines(words, size * fit, width + 0.5, 1)[0], size * fit, color, "figure")


def keys_drawing(at: Spot, ink: Ink) -> str:
    """Say what the marks of a way are."""
    drawn, left = "", at[0]
    for key, words in KEYS:
        drawn += key_mark(key, left, at[1] - KEY_SIZE * MIDDLE, ink)
        left += KEY_SIZE * 1.4 + BESIDE
        drawn += set_line(TypeRun(words, KEY_SIZE, ink.quiet, "key"), (left, at[1]))
        left += width_of(words, KEY_SIZE) + KEY_SIZE
    return drawn


def key_mark(key: str, left: float, y: float, ink: Ink) -> str:
    """Draw one mark as it is in a row."""
    middle, half, look = left + KEY_SIZE * 0.7, KEY_SIZE * 0.35, BADGES[Status.OFF_TRACK]
    marks = {
        "made": f'<circle cx="{middle}" cy="{y:.1f}" r="{half}" fill="{ink.quiet}"/>',
        "due": f'<path d="M{middle} {y - 9:.1f}v18" stroke="{ink.text}" stroke-width="2"/>',
        "gap": f'<path d="M{left} {y:.1f}h{2 * half + 11}" stroke="{look.fill}" stroke-width="6"/>',
        "target": f'<path d="M{middle} {y - half:.1f}l{half} {half}-{half} {half}-{half}-{half}Z" '
        f'fill="{ink.paper}" stroke="{ink.quiet}"/>',
    }
    return marks[key]

"""What happens between the rounds: corrections, a withdrawal, an undo, a break, new targets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from indicators.board.board import CITY
from indicators.catalogue.records import Catalogue, Setting, Target
from indicators.intake.examination import examine
from indicators.intake.sender import Sender
from indicators.intake.undo import plan_undo, undo
from indicators.seeding.illustrative.figures import Figure
from indicators.seeding.illustrative.files import figures_file
from indicators.seeding.illustrative.rounds import (
    EDUCATION,
    SCIENCE,
    SENDERS,
    STATISTICS,
    Sending,
    at,
)
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from indicators.store.journal import record, record_catalogue
from indicators.store.records import Batch, Entry

NOTE = "Điều chỉnh minh họa"
BROKEN, BREAK_YEAR = "DH08", 2027


@dataclass(frozen=True, slots=True)
class Event:
    """Something else than a file that is recorded as it came."""

    moment: datetime
    happen: Callable[[Store], object]


def events(catalogue: Catalogue) -> Iterator[Sending | Event]:
    """Give what happens, in no order."""
    yield Event(at(2027, 1, 12), lambda store: _redefine(store, catalogue))
    yield Event(at(2028, 1, 9), _move_reporting_date)
    yield from _sent_by_mistake(catalogue)
    yield from _corrected(catalogue)
    yield from _undone(catalogue)
    yield Event(at(2028, 3, 20), lambda store: _break(store, catalogue))


def _redefine(store: Store, catalogue: Catalogue) -> None:
    """Move a target forward, put a milestone before another, lower a threshold."""
    targets = list(map(_redefined, catalogue.targets))
    last = next(each for each in targets if (each.indicator, each.scope) == ("CS10", "city"))
    milestone = replace(last, year=2028, value=80.0, wording="", note=NOTE)
    targets.insert(targets.index(last), milestone)
    settings = tuple(_lowered(each) for each in catalogue.settings)
    changed = replace(catalogue, targets=tuple(targets), settings=settings)
    record_catalogue(store, changed, "hệ thống", note="Danh mục thay đổi")


def _redefined(target: Target) -> Target:
    if (target.indicator, target.scope) == ("CS04", "city"):
        return replace(target, year=2029, note=NOTE)
    return target


def _lowered(setting: Setting) -> Setting:
    return replace(setting, value="0.90") if setting.name == "on_track_ratio" else setting


def _move_reporting_date(store: Store) -> None:
    known = catalogue_at(store, latest(store).number)
    settings = tuple(
        replace(each, value="20/09") if each.name == "report_9t" else each
        for each in known.settings
    )
    changed = replace(known, settings=settings)
    record_catalogue(store, changed, SENDERS[EDUCATION], kind="setting", note="Lùi hạn 9 tháng")


def _sent_by_mistake(catalogue: Catalogue) -> Iterator[Sending]:
    """Send a figure that is taken back a week later."""
    wrong = Figure("DH03", CITY, "", 2027, value="12,0", note="Chưa thống nhất cách tính")
    file = figures_file(catalogue, "bo-sung-2027-dh03.csv", [wrong])
    yield Sending(at(2028, 4, 3), EDUCATION, file)
    gone = replace(wrong, value="", status="rút", note="Rút để thống nhất cách tính")
    file = figures_file(catalogue, "rut-2027-dh03.csv", [gone])
    yield Sending(at(2028, 4, 11), EDUCATION, file)


def _corrected(catalogue: Catalogue) -> Iterator[Sending]:
    """Correct one figure; beside it stands a row that cannot be read."""
    right = Figure("HD02", CITY, "", 2027, value="12,60", note="Đính chính")
    unknown = Figure("HD04", CITY, "", 2027, value="0,5")
    file = figures_file(catalogue, "dinh-chinh-2027-thong-ke.csv", [right, unknown])
    yield Sending(at(2028, 5, 16), STATISTICS, replace(file, only_clean=True))


def _undone(catalogue: Catalogue) -> Iterator[Sending | Event]:
    """Send figures in the wrong unit, and take the whole file back on the next day."""
    wrong = [
        Figure("DH13", CITY, "", 2028, value="6080", status="sơ bộ"),
        Figure("DH14", CITY, "", 2028, value="27,9", status="sơ bộ"),
    ]
    file = figures_file(catalogue, "gui-lai-2028-so-khcn.csv", wrong)
    yield Sending(at(2028, 12, 4), SCIENCE, file)
    yield Event(at(2028, 12, 5), _take_back)


def _take_back(store: Store) -> None:
    undo(store, plan_undo(store, latest(store).number), Sender(SENDERS[SCIENCE], SCIENCE))


def _break(store: Store, catalogue: Catalogue) -> None:
    """Mark that a series begins anew; no form of a file can say so."""
    row = Figure(BROKEN, CITY, "", BREAK_YEAR, value="36,5", note="Đổi cách tính từ năm 2027")
    file = figures_file(catalogue, "doi-cach-tinh-dh08.csv", [row])
    examined = examine(store, file.name, file.content, judged=False)
    rows = [each._replace(break_before=True) for each in examined.observations]
    upload = replace(examined.upload, sender=SENDERS[EDUCATION], agency=EDUCATION)
    note = f"Tệp {file.name}; đánh dấu đổi cách tính từ năm {BREAK_YEAR}"
    entry = Entry(SENDERS[EDUCATION], EDUCATION, note=note)
    record(store, entry, Batch(rows, upload=upload, findings=examined.findings))

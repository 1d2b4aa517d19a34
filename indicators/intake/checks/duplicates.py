"""The same key more than once in a file: the same figure loads once, two figures not at all."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from indicators.intake.findings import Finding, excerpt
from indicators.store.records import STATUSES, Observation

MOST_NAMED = 5
# What columns hold that nothing is taken from, by sheet and row, by their headings.
Apart = Mapping[tuple[str, int], Mapping[str, str]]


def single(
    observations: Iterable[Observation], apart: Callable[[], Apart] = dict
) -> tuple[list[Observation], list[Finding]]:
    """Let each key through once, with what is to be said about the others.

    `apart` gives what unknown columns hold by sheet and row: rows that only such a column tells
    apart are no duplicates, and none of them is the figure of that key.
    """
    figures = list(observations)
    keys = [each.key for each in figures]
    if len(set(keys)) == len(keys):
        return figures, []
    times = Counter(keys)
    repeated: dict[tuple[object, ...], list[Observation]] = {}
    for each in figures:
        if times[each.key] > 1:
            repeated.setdefault(each.key, []).append(each)
    single_figures = [each for each in figures if times[each.key] == 1]
    findings: list[Finding] = []
    held = apart()
    for same in repeated.values():
        if column := _told_apart(same, held):
            findings += _of_parts(same, column)
            continue
        agreed = len({_figure(each) for each in same}) == 1
        single_figures += [_least_firm(same)] if agreed else []
        findings += _twice(same) if agreed else _conflicting(same)
    return single_figures, findings


def _told_apart(same: list[Observation], held: Apart) -> str:
    """Give the column that alone tells rows of one key apart; '' when there is none."""
    cells = [held.get((each.sheet, each.row or 0), {}) for each in same]
    names = dict.fromkeys(name for each in cells for name in each)
    return next((n for n in names if len({each.get(n, "") for each in cells}) == len(cells)), "")


def _of_parts(same: list[Observation], column: str) -> Iterator[Finding]:
    for each in same:
        others = ", ".join(_place(o, each) for o in same[:MOST_NAMED] if o is not each)
        message = (
            f"Chỉ khác {others} ở cột '{excerpt(column)}', mà tiêu đề cột này không nhận ra được "
            "nên không rõ số liệu là của phần nào; không nhập dòng nào. Hãy đổi tiêu đề theo biểu "
            "mẫu."
        )
        yield Finding("error", "unknown_column", each.sheet, each.row, "", each.indicator, message)


def _figure(each: Observation) -> tuple[object, ...]:
    return (each.value, each.numerator, each.denominator, each.label)


def _least_firm(same: list[Observation]) -> Observation:
    return same[0]._replace(status=min((each.status for each in same), key=STATUSES.index))


def _twice(same: list[Observation]) -> Iterator[Finding]:
    first = same[0]
    firmness = (
        f" với trạng thái '{_least_firm(same).status}'"
        if len({each.status for each in same}) > 1
        else ""
    )
    for each in same[1:]:
        message = (
            f"Trùng với {_place(first, each)}; chỉ nhập một lần{firmness}. "
            "Hãy bỏ dòng thừa hoặc xác nhận."
        )
        yield _finding(each, "warning", message)


def _conflicting(same: list[Observation]) -> Iterator[Finding]:
    for each in same:
        places = [_place(other, each) for other in same[:MOST_NAMED] if other is not each]
        more = f" và {len(same) - MOST_NAMED} dòng khác" if len(same) > MOST_NAMED else ""
        message = (
            f"Cùng một số liệu mà {', '.join(places)}{more} cho giá trị khác; không nhập dòng nào. "
            "Hãy giữ lại một dòng đúng."
        )
        yield _finding(each, "error", message)


def _place(other: Observation, each: Observation) -> str:
    sheet = f" trang '{other.sheet}'" if other.sheet != each.sheet else ""
    return f"dòng {other.row}{sheet}"


def _finding(each: Observation, severity: str, message: str) -> Finding:
    if severity == "warning":
        return Finding(
            "warning", "duplicate_key", each.sheet, each.row, "", each.indicator, message
        )
    return Finding(
        "error", "conflicting_duplicate", each.sheet, each.row, "", each.indicator, message
    )

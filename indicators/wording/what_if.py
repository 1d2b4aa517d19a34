"""What would be if: the sentence, and yearly changes as they are written and read."""

from collections.abc import Sequence

from indicators.catalogue.records import Target
from indicators.progress.aims import aim_of
from indicators.progress.what_if import Outlook
from indicators.wording.firmness import firmness_note
from indicators.wording.notation import Notation, goal_of, with_unit
from indicators.wording.numbers import MINUS, plain

ALWAYS_NAMED = (2030, 2035)


def named_years(outlook: Outlook) -> list[int]:
    """The years whose value is told: 2030, 2035 and those of the targets, after the figure."""
    years = {*ALWAYS_NAMED, *(aim.year for aim in outlook.aims)}
    return sorted(year for year in years if year > outlook.latest.year)


def condition(notation: Notation, change: float) -> str:
    """Say what is supposed: 'mỗi năm tăng 1,6 điểm phần trăm'."""
    if change == 0:
        return "giữ nguyên"
    return f"mỗi năm {notation.moved(change)} {exact_pace(notation, change)}"


def change_heading(notation: Notation) -> str:
    """Name what the slider changes, with its unit; a rank's number falls when it rises."""
    notes = [notation.change_unit()]
    notes += ["số âm là tăng hạng"] if notation.indicator.kind == "rank" else []
    reasons = "; ".join(note for note in notes if note)
    return f"Thay đổi mỗi năm ({reasons})" if reasons else "Thay đổi mỗi năm"


def exact_pace(notation: Notation, change: float) -> str:
    """Write a yearly change with all its decimals: what was asked is what is told."""
    return with_unit(plain(abs(change)), notation.change_unit())


def what_if_sentences(
    outlook: Outlook, change: float, targets: Sequence[Target], notation: Notation
) -> list[str]:
    """Say the values that follow, then of every target ahead when it is reached."""
    values = ", ".join(
        f"năm {year} là {notation.value(outlook.value_in(year, change))}"
        for year in named_years(outlook)
    )
    latest = outlook.latest
    start = f"{notation.value(latest.value)}{firmness_note(latest)} năm {latest.year}"
    first = f"Nếu từ mức {start} {condition(notation, change)} thì {values}."
    ahead = [t for t in targets if t.value is not None and t.year > latest.year]
    return [first, *(target_sentence(outlook, change, t, notation) for t in ahead)]


def target_sentence(outlook: Outlook, change: float, target: Target, notation: Notation) -> str:
    """Say when a target is reached, or that it is not, or not kept."""
    aim = aim_of(goal_of(target), outlook.measure.direction)
    year = outlook.year_held(aim, change)
    words = f"Mục tiêu năm {target.year} ({notation.target(target)}):"
    if year is None:
        return f"{words} không đạt."
    if year == outlook.latest.year:
        is_held = aim.held_by(outlook.value_in(target.year, change))
        return f"{words} {'đã đạt và vẫn giữ được' if is_held else 'đã đạt nhưng không giữ được'}."
    return f"{words} đạt năm {year}, {punctuality(year - target.year)}."


def punctuality(late: int) -> str:
    """Say how many years after its year a target is reached."""
    if late == 0:
        return "đúng năm phải đạt"
    return f"chậm {late} năm" if late > 0 else f"sớm {-late} năm"


def read_change(text: str) -> float | None:
    """Read a yearly change as the slider writes it or a hand types it: '−1,6', '-1.6'; else None.

    A dot can only be a decimal one: the slider writes none between thousands.
    """
    sign = -1 if text[:1] in (MINUS, "-") else 1
    bare = text[1:] if sign < 0 else text
    whole, _, decimals = bare.replace(".", ",").partition(",")
    digits = f"{whole}{decimals}"
    if not (digits.isascii() and digits.isdigit() and whole and len(digits) < 13):
        return None
    return sign * float(f"{whole}.{decimals or 0}") + 0.0


def change_label(change: float) -> str:
    """Write a yearly change for the slider and the address: '−1,6', no thousands dots."""
    return plain(change).replace(".", "")

"""What is to be done about an indicator: the tasks that serve it, the figure that is owed."""

from indicators.board.reporting import Due, last_due, next_due
from indicators.dossier.dossier import Dossier
from indicators.progress.results import Status
from indicators.wording.firmness import firmness
from indicators.wording.numbers import day

Step = tuple[str, str]  # what it is about, and what is to be done
SETTLED = (Status.ACHIEVED, Status.MONITORED)


def next_steps(dossier: Dossier) -> list[Step]:
    """List them; nothing is asked of the city for a figure of the whole country."""
    row = dossier.row
    if dossier.board.scope == "national" or row not in dossier.board.programme:
        return []
    tasks = [] if row.status in SETTLED else [("Nhiệm vụ", task_words(dossier))]
    return [*tasks, ("Số liệu", figure_words(dossier))]


def task_words(dossier: Dossier) -> str:
    """Name the tasks and who leads them, or say that the programme has none."""
    if not dossier.tasks:
        return "chương trình chưa có nhiệm vụ nào gắn với chỉ tiêu này."
    return f"{'; '.join(f'{task.summary} ({task.lead})' for task in dossier.tasks)}."


def figure_words(dossier: Dossier) -> str:
    """Say which figure is owed and how long, else which comes next and by when."""
    board, row = dossier.board, dossier.row
    today = board.as_of.day
    passed, due = last_due(board.catalogue, today), next_due(board.catalogue, today)
    if not passed.met_by(row):
        late = (today - passed.day).days
        return f"thiếu số liệu {passed.name}, hạn {day(passed.day)}, quá hạn {late} ngày."
    latest = row.judgement.latest
    comes = f"kỳ nộp tới {day(due.day)}, còn {days_to(due, dossier)} ngày."
    if latest and latest.provisional:
        return f"thay số {firmness(latest)} năm {latest.year} bằng số chính thức; {comes}"
    return f"đã đủ; {comes}"


def days_to(due: Due, dossier: Dossier) -> int:
    """Count the days to a reporting date."""
    return (due.day - dossier.board.as_of.day).days

"""What a person sees while a file is examined: which file, which stage, how far."""

from collections.abc import Iterator
from contextlib import contextmanager

from indicators.intake.stages import BEHIND, Stage, Tell, to_nobody
from pages.parts.label_text import as_text
from pages.parts.moving_bar import Draw, moving_bar
from pages.parts.sent import Sent

STAGE_NAMES: dict[Stage, str] = {
    "read": "đang đọc",
    "check": "đang kiểm tra từng dòng",
    "compare": "đang so với số liệu đang có",
    "judge": "đang tính lại các đánh giá",
}


@contextmanager
def stages_of(sent: Sent) -> Iterator[Tell]:
    """Draw a bar that moves as stages are told, and take it away at the end.

    Typed cells are done in a blink, with every cell anew: a bar would only flicker.
    """
    if sent.naming.rows:
        yield to_nobody
        return
    with moving_bar() as draw:
        yield lambda stage: draw_stage(draw, sent, stage)


def draw_stage(draw: Draw, sent: Sent, stage: Stage) -> None:
    """Draw how far the work is as a stage begins."""
    draw(BEHIND[stage], stage_line(sent, stage))


def stage_line(sent: Sent, stage: Stage) -> str:
    """Say which file it is and what is being done with it: 'Tệp 2 trên 3, a.csv: đang đọc…'."""
    which = ", ".join(filter(None, (sent.turn, sent.title)))
    return as_text(f"{which}: {STAGE_NAMES[stage]}…")

"""What a person sees while a file is examined: its place among others, and how far the work is."""

from collections.abc import Iterator
from contextlib import contextmanager

from indicators.intake.stages import BEHIND, NOBODY, Listener, Stage
from pages.parts.block import as_text
from pages.parts.moving_bar import Draw, moving_bar
from pages.parts.recording.sent import Sent

STAGE_NAMES: dict[Stage, str] = {
    "read": "đang đọc",
    "check": "đang kiểm tra từng dòng",
    "compare": "đang so với số liệu đang có",
    "judge": "đang tính lại các đánh giá",
}


@contextmanager
def stages_of(sent: Sent) -> Iterator[Listener]:
    """Draw a bar that moves as stages are told, and take it away at the end.

    Typed cells are done in a blink, with every cell anew: a bar would only flicker.
    """
    if sent.naming.rows:
        yield NOBODY
        return
    with moving_bar() as draw:
        yield Drawn(draw, sent).listener


class Drawn:
    """A bar as it was drawn last: drawn again, it is where a run ends whose reader has left."""

    def __init__(self, draw: Draw, sent: Sent) -> None:
        self._draw, self._sent = draw, sent
        self._last: tuple[float, str] = (0.0, "")

    @property
    def listener(self) -> Listener:
        """What hears of the stages and of the waiting."""
        return Listener(self.tell, self.wait)

    def tell(self, stage: Stage) -> None:
        """Draw how far the work is as a stage begins."""
        self._last = (BEHIND[stage], stage_line(self._sent, stage))
        draw_stage(self._draw, self._sent, stage)

    def wait(self, before: int) -> None:
        """Say how many files are before this one, or that it is still being worked on."""
        self._draw(*((0.0, turn_line(self._sent, before)) if before else self._last))


def draw_stage(draw: Draw, sent: Sent, stage: Stage) -> None:
    """Draw how far the work is as a stage begins."""
    draw(BEHIND[stage], stage_line(sent, stage))


def stage_line(sent: Sent, stage: Stage) -> str:
    """Say which file it is and what is being done with it: 'Tệp 2 trên 3, a.csv: đang đọc…'."""
    return line_of(sent, STAGE_NAMES[stage])


def turn_line(sent: Sent, before: int) -> str:
    """Say how many files are examined before this one: 'a.csv: chờ đến lượt, sau 2 tệp khác…'."""
    return line_of(sent, f"chờ đến lượt, sau {before} tệp khác")


def line_of(sent: Sent, what: str) -> str:
    """Write what is being done with a file as a line."""
    which = ", ".join(filter(None, (sent.turn, sent.title)))
    return as_text(f"{which}: {what}…")

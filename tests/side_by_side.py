"""Which worker runs which test file: the browser's on the first, all others on the others.

So servers and browsers that many tests share are started once, and a browser that waits leaves its
core to others. Whoever has nothing of its own left helps in the browser; never the other way
round, as Playwright keeps an event loop running, beside which other tests could start none.
"""

from xdist.scheduler import LoadFileScheduling
from xdist.workermanage import WorkerController

BROWSER = "tests/e2e/"
FIRST = "gw0"


class SideBySide(LoadFileScheduling):
    """Files in the order collected, but a worker is given those of its kind first."""

    def _reschedule(self, node: WorkerController) -> None:
        """Let a worker go that drove a browser once nothing is left to do there."""
        drove = any(map(in_browser, self.assigned_work[node]))
        if drove and not any(map(in_browser, self.workqueue)) and not node.shutting_down:
            node.shutdown()
        else:
            super()._reschedule(node)

    def _assign_work_unit(self, node: WorkerController) -> None:
        """Bring the file that this worker takes next to the head of the queue."""
        file = next_file(list(self.workqueue), node.gateway.id == FIRST)
        self.workqueue.move_to_end(file, last=False)
        super()._assign_work_unit(node)


def in_browser(file: str) -> bool:
    """Tell whether a file's tests drive a browser."""
    return file.startswith(BROWSER)


def next_file(queue: list[str], is_first: bool) -> str:
    """Choose of the files left: the first worker the first in the browser, others theirs.

    Helpers in the browser take from the other end, where the short ones are.
    """
    browsers = [file for file in queue if in_browser(file)]
    others = [file for file in queue if not in_browser(file)]
    if is_first:
        return (browsers or others)[0]
    return others[0] if others else browsers[-1]

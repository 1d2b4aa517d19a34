"""Yearly plans that come in a file, as they do at the offices."""

from indicators.intake.apply import Consent, apply
from indicators.intake.examination import examine
from indicators.intake.sender import Sender
from indicators.store.connection import Store

HEAD = "ma_chi_tieu;KH 2026"


def send_plans(store: Store, *lines: str, head: str = HEAD) -> None:
    """Send a file of plans: `send_plans(store, "ML02;78,5", head="ma_chi_tieu;KH 2026")`."""
    text = "\n".join([head, *lines, ""])
    examined = examine(store, "ke-hoach.csv", text.encode(), plan=True)
    assert apply(store, examined, Consent(every_warning=True), Sender("Lan")), examined.findings

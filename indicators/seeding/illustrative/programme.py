"""The illustrative programme recorded as a real one would be: version by version, file by file.

Every file goes through the intake as people send it, so that findings, provenance and journal are
what they would be. The clock of the board is set to each moment in turn.
"""

from operator import attrgetter

from indicators.catalogue.records import Catalogue
from indicators.intake.apply import Consent, apply
from indicators.intake.examination import examine
from indicators.intake.sender import Sender
from indicators.seeding.illustrative.events import events
from indicators.seeding.illustrative.rounds import SENDERS, Sending, at, rounds
from indicators.store.clock import set_to
from indicators.store.connection import Store
from indicators.store.journal import record_catalogue

SYSTEM = "hệ thống"
FOUNDED = at(2026, 1, 15)


def fill_illustrative(store: Store, catalogue: Catalogue) -> None:
    """Record the catalogue and ten years of made-up figures in an empty illustrative board."""
    with set_to(store, FOUNDED):
        record_catalogue(store, catalogue, SYSTEM, kind="seed", note="Danh mục ban đầu")
    steps = [*rounds(catalogue), *events(catalogue)]
    for step in sorted(steps, key=attrgetter("moment")):
        with set_to(store, step.moment):
            if isinstance(step, Sending):
                send(store, step)
            else:
                step.happen(store)


def send(store: Store, sending: Sending) -> None:
    """Examine a file and record it, every warning agreed to."""
    file = sending.file
    examined = examine(store, file.name, file.content, plan=file.plans, judged=False)
    consent = Consent(every_warning=True, only_clean=file.only_clean)
    sender = Sender(SENDERS[sending.agency], sending.agency)
    apply(store, examined, consent, sender)

"""A file as it was sent: what the check found in it, and what recording it would change."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from indicators.intake.apart.reading import alone, in_turn, read
from indicators.intake.apart.work import FileToRead
from indicators.intake.checks.check import Basis, Checked, compared
from indicators.intake.checks.history_checks import Past
from indicators.intake.findings import Finding, FindingKind, IndicatorsOfRows
from indicators.intake.preview import Preview, preview
from indicators.intake.stages import NOBODY, Listener
from indicators.intake.tables.table import Source
from indicators.intake.uncollected import uncollected
from indicators.logs.actions import timed
from indicators.settings.in_force import in_force
from indicators.store.clock import today
from indicators.store.connection import Store
from indicators.store.held import same_file, values_at
from indicators.store.history import catalogue_at, indicators_ever, latest
from indicators.store.records import Observation, Upload
from indicators.wording.letters import one_line

RowsOutcome = Literal["accept", "accept_with_warning", "reject"]
Blocked = Literal["file", "rows"]

# Errors about the file as a whole: none of its rows can be trusted.
WHOLE_FILE: frozenset[FindingKind] = frozenset(
    {
        "missing_column",
        "duplicate_column",
        "empty_file",
        "no_data_rows",
        "not_a_table",
        "unsupported_format",
        "password_protected",
        "encoding",
        "too_large",
    }
)


@dataclass(frozen=True)
class Examination:
    """A file with its findings, the figures of its clean rows and the preview of them.

    `recorded_in` are the versions that brought a file with the same bytes. `plans` are its planned
    figures, there only when they were asked for. Its marked copy is made from `source`;
    `indicators` are those of the rows that something was found in.
    """

    upload: Upload
    observations: tuple[Observation, ...]
    findings: tuple[Finding, ...]
    preview: Preview
    recorded_in: tuple[int, ...]
    plans: tuple[Observation, ...] = ()
    plans_asked: bool = False
    source: Source | None = field(default=None, compare=False, repr=False)
    indicators: IndicatorsOfRows = field(default_factory=dict, compare=False, repr=False)

    @property
    def leaves_out_plans(self) -> bool:
        """Whether the file has columns of planned figures that were not asked for."""
        return any(finding.kind == "plan_column" for finding in self.findings)

    @property
    def errors(self) -> list[Finding]:
        """The findings that keep rows or the whole file out."""
        return [finding for finding in self.findings if finding.severity == "error"]

    @property
    def warnings(self) -> list[Finding]:
        """The findings that wait to be ticked."""
        return [finding for finding in self.findings if finding.severity == "warning"]

    @cached_property
    def blocked(self) -> Blocked | None:
        """Whether errors keep out the file, some of its rows, or nothing."""
        return blocked_by(self.findings)

    @property
    def outcome(self) -> RowsOutcome:
        """What can be done with the file as it is."""
        if self.blocked:
            return "reject"
        return "accept_with_warning" if self.warnings else "accept"


@timed("upload_examined")
@uncollected()
def examine(
    store: Store,
    name: str,
    content: bytes,
    sha256: str | None = None,
    *,
    plan: bool = False,
    judged: bool = True,
    listener: Listener = NOBODY,
) -> Examination:
    """Read and check a file and preview its clean rows at the newest version; writes nothing.

    `sha256` is given where `content` is only the beginning of a file that is too large; `plan` asks
    for planned figures as well, as yearly plans; unless `judged` the preview tells no impact, which
    takes longest to work out; the listener hears of each stage once, as it begins, and again
    and again how many files are before this one.
    """
    version = latest(store).number
    past = Past.of(values_at(store, version))
    file = _file(store, past, version, name, content, plan=plan)
    with in_turn(file, listener.wait):
        listener.tell("read")
        found = read(file, listener)
        with alone(file, found.rows_read, listener.wait):
            checked = compared(found.rows, past, file.basis.catalogue)
            is_usable = blocked_by(checked.findings) != "file"
            usable, planned = (checked.observations, checked.plans) if is_usable else ((), ())
            previewed = preview(store, usable, version, planned, listener.tell, judged=judged)
    upload = _upload(file, sha256, found.rows_read, previewed, checked)
    recorded = tuple(same_file(store, version, upload.sha256))
    return Examination(
        upload, usable, checked.findings, previewed, recorded, planned, plan, found.source,
        checked.indicators,
    )  # fmt: skip


def _file(
    store: Store, past: Past, version: int, name: str, content: bytes, *, plan: bool
) -> FileToRead:
    catalogue = catalogue_at(store, version)
    earlier = tuple(indicators_ever(store, version))
    basis = Basis(catalogue, frozenset(past.small), today(store), earlier)
    return FileToRead(
        one_line(name), content, in_force().limits, basis, plan, store.nature == "illustrative"
    )


def _upload(
    file: FileToRead, sha256: str | None, rows_read: int, previewed: Preview, checked: Checked
) -> Upload:
    upload = Upload.received(file.name, file.content, "")
    return replace(
        upload,
        sha256=sha256 or upload.sha256,
        rows_read=rows_read,
        rows_loaded=len(previewed.rows) + len(previewed.plan_rows),
        warnings=sum(finding.severity == "warning" for finding in checked.findings),
    )


def blocked_by(findings: Iterable[Finding]) -> Blocked | None:
    """Say whether errors keep out the file, some of its rows, or nothing."""
    errors = [finding for finding in findings if finding.severity == "error"]
    if any(error.row is None or error.kind in WHOLE_FILE for error in errors):
        return "file"
    return "rows" if errors else None

"""Recording an examined file: once what it says is agreed to, whole, and only as it was shown."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from indicators.intake.examination import Examination
from indicators.intake.findings import Finding
from indicators.intake.sender import Sender
from indicators.store.connection import Store
from indicators.store.journal import record
from indicators.store.records import Batch, Entry, Version


class BlockedError(Exception):
    """Findings stand in the way; `findings` are those not agreed to."""

    def __init__(self, findings: Collection[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(f"Chưa ghi gì: tệp còn {_counted(self.findings)}.")


@dataclass(frozen=True, slots=True)
class Consent:
    """What the sender agreed to: warnings by kind or one by one, and loading only clean rows."""

    kinds: frozenset[str] = frozenset()
    ticked: frozenset[Finding] = frozenset()
    every_warning: bool = False
    only_clean: bool = False

    def covers(self, finding: Finding) -> bool:
        """Whether a finding no longer stands in the way."""
        if finding.severity == "error":
            return self.only_clean
        return self.every_warning or finding.kind in self.kinds or finding in self.ticked


def in_the_way(examined: Examination, consent: Consent) -> list[Finding]:
    """List the errors and warnings that nobody agreed to; an unusable file is never agreed to."""
    if examined.blocked == "file":
        return examined.errors
    return [f for f in (*examined.errors, *examined.warnings) if not consent.covers(f)]


def apply(store: Store, examined: Examination, consent: Consent, sender: Sender) -> Version | None:
    """Record what the preview shows, as one version; None when it changes nothing.

    Raises BlockedError when findings stand in the way and StaleError when somebody recorded since
    the preview; nothing is recorded then.
    """
    waiting = in_the_way(examined, consent)
    if waiting:
        raise BlockedError(waiting)
    preview = examined.preview
    if not preview.writes:
        return None
    upload = replace(examined.upload, sender=sender.name, agency=sender.agency)
    entry = Entry(sender.name, sender.agency, "upload", noted(examined), preview.based_on)
    return record(store, entry, Batch(preview.rows, preview.plan_rows, upload, examined.findings))


def noted(examined: Examination) -> str:
    """Say for the journal which file it was and what was agreed to."""
    parts = [f"Tệp {examined.upload.file_name}"]
    if examined.preview.plan_rows:
        parts.append("nhập cả số kế hoạch")
    if examined.warnings:
        parts.append(f"đã xác nhận {_kinds(examined.warnings)}")
    if examined.errors:
        parts.append(f"chỉ nhập dòng đúng, bỏ {_kinds(examined.errors)}")
    return "; ".join(parts)


def _counted(findings: Collection[Finding]) -> str:
    errors = sum(finding.severity == "error" for finding in findings)
    waiting = len(findings) - errors
    counts = ((errors, "lỗi"), (waiting, "cảnh báo chưa xác nhận"))
    return ", ".join(f"{count} {name}" for count, name in counts if count)


def _kinds(findings: Iterable[Finding]) -> str:
    return ", ".join(sorted({finding.kind for finding in findings}))

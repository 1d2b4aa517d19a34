"""What a check has to say about a file, in words the sender can act on."""

from indicators.store.records import Finding, FindingKind, Severity

__all__ = ["Finding", "FindingKind", "Severity", "UnreadableFileError", "excerpt"]

EXCERPT = 80


class UnreadableFileError(Exception):
    """The file cannot be taken as a table; `finding` is the reason, the message its sentence."""

    def __init__(self, kind: FindingKind, message: str) -> None:
        self.finding = Finding("error", kind, "", None, "", "", message)
        super().__init__(message)


def excerpt(text: str) -> str:
    """Cut an offending text to what fits a line."""
    return text if len(text) <= EXCERPT else f"{text[: EXCERPT - 1]}…"

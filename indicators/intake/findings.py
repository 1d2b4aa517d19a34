"""What a check has to say about a file, in words the sender can act on."""

from collections.abc import Mapping

from indicators.store.records import Finding, FindingKind, Severity

__all__ = [
    "Finding",
    "FindingKind",
    "IndicatorsOfRows",
    "Severity",
    "UnreadableFileError",
    "excerpt",
]

EXCERPT = 80


# The indicator of a row, by its sheet and number.
IndicatorsOfRows = Mapping[tuple[str, int], str]


class UnreadableFileError(Exception):
    """The file cannot be taken as a table; `finding` is the reason, the message its sentence."""

    def __init__(self, kind: FindingKind, message: str) -> None:
        self.finding = Finding("error", kind, "", None, "", "", message)
        super().__init__(message)


def excerpt(text: str) -> str:
    """Cut an offending text to what fits a line."""
    return text if len(text) <= EXCERPT else f"{text[: EXCERPT - 1]}…"

"""What a check has to say about a file, in words the sender can act on."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "remark"]
FindingKind = Literal[
    "unknown_indicator",
    "bad_year",
    "future_year",
    "before_merger",
    "status_regression",
    "bad_number",
    "not_integer",
    "ambiguous_number",
    "mixed_number_format",
    "missing_value",
    "out_of_range",
    "scale_suspect",
    "unit_mismatch",
    "ratio_mismatch",
    "jump",
    "duplicate_key",
    "conflicting_duplicate",
    "missing_column",
    "duplicate_column",
    "unknown_column",
    "plan_column",
    "estimate",
    "empty_file",
    "no_data_rows",
    "not_a_table",
    "unsupported_format",
    "password_protected",
    "encoding",
    "too_large",
    "formula_error",
    "unknown_area",
    "ambiguous_area",
    "unknown_group",
    "ragged_row",
    "non_data_row",
    "extra_sheet",
    "text_too_long",
    "not_allowed",
]
SHOWN_TEXT = 80


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on a file; `row` as the spreadsheet shows it, None for the whole file.

    Errors keep their row out, warnings wait to be ticked, remarks only inform.
    """

    severity: Severity
    kind: FindingKind
    sheet: str
    row: int | None
    column: str
    text: str
    message: str


class UnreadableFileError(Exception):
    """The file cannot be taken as a table; `finding` is the reason, the message its sentence."""

    def __init__(self, kind: FindingKind, message: str) -> None:
        self.finding = Finding("error", kind, "", None, "", "", message)
        super().__init__(message)


def shown(text: str) -> str:
    """Cut an offending text to what fits a line."""
    return text if len(text) <= SHOWN_TEXT else f"{text[: SHOWN_TEXT - 1]}…"

"""What enters the store from outside: figures, the files they came in, what was found in those.

The field order of a record is the column order of its table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Literal, NamedTuple

from indicators.catalogue.records import Target

Period = Literal["nam", "9t", "6t"]
Status = Literal["chính thức", "sơ bộ", "ước"]
UploadState = Literal["draft", "sent", "approved", "returned"]

PERIODS: tuple[Period, ...] = ("6t", "9t", "nam")
STATUSES: tuple[Status, ...] = ("ước", "sơ bộ", "chính thức")

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
    "filled_in",
]

# Stands in place of a percentage whose denominator is 0: there is nothing it could be a share of.
NO_SUBJECT = "không có"

OBSERVATION_KEY = ("indicator", "area", "group", "year", "period")


class Observation(NamedTuple):
    """One figure; `group` '' is the total, no value and no label withdraws the figure of that key.

    `label` is what was published in place of a number or beside it (a rank band, "chưa xếp hạng",
    `NO_SUBJECT` beside 0 of 0).
    `row` is the row as the spreadsheet shows it, 1-based. Files hold hundreds of thousands, which a
    tuple takes at a quarter of the cost of a dataclass.
    """

    indicator: str
    area: str
    group: str
    year: int
    period: Period
    value: float | None
    numerator: float | None
    denominator: float | None
    label: str
    status: Status
    back_cast: bool
    break_before: bool
    source: str
    document: str
    document_date: date | None
    link: str
    note: str
    sheet: str
    row: int | None

    @property
    def key(self) -> tuple[str, str, str, int, Period]:
        """Tell this figure from any other; a later version of the same key replaces it."""
        return (self.indicator, self.area, self.group, self.year, self.period)

    @property
    def has_no_subject(self) -> bool:
        """Whether it is 0 of 0: a complete answer that says no value."""
        return self.value is None and self.label == NO_SUBJECT


# A figure of which nothing is said.
BLANK = Observation(
    *("", "", "", 0, "nam", None, None, None, "", "chính thức", False, False),
    *("", "", None, "", "", "", None),
)


class Recorded(NamedTuple):
    """A figure in force, the version that wrote it and when, its file's name ('' without one)."""

    observation: Observation
    version: int
    at: datetime
    file_name: str


PlanKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """A yearly plan: a target of scope plan, given or withdrawn, and the file it came in."""

    target: Target
    withdrawn: bool = False
    upload: int | None = None
    sheet: str = ""
    row: int | None = None

    @property
    def key(self) -> PlanKey:
        """Tell this plan from any other: its indicator and year."""
        return self.target.indicator, self.target.year


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was received, and what the check made of its rows."""

    file_name: str
    sha256: str
    content: bytes
    sender: str
    agency: str
    state: UploadState
    rows_read: int
    rows_loaded: int
    warnings: int

    @classmethod
    def received(cls, file_name: str, content: bytes, sender: str, agency: str = "") -> "Upload":
        """A file that has only just come in: nothing read yet, its digest taken."""
        digest = sha256(content).hexdigest()
        return cls(file_name, digest, content, sender, agency, "approved", 0, 0, 0)


class Finding(NamedTuple):
    """One remark on a file; `row` as the spreadsheet shows it, None for the whole file.

    Errors keep their row out, warnings wait to be ticked, remarks only inform. A file can have
    hundreds of thousands, which a tuple takes at half the cost of a dataclass.
    """

    severity: Severity
    kind: FindingKind
    sheet: str
    row: int | None
    column: str
    text: str
    message: str


@dataclass(frozen=True)
class Batch:
    """What a version is to write: figures and plans, their file, what was found in it.

    `origins` names the upload of figures that came in earlier files.
    """

    figures: Sequence[Observation] = ()
    plans: Sequence[Plan] = ()
    upload: Upload | None = None
    findings: Sequence[Finding] = ()
    origins: Mapping[Observation, int | None] | None = None


# Of a hash, as many letters as stand beside a version on whatever leaves the house.
HEAD_LETTERS = 10

VersionKind = Literal["seed", "upload", "undo", "catalogue", "setting"]


@dataclass(frozen=True, slots=True)
class Version:
    """An entry of the journal; `at` is aware UTC, `hash` seals the entry, its rows and the past.

    `undoes` is the version that an undo takes back; older software left it to the note.
    """

    number: int
    at: datetime
    kind: VersionKind
    by: str
    agency: str
    method: int
    note: str
    previous_hash: str
    hash: str
    undoes: int | None = None

    @property
    def head(self) -> str:
        """The beginning of the hash, by which the version is found again."""
        return self.hash[:HEAD_LETTERS]


@dataclass(frozen=True, slots=True)
class Entry:
    """A journal entry to be written, and the version it was prepared at; None: whichever is last.

    Who signs it, for which agency, and what is noted.
    """

    by: str
    agency: str = ""
    kind: VersionKind = "upload"
    note: str = ""
    based_on: int | None = None
    undoes: int | None = None

"""The definitions of the programme as plain records; one class a CSV file and a table of the store.

The field order is the column order. Fields listed in `KEYS` tell one record of a kind from another.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, TypeVar

Kind = Literal["percent", "count", "amount", "index", "ratio", "rank", "difference", "milestone"]
Rule = Literal["reach", "each_year", "maintain", "growth", "context"]
Direction = Literal["up", "down"]
Comparator = Literal[">=", ">", "<=", "<", "about", "done", "maintain"]
TargetScope = Literal["city", "national", "plan"]
Role = Literal["partition", "distribution", "cumulative", "partial"]


@dataclass(frozen=True, slots=True)
class Document:
    """A document the programme rests on."""

    code: str
    name: str
    issuer: str
    issued: date


@dataclass(frozen=True, slots=True)
class Group:
    """One of the programme's groups of indicators, in document order."""

    code: str
    position: int
    name: str
    name_en: str
    doc_ref: str
    aim: str


@dataclass(frozen=True, slots=True)
class Agency:
    """A body that leads indicators or tasks; `short_name` is the form used in tables."""

    name: str
    short_name: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured. `proposed` names the fields that are ours and not in the document."""

    code: str
    position: int
    group: str
    name: str
    short_name: str
    name_en: str
    unit: str
    kind: Kind
    rule: Rule
    direction: Direction | None
    base_year: int | None
    decimals: int
    lower: float | None
    upper: float | None
    is_share: bool
    accumulates: Literal["flow", "stock"]
    year_basis: Literal["năm dương lịch", "năm học", "ngày chốt"]
    definition: str
    collection: str
    doc: str
    doc_ref: str
    lead: str
    measure: Literal["document", "proposed"]
    proposed: str
    note: str


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked of an indicator by `year`; each_year bounds hold from `from_year` on."""

    indicator: str
    scope: TargetScope
    year: int
    comparator: Comparator
    value: float | None
    from_year: int | None
    doc: str
    doc_ref: str
    wording: str
    note: str


@dataclass(frozen=True, slots=True)
class Area:
    """A place with figures of its own: the city, its communes, the country, the old provinces.

    `short_name` labels a line of a chart and tells the old provinces from the new city.
    """

    code: str
    name: str
    short_name: str
    kind: Literal["thành phố", "phường", "xã", "đặc khu", "cả nước", "tỉnh, thành phố cũ"]
    parent: str
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class AreaOrigin:
    """What a unit was made of at the merger, as the official note words it."""

    area: str
    province: str
    formed_from: str


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One value of a dimension (cấp học = Tiểu học)."""

    dimension: str
    value: str
    position: int
    note: str


@dataclass(frozen=True, slots=True)
class IndicatorBreakdown:
    """A value an indicator may be reported by, and the role the dimension plays for it.

    The dimension `xã phường đặc khu` is by area and has the value `*`. Values of a `partial`
    dimension do not make up the whole (pupils by school level leave out the students): they are
    shown and never added up.
    """

    indicator: str
    dimension: str
    value: str
    role: Role


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """A heading of the programme's section III."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Task:
    """A task of the programme and the indicators it serves (codes separated by `; `)."""

    code: str
    group: str
    summary: str
    doc_ref: str
    indicators: str
    lead: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A threshold or date that the city may change; kept in the journal like everything else."""

    name: str
    value: str
    note: str


COMMUNE_KINDS = ("phường", "xã", "đặc khu")

Record = (
    Document | Group | Agency | Indicator | Target | Area | AreaOrigin
    | Breakdown | IndicatorBreakdown | TaskGroup | Task | Setting
)  # fmt: skip

KEYS: dict[type, tuple[str, ...]] = {
    Document: ("code",),
    Group: ("code",),
    Agency: ("name",),
    Indicator: ("code",),
    Target: ("indicator", "scope", "year"),
    Area: ("code",),
    AreaOrigin: ("area",),
    Breakdown: ("dimension", "value"),
    IndicatorBreakdown: ("indicator", "dimension", "value"),
    TaskGroup: ("code",),
    Task: ("code",),
    Setting: ("name",),
}

OfIndicator = TypeVar("OfIndicator", Target, IndicatorBreakdown)


@dataclass(frozen=True)
class Catalogue:
    """All definitions in force together; each tuple is in the programme's order."""

    documents: tuple[Document, ...]
    groups: tuple[Group, ...]
    agencies: tuple[Agency, ...]
    indicators: tuple[Indicator, ...]
    targets: tuple[Target, ...]
    areas: tuple[Area, ...]
    area_origins: tuple[AreaOrigin, ...]
    breakdowns: tuple[Breakdown, ...]
    indicator_breakdowns: tuple[IndicatorBreakdown, ...]
    task_groups: tuple[TaskGroup, ...]
    tasks: tuple[Task, ...]
    settings: tuple[Setting, ...]

    @cached_property
    def documents_by_code(self) -> Mapping[str, Document]:
        """The documents by their codes."""
        return {each.code: each for each in self.documents}

    @cached_property
    def groups_by_code(self) -> Mapping[str, Group]:
        """The groups of indicators by their codes."""
        return {each.code: each for each in self.groups}

    @cached_property
    def indicators_by_code(self) -> Mapping[str, Indicator]:
        """The indicators by their codes."""
        return {each.code: each for each in self.indicators}

    @cached_property
    def areas_by_code(self) -> Mapping[str, Area]:
        """The areas by their codes."""
        return {each.code: each for each in self.areas}

    @cached_property
    def communes(self) -> Mapping[str, Area]:
        """The communes of all times by their codes."""
        return {each.code: each for each in self.areas if each.kind in COMMUNE_KINDS}

    @cached_property
    def indicator_names(self) -> Mapping[str, str]:
        """The short names of indicators by their codes."""
        return {each.code: each.short_name for each in self.indicators}

    @cached_property
    def area_names(self) -> Mapping[str, str]:
        """The short names of areas by their codes."""
        return {each.code: each.short_name for each in self.areas}

    @cached_property
    def agency_names(self) -> Mapping[str, str]:
        """The short names of agencies by their names."""
        return {each.name: each.short_name for each in self.agencies}

    @cached_property
    def agencies_by_short_name(self) -> Mapping[str, Agency]:
        """The agencies by their short names."""
        return {each.short_name: each for each in self.agencies}

    @cached_property
    def targets_by_indicator(self) -> Mapping[str, tuple[Target, ...]]:
        """The targets of each indicator, of every scope; those without any have no entry."""
        return _by_indicator(self.targets)

    @cached_property
    def breakdowns_by_indicator(self) -> Mapping[str, tuple[IndicatorBreakdown, ...]]:
        """What each indicator may be reported by; those without any have no entry."""
        return _by_indicator(self.indicator_breakdowns)

    @cached_property
    def breakdown_places(self) -> Mapping[tuple[str, str], int]:
        """The place in the list of each dimension and value."""
        return {(each.dimension, each.value): n for n, each in enumerate(self.breakdowns)}

    @cached_property
    def setting_values(self) -> Mapping[str, str]:
        """What is set, by name."""
        return {each.name: each.value for each in self.settings}


def _by_indicator(records: Iterable[OfIndicator]) -> Mapping[str, tuple[OfIndicator, ...]]:
    found: dict[str, list[OfIndicator]] = defaultdict(list)
    for each in records:
        found[each.indicator].append(each)
    return {code: tuple(own) for code, own in found.items()}

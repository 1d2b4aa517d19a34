"""What the cells of a file say, each distinct one read once however many rows repeat it."""

from dataclasses import dataclass, field
from functools import partial

from indicators.catalogue.records import Area, Indicator
from indicators.intake.checks.keys import Known, in_its_time, read_group, read_indicator, read_year
from indicators.intake.checks.provenance import (
    read_link,
    read_period,
    read_prose,
    read_sent,
    read_status,
    read_unit,
)
from indicators.intake.checks.readings import CellReading, Memo
from indicators.intake.checks.values import Numerals, ValueReader, read_part

# The columns that say the same whatever the indicator, in the order they are read.
PLAIN = (
    "ma_chi_tieu", "don_vi", "nam", "ky", "trang_thai", "ngay_van_ban", "lien_ket", "nguon",
    "so_van_ban", "ghi_chu",
)  # fmt: skip


@dataclass(slots=True)
class OfIndicator:
    """The cells read for one indicator."""

    groups: Memo
    units: Memo
    values: ValueReader


@dataclass(slots=True)
class CellMemory:
    """Everything read so far, each distinct cell once; shared by the tables of a file."""

    known: Known
    planned: bool
    numerals: Numerals = field(default_factory=Numerals)
    plain: tuple[Memo, ...] = ()
    indicators: dict[str, OfIndicator] = field(default_factory=dict)
    parts: dict[frozenset[str], Memo] = field(default_factory=dict)
    times: dict[tuple[str, int], CellReading[bool]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        year = partial(read_year, self.known, planned=self.planned)
        indicator, area = partial(read_indicator, self.known), self.known.areas.read
        texts = (read_link, read_prose, read_prose, read_prose)
        readers = (indicator, area, year, read_period, read_status, read_sent, *texts)
        self.plain = tuple(Memo(reader) for reader in readers)

    def of(self, indicator: Indicator) -> OfIndicator:
        """Give what was read for an indicator."""
        own = self.indicators.get(indicator.code)
        if own is None:
            own = OfIndicator(
                Memo(partial(read_group, self.known, indicator)),
                Memo(partial(read_unit, indicator)),
                ValueReader(indicator, self.numerals),
            )
            self.indicators[indicator.code] = own
        return own

    def part(self, marks: frozenset[str]) -> Memo:
        """Give the reader of numerators and denominators in a column with these decimal marks."""
        if marks not in self.parts:
            self.parts[marks] = Memo(partial(read_part, marks))
        return self.parts[marks]

    def in_its_time(self, area: Area, year: int) -> CellReading[bool]:
        """Say whether a figure is recalculated for an area that came later."""
        reading = self.times.get((area.code, year))
        if reading is None:
            reading = self.times[area.code, year] = in_its_time(area, year)
        return reading

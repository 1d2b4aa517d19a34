"""What a row's cell of a quality would hold by what is said beside it."""

from dataclasses import dataclass

from indicators.catalogue.records import Indicator
from indicators.intake.checks.keys import Known
from indicators.intake.checks.provenance import read_unit
from indicators.intake.checks.qualifiers.names import group_values, is_of_group
from indicators.intake.checks.qualifiers.said import Quality
from indicators.intake.files.cell import Cell
from indicators.intake.files.spelling import same_name


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills one quality; of groups one dimension, as a cell may name values of several."""

    quality: Quality
    dimension: str
    known: Known

    def leaves_unsaid(self, own: Cell) -> bool:
        """Say whether a row's own cell leaves the quality to places farther away."""
        if self.quality != "nhom" or not own or not self.dimension:
            return not own
        values = group_values(self.known)
        parts = [same_name(part.rpartition("=")[2]) for part in own.split(";")]
        return all(values.get(p, "").partition("=")[0] != self.dimension for p in parts)

    def value(self, own: Cell, said: str, indicator: Indicator | None) -> str:
        """Give what the cell is to hold; '' where what is said goes without saying."""
        if self.quality == "nhom":
            inherent = indicator is not None and self._inherent(indicator, said)
            return "" if inherent else "; ".join(part for part in (own, said) if part)
        if self.quality == "dvt":
            units = said.split("|")
            fits = indicator and any(not read_unit(indicator, Cell(u)).problems for u in units)
            return "" if fits else ", ".join(units)
        city = self.known.areas.city
        return "" if said in (city.code, city.name, "nam", "chính thức") else said

    def _inherent(self, indicator: Indicator, said: str) -> bool:
        """Say whether an indicator is of that group by its very name, and has no such part."""
        dimension, _, value = said.partition("=")
        has_part = value in self.known.groups.get(indicator.code, {}).get(dimension, ())
        return not has_part and is_of_group(indicator, value)

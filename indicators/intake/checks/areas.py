"""Which area a cell names: by code or name; what is not one of them is reported, never guessed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import lru_cache

from indicators.catalogue.records import Area, AreaOrigin, Catalogue
from indicators.intake.checks.former_units import former_units
from indicators.intake.checks.readings import CellReading, Problem
from indicators.intake.files.cell import Cell
from indicators.intake.files.spelling import composed, plain_digits, same_name, unaccented

CITY_WORDS = (
    "toàn thành phố", "toàn tp", "cả thành phố", "thành phố", "hải phòng", "tphp", "thành phố hp",
    "toàn thành phố hải phòng", "toàn tp hải phòng",
)  # fmt: skip
COUNTRY_WORDS = ("toàn quốc", "việt nam")
TOTAL = re.compile(r"(tong|cong)( .*)?")
SHORT_KINDS = {
    "tp": "thành phố", "p": "phường", "x": "xã", "đk": "đặc khu", "tt": "thị trấn",
    "tx": "thị xã", "q": "quận", "h": "huyện",
}  # fmt: skip
SHORT_KIND = re.compile(f"({'|'.join(SHORT_KINDS)})" + r"(?:\.\s*|\s+)(?=\w)")
KIND = re.compile(r"^(phường|xã|đặc khu|thị trấn|quận|huyện|thị xã|thành phố|tỉnh)\s+")
OFFICE = re.compile(r"^(?:ubnd|uỷ ban nhân dân|uy ban nhan dan)\s+")
DISTRICTS = ("quận", "huyện", "thị xã", "thành phố")
MOST_NAMED = 5
# Looking for near spellings is slow; a file with more unknown names than this has another fault.
MOST_GUESSED, LONGEST_GUESSED = 200, 100
NEAR = 0.8


@dataclass(slots=True)
class Areas:
    """The areas laid out for looking up what cells name."""

    city: Area
    codes: dict[str, Area]
    names: dict[str, Area]
    former: dict[str, list[Area]]
    bare: dict[str, set[str]] = field(default_factory=dict)
    proper: dict[str, list[str]] = field(default_factory=dict)
    guessed: int = 0

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Areas":
        """Index the areas of a catalogue; for each file anew, as it counts what it guesses."""
        return replace(_laid_out(catalogue.areas, catalogue.area_origins))

    @classmethod
    def laid_out(cls, listed: tuple[Area, ...], origins: tuple[AreaOrigin, ...]) -> "Areas":
        """Index areas and what they were made of."""
        codes = {area.code: area for area in listed}
        city = next(area for area in listed if area.kind == "thành phố")
        names = {same_name(name): a for a in listed for name in (a.short_name, a.name)}
        names |= {same_name(word): city for word in CITY_WORDS}
        if "VN" in codes:
            names |= {same_name(word): codes["VN"] for word in COUNTRY_WORDS}
        areas = cls(city, codes, names, former_units(origins, codes))
        for name in (*names, *areas.former):
            areas.bare.setdefault(unaccented(name), set()).add(name)
            proper = unaccented(_proper(name)) if name in names else _proper(name)
            areas.proper.setdefault(proper, []).append(name)
        return areas

    def read(self, cell: Cell) -> CellReading[Area | None]:
        """Find the area a cell names; an empty one is the whole city, an unknown one never is."""
        text = composed(cell)
        if not text:
            return CellReading(self.city)
        area = self.find(cell)
        return (
            CellReading(area)
            if area
            else CellReading(None, (self._unknown(_whole(same_name(text))),))
        )

    def find(self, cell: Cell) -> Area | None:
        """Give the area of a code or name."""
        text = composed(cell)
        name = _whole(same_name(text))
        return (
            self.codes.get(_code(cell, text))
            or self.names.get(name)
            or self._unmarked(
                # 'p. le chan' is typed without marks, though its kind is written out with them.
                unaccented(name) if same_name(text) == unaccented(text) else name
            )
        )

    def may_name(self, name: str) -> bool:
        """Say whether a name, in its one form, may be meant for a commune, past or present."""
        if name in self.former or unaccented(name) in self.bare:
            return True
        kind = KIND.match(name)
        if kind is None:
            return any(n in self.names for n in self.proper.get(unaccented(name), []))
        return not name.startswith("xã hội") and bool(self._near(name))

    def _unmarked(self, name: str) -> Area | None:
        """Match a name typed without any mark, when only one name can be meant."""
        meant = self.bare.get(name, set()) if name == unaccented(name) else set()
        return self.names.get(next(iter(meant))) if len(meant) == 1 else None

    def _unknown(self, name: str) -> Problem:
        plain = unaccented(name)
        if TOTAL.fullmatch(plain.rstrip(":. ")):
            return _total()
        meant = self.bare.get(plain, set())
        if name == plain and len(meant) > 1:
            return _ambiguous(self._named(meant))
        former = self._former(name) or (self._former(next(iter(meant))) if meant else None)
        return former or self._bare_or_near(name)

    def _former(self, name: str) -> Problem | None:
        if name not in self.former:
            return None
        return Problem(
            "unknown_area",
            f"Đơn vị này không còn từ ngày 01/07/2025, nay thuộc: {_listed(self.former[name])}. "
            "Hãy ghi số liệu theo đơn vị hiện nay.",
        )

    def _bare_or_near(self, name: str) -> Problem:
        kind = KIND.match(name)
        proper = _proper(name)
        named = [n for n in self.proper.get(unaccented(proper), []) if n in self.names]
        named += [] if kind else [n for n in self.proper.get(proper, []) if n in self.former]
        found = self._named(named)
        if kind and kind[1] in DISTRICTS:
            return _district(found)
        if not kind and len(found) > 1:
            return _ambiguous(found)
        return _unlisted(found or self._near(name))

    def _near(self, name: str) -> list[Area]:
        self.guessed += 1
        if self.guessed > MOST_GUESSED or len(name) > LONGEST_GUESSED:
            return []
        near = get_close_matches(unaccented(name), self.bare, MOST_NAMED, NEAR)
        meant = [each for close in near for each in self.bare[close]]
        return self._named([each for each in meant if each in self.names] or meant)

    def _named(self, names: Iterable[str]) -> list[Area]:
        """Give the present areas that names stand for, in the catalogue's order."""
        found = {
            area.code
            for name in names
            for area in ([self.names[name]] if name in self.names else self.former[name])
        }
        return [area for code, area in self.codes.items() if code in found]


@lru_cache(maxsize=4)
def _laid_out(listed: tuple[Area, ...], origins: tuple[AreaOrigin, ...]) -> Areas:
    """Index areas once: they are the same in file after file."""
    return Areas.laid_out(listed, origins)


def _code(cell: Cell, text: str) -> str:
    if cell.number is not None and cell.number.is_integer():
        return str(int(cell.number))
    return plain_digits(text).upper()


def _whole(name: str) -> str:
    """Write out the usual short forms: p. thành đông is phường thành đông, as its office is."""
    name = OFFICE.sub("", name)
    short = SHORT_KIND.match(name)
    return f"{SHORT_KINDS[short[1]]} {name[short.end() :]}" if short else name


def _proper(name: str) -> str:
    """Give the proper name without its kind: phường hải dương is hải dương."""
    proper = KIND.sub("", name)
    return proper.partition("(")[0].rstrip() if proper.endswith(")") else proper


def _listed(areas: list[Area]) -> str:
    more = f" và {len(areas) - MOST_NAMED} đơn vị khác" if len(areas) > MOST_NAMED else ""
    return "; ".join(f"{area.name} ({area.code})" for area in areas[:MOST_NAMED]) + more


def _total() -> Problem:
    message = (
        "Dòng tổng cộng không được nhập; nếu đây là số liệu của cả thành phố, hãy ghi "
        "'Toàn thành phố'."
    )
    return Problem("non_data_row", message, "remark")


def _ambiguous(found: list[Area]) -> Problem:
    message = f"Tên này có thể là: {_listed(found)}. Hãy ghi mã hoặc tên đầy đủ có dấu."
    return Problem("ambiguous_area", message)


def _district(found: list[Area]) -> Problem:
    maybe = f" Có thể là: {_listed(found)}." if found else ""
    message = f"Không còn cấp huyện từ ngày 01/07/2025.{maybe} Hãy ghi phường, xã hoặc đặc khu."
    return Problem("unknown_area", message)


def _unlisted(found: list[Area]) -> Problem:
    maybe = f" Có thể là: {_listed(found)}." if found else ""
    message = f"Không có đơn vị này.{maybe} Hãy dùng mã hoặc tên đầy đủ trong danh mục đơn vị."
    return Problem("unknown_area", message)

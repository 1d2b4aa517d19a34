"""Which picture the button of a chart makes, as the page's address says it."""

from dataclasses import dataclass

from indicators.charts.picture import LANDSCAPE, SQUARE, Shape

SHAPE, FORMAT = "hinh", "tep"  # in the address; what is usual is left out
SHAPES = {"": LANDSCAPE, "vuong": SQUARE}
FORMATS = {"": "png", "svg": "svg"}


@dataclass(frozen=True, slots=True)
class Picture:
    """Shape and format by their words in an address."""

    shape_word: str = ""
    format_word: str = ""

    @property
    def shape(self) -> Shape:
        """What it measures."""
        return SHAPES[self.shape_word]

    @property
    def format(self) -> str:
        """Its format as plotly names it."""
        return FORMATS[self.format_word]

    def words(self) -> dict[str, str | None]:
        """Its part of an address."""
        return {SHAPE: self.shape_word or None, FORMAT: self.format_word or None}


USUAL = Picture()

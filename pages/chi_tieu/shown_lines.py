"""Which lines beside the city's own a chart shows: switches, for a telephone has room for few."""

from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup

from indicators.charts.trajectory import Trajectory, trend_ahead
from pages.parts.templates import NOTHING, blocks
from pages.parts.view import View, meaningless

PARTS = blocks("chi_tieu/shown_lines.html")
SHOWN, NONE_SHOWN = "hien", "khong"  # in the address: ?hien=ca-nuoc,xu-the, ?hien=khong
NAMES = {"ca-nuoc": "Cả nước", "ke-hoach": "Kế hoạch năm", "xu-the": "Xu thế"}
FEW = ("ca-nuoc",)  # on a telephone, until something else is asked for


def asked_lines(parameters: Mapping[str, str], *, narrow: bool) -> tuple[str, ...]:
    """Read which lines are asked for; raises AddressError for what is none."""
    text = parameters.get(SHOWN, "")
    if not text:
        return FEW if narrow else tuple(NAMES)
    words = [] if text == NONE_SHOWN else text.split(",")
    unknown = [word for word in words if word not in NAMES]
    if unknown:
        known = ", ".join((*NAMES, NONE_SHOWN))
        raise meaningless(SHOWN, unknown[0], f"không phải một trong: {known}")
    return tuple(word for word in NAMES if word in words)


def with_lines(shown: Trajectory, asked: tuple[str, ...]) -> Trajectory:
    """Leave out what is not asked for."""
    return replace(
        shown,
        nation=shown.nation if "ca-nuoc" in asked else (),
        nation_targets=shown.nation_targets if "ca-nuoc" in asked else (),
        plans=shown.plans if "ke-hoach" in asked else (),
        trend=shown.trend and "xu-the" in asked,
    )


def there(shown: Trajectory) -> list[str]:
    """Name the lines that there are to be shown."""
    has = {
        "ca-nuoc": bool(shown.nation or shown.nation_targets),
        "ke-hoach": bool(shown.plans),
        "xu-the": bool(trend_ahead(shown)),
    }
    return [word for word in NAMES if has[word]]


def switches(shown: Trajectory, asked: tuple[str, ...], view: View) -> Markup:
    """Offer to show or leave out each line that there is."""
    choices = [
        (word, NAMES[word], view.here(**{SHOWN: toggled(word, asked)}), word in asked)
        for word in there(shown)
    ]
    return PARTS.switches(choices) if choices else NOTHING


def toggled(word: str, asked: tuple[str, ...]) -> str:
    """Write the lines asked for with one more or one less."""
    return ",".join(each for each in NAMES if (each in asked) != (each == word)) or NONE_SHOWN

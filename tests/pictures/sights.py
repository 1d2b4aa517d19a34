"""What the reference pictures show: every room of the illustrative board, and its variety."""

from dataclasses import dataclass
from typing import Any

from pages.navigation import ROOMS

Form = dict[str, Any]

WIDE = {"width": 1440, "height": 900}
TALL = {"width": 390, "height": 844}
TELEPHONE = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Mobile Safari/537.36"
)
# A browser's settings by the folder of its references.
FORMS: dict[str, Form] = {
    "light": {"viewport": WIDE, "color_scheme": "light"},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "telephone": {
        "viewport": TALL,
        "color_scheme": "light",
        "user_agent": TELEPHONE,
        "has_touch": True,
        "is_mobile": True,
    },
}


@dataclass(frozen=True)
class Sight:
    """A page, and the place in it that is at the top of the picture; '' is the page's own top."""

    name: str
    address: str
    at: str = ""


FIGURES = 'h2:text-is("Số liệu")'
MORE = (
    Sight("tong-quan-lo-trinh", "/", "#lo-trinh"),
    Sight("nhom-cs", "/nhom?ma=CS"),
    Sight("chi-tieu-duong", "/chi-tieu?ma=HD01"),
    Sight("chi-tieu-duong-so-lieu", "/chi-tieu?ma=HD01", FIGURES),
    Sight("chi-tieu-moc", "/chi-tieu?ma=PC07"),
    Sight("chi-tieu-hang", "/chi-tieu?ma=DH17"),
    Sight("nhap-vai-o", "/nhap-lieu?cach=Nh%E1%BA%ADp+v%C3%A0i+%C3%B4"),
    Sight("nhat-ky-phien-ban", "/nhat-ky?pb=47"),
)


def sights() -> list[Sight]:
    """Every room as the menu opens it, then what looks otherwise."""
    rooms = [Sight(room.url_path or "tong-quan", f"/{room.url_path}") for room in ROOMS]
    return [*rooms, *MORE]

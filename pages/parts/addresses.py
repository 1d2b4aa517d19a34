"""Addresses inside the board; every view has one that opens it again."""

from urllib.parse import urlencode

SCOPE_WORDS = {"city": None, "national": "ca-nuoc"}
SCOPE_NAMES = {"city": "Thành phố", "national": "Cả nước"}

Parameters = dict[str, str | None]


def address(path: str, parameters: Parameters, **more: str | None) -> str:
    """Join a path and the parameters that have a value."""
    wanted = {name: value for name, value in {**parameters, **more}.items() if value}
    return f"{path}?{urlencode(wanted)}" if wanted else path


def overview_address(kept: Parameters, **more: str | None) -> str:
    """Address of the overview; `kept` is what every link of the view carries on."""
    return address("/", kept, **more)


def indicator_address(code: str, kept: Parameters, **more: str | None) -> str:
    """Address of an indicator's page."""
    return address("/chi-tieu", {"ma": code, **kept}, **more)


def version_address(number: int) -> str:
    """Address of one version in the journal."""
    return address("/nhat-ky", {"pb": str(number)})

"""An address as a QR code, for telephones held up to a screen or a sheet."""

import io
import re
from typing import Any
from urllib.parse import quote

from indicators.briefing.brief import BriefError

QUIET = 3  # modules left white around it; dark ground would reach the code otherwise


def public_address(text: str) -> str:
    """Take the address of a site, '' for none; raises BriefError where no browser opens it."""
    address = text.strip()
    if address and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", address):
        raise BriefError(
            f"Địa chỉ công khai phải là địa chỉ web (https://…), không phải “{address}”."
        )
    return address


def qr_picture(address: str) -> str:
    """Draw an address as a data URI; dark on white also on a dark page, as telephones expect."""
    svg = _code(address).svg_inline(border=QUIET, light="#fff", dark="#000", omitsize=True)
    named = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f"data:image/svg+xml,{quote(named)}"


def code_files(address: str) -> dict[str, bytes]:
    """Draw the code of an address as files, 'qr.png' and 'qr.svg', to be shown on a screen."""
    code = _code(address)
    png, svg = io.BytesIO(), io.BytesIO()
    code.save(png, kind="png", scale=20, border=4)
    code.save(svg, kind="svg", scale=10, border=4, light="#fff", title=address)
    return {"qr.png": png.getvalue(), "qr.svg": svg.getvalue()}


def _code(address: str) -> Any:  # noqa: ANN401 (segno's own)
    # Loaded with the first code.
    import segno

    return segno.make(address, error="m", micro=False)

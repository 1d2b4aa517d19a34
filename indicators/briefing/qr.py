"""An address as a QR code, for telephones held up to a screen or a sheet."""

import io
from urllib.parse import quote

import segno

QUIET = 3  # modules left white around it; dark ground would reach the code otherwise


def qr_picture(address: str) -> str:
    """Draw an address as a data URI; dark on white also on a dark page, as telephones expect."""
    svg = segno.make(address, error="m", micro=False).svg_inline(
        border=QUIET, light="#fff", dark="#000", omitsize=True
    )
    named = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f"data:image/svg+xml,{quote(named)}"


def code_files(address: str) -> dict[str, bytes]:
    """Draw the code of an address as files, 'qr.png' and 'qr.svg', to be shown on a screen."""
    code = segno.make(address, error="m", micro=False)
    png, svg = io.BytesIO(), io.BytesIO()
    code.save(png, kind="png", scale=20, border=4)
    code.save(svg, kind="svg", scale=10, border=4, light="#fff", title=address)
    return {"qr.png": png.getvalue(), "qr.svg": svg.getvalue()}

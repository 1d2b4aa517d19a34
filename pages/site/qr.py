"""The QR code of a public address, as files to put on a screen and as a part of a page."""

import io
from html import escape

import segno


def code_files(base_url: str) -> dict[str, bytes]:
    """Draw the code as PNG and SVG; nothing without an address."""
    if not base_url:
        return {}
    code = segno.make(base_url, error="m", micro=False)
    png, svg = io.BytesIO(), io.BytesIO()
    code.save(png, kind="png", scale=20, border=4)
    code.save(svg, kind="svg", scale=10, border=4, light="#fff", title=base_url)
    return {"qr.png": png.getvalue(), "qr.svg": svg.getvalue()}


def code_part(base_url: str) -> str:
    """Show the code with its address and the files to take away."""
    if not base_url:
        return ""
    where = escape(base_url)
    return (
        '<section class="qr"><img src="qr.svg" width="148" height="148" '
        f'alt="Mã QR mở trang này: {where}"><div><h2>Mở trên điện thoại</h2>'
        f'<p>Quét mã hoặc mở <a href="{where}">{where}</a></p>'
        '<p class="quiet">Tải mã để chiếu hoặc in: <a href="qr.png" download>PNG</a> · '
        '<a href="qr.svg" download>SVG</a></p></div></section>'
    )

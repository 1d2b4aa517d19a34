"""The QR code of the site's public address as a part of its first page."""

from html import escape


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

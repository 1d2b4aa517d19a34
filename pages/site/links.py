"""Addresses of the board turned into relative ones between files; what has no file is no link.

A comparison of one indicator with itself is a part of the indicator's page.
"""

import re
from collections.abc import Collection
from html import unescape
from urllib.parse import parse_qs, urlencode, urlsplit

from markupsafe import escape

LINK = re.compile(r'<a\b(?P<before>[^>]*?) href="(?P<href>[^"]*)"(?P<after>[^>]*)>')
FOLDERS = {"/chi-tieu": "chi-tieu", "/nhom": "nhom"}
ALONE = {"/": "index.html", "/cach-danh-gia": "cach-danh-gia.html"}
FILTERS = ("trang_thai", "nhom")


def with_files(block: str, root: str, codes: Collection[str]) -> str:
    """Turn the links of a block; `root` leads from its page to the site's, `codes` have pages."""

    def turned(found: re.Match[str]) -> str:
        where = file_of(unescape(found["href"]), root, codes)
        kept = f' href="{escape(where)}"' if where else ""
        return f"<a{found['before']}{kept}{found['after']}>"

    return LINK.sub(turned, block)


def file_of(address: str, root: str, codes: Collection[str]) -> str:
    """Give the file that an address of the board leads to; '' where there is none."""
    parts = urlsplit(address)
    if not address.startswith("/"):  # a file of the site, a place on the page, or elsewhere
        return address
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    if parts.path in ALONE:
        return f"{root}{ALONE[parts.path]}{anchor}"
    if parts.path == "/bieu-theo-doi":
        wanted = {name: asked[name] for name in FILTERS if name in asked}
        return f"{root}bieu-theo-doi.html{f'?{urlencode(wanted)}' if wanted else ''}"
    if parts.path == "/so-sanh" and asked.get("ma") in codes and "theo" in asked:
        return f"{root}chi-tieu/{asked['ma']}.html#{asked['theo']}"
    folder, code = FOLDERS.get(parts.path), asked.get("ma", "")
    if folder and code in codes and "so" not in asked and "pham-vi" not in asked:
        return f"{root}{folder}/{code}.html{anchor}"
    return f"{root}bieu-theo-doi.html" if folder and not code else ""

"""What is around every page of the site: head, name, menu, search, what it was made from."""

from dataclasses import dataclass
from html import escape

from indicators.briefing.brief import Brief
from indicators.typesetting.xml_text import clean
from indicators.wording.illustrative import MARK, standing_line
from pages.navigation import PLACE, PRODUCT
from pages.parts.captions import with_captions
from pages.site.assets import ICON, PLOTLY
from pages.site.links import with_files


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What all pages of one site share: `codes` are the indicators and groups with a page."""

    version_line: str
    standing: str
    groups: tuple[tuple[str, str], ...]
    codes: frozenset[str]
    base_url: str

    @classmethod
    def of(cls, brief: Brief, base_url: str) -> "SiteFrame":
        """Gather it from a briefing."""
        groups = tuple((group.code, group.name) for group, _ in brief.chosen.groups())
        rows = (row.indicator.code for row in brief.rows)
        standing = standing_line(brief.board.as_of.day) if brief.illustrative else ""
        codes = frozenset((*rows, *(code for code, _ in groups)))
        return cls(brief.version_line, standing, groups, codes, base_url)

    def page(
        self, title: str, about: str, body: str, root: str = "", *, charts: bool = False
    ) -> bytes:
        """Write a page; `root` leads from it to the folder of the site."""
        named = f"{title} · {PRODUCT}" if title else PRODUCT
        named = f"{MARK} · {named}" if self.standing else named
        block = with_files(body, root, self.codes)
        if self.standing:
            block = with_captions(block)
        scripts = "".join(
            f'<script defer src="{root}{name}"></script>'
            for name in ([PLOTLY] if charts else []) + ["tim-kiem.js", "site.js"]
        )
        return clean(
            '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{escape(named)}</title>"
            f'<meta name="description" content="{escape(about)}">'
            '<meta name="color-scheme" content="light dark">'
            f'<link rel="icon" href="{ICON}">'
            f'<link rel="stylesheet" href="{root}site.css">{scripts}</head>'
            f'<body data-root="{root}"><a class="skip" href="#noi-dung">Đến thẳng nội dung</a>'
            f'<div class="bd">{self.top(root)}<main id="noi-dung">{self.banner()}{block}</main>'
            f"{self.foot()}</div></body></html>"
        ).encode()

    def top(self, root: str) -> str:
        """Write name, menu and search."""
        groups = "".join(
            f'<a href="{root}nhom/{code}.html">{escape(name)}</a>' for code, name in self.groups
        )
        return (
            f'<header><a class="name" href="{root}index.html"><b>{escape(PRODUCT)}</b>'
            f'<small>{escape(PLACE)}</small></a><nav aria-label="Các trang">'
            f'<a href="{root}index.html">Tổng quan</a>'
            f"<details><summary>Nhóm</summary><div>{groups}</div></details>"
            f'<a href="{root}cach-danh-gia.html">Cách đánh giá</a></nav>'
            '<search hidden><input type="search" id="tim" autocomplete="off" '
            'placeholder="Tìm chỉ tiêu: mã, tên, cơ quan" aria-label="Tìm chỉ tiêu">'
            '<div id="tim-thay" aria-live="polite"></div></search></header>'
        )

    def banner(self) -> str:
        """Say above the page that its figures are made up."""
        if not self.standing:
            return ""
        return f'<p class="standing" role="note"><b>{MARK}</b> · {escape(self.standing)}</p>'

    def foot(self) -> str:
        """Name the data; a kept copy does not change any more."""
        return (
            f"<footer><p>{escape(self.version_line)}</p><p>Bản chụp của bảng theo dõi tại thời "
            "điểm trên; số liệu ghi nhận sau đó không có ở đây.</p></footer>"
        )

    def missing_page(self) -> bytes:
        """Write the page for an address that leads nowhere, wherever it is shown."""
        home = self.base_url or "index.html"
        told = "Không có trang nào ở địa chỉ này; có thể đường dẫn bị gõ thiếu hoặc thừa."
        mark = f"<p><b>{MARK}</b></p>" if self.standing else ""
        return (
            '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>Không tìm thấy trang · {escape(PRODUCT)}</title>"
            f'<meta name="description" content="{told}"><link rel="icon" href="{ICON}">'
            "<style>:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;"
            "max-width:36rem;margin:18vh auto;padding:0 1rem}"
            "a{color:light-dark(#0d4f8b,#8fc1f0)}</style></head>"
            f"<body>{mark}<h1>Không tìm thấy trang</h1><p>{told}</p>"
            f'<p><a href="{escape(home)}">Về trang tổng quan</a></p></body></html>'
        ).encode()

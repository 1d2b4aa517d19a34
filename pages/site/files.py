"""The board of one moment as plain files: any web server or a USB stick serves them.

The pages are written by the parts that write the board's own, which import no Streamlit; links
inside are made relative, and what only a server can show is no link here.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import partial

from indicators.board.board import Row
from indicators.briefing.brief import Brief
from indicators.briefing.qr import code_files
from indicators.briefing.steps import Progress, no_progress, with_progress
from indicators.catalogue.records import Group
from pages.site.assets import asset_files
from pages.site.downloads import download_files
from pages.site.frame import SiteFrame
from pages.site.group import group_page
from pages.site.indicator import indicator_page
from pages.site.method import method_page
from pages.site.overview import overview_page, table_page
from pages.site.pictures import picture_files

Files = dict[str, bytes]


def site_files(brief: Brief, base_url: str = "", progress: Progress = no_progress) -> Files:
    """Write every file of the site by its path, for a public address if there is one."""
    frame = SiteFrame.of(brief, base_url)
    files: Files = {**asset_files(brief), **(code_files(base_url) if base_url else {})}
    for write in with_progress(list(steps(brief, frame)), progress):
        files |= write()
    return files


def steps(brief: Brief, frame: SiteFrame) -> Iterator[Callable[[], Files]]:
    """List what is written in turn."""
    yield lambda: {"index.html": overview_page(brief, frame)}
    yield lambda: {"bieu-theo-doi.html": table_page(brief, frame)}
    yield from (partial(group_file, brief, group, frame) for group, _ in brief.chosen.groups())
    yield from (partial(indicator_file, brief, row, frame) for row in brief.rows)
    yield lambda: {"cach-danh-gia.html": method_page(brief, frame)}
    yield lambda: {"404.html": frame.missing_page()}
    yield lambda: download_files(brief)


def group_file(brief: Brief, group: Group, frame: SiteFrame) -> Files:
    """Write the page of a group."""
    return {f"nhom/{group.code}.html": group_page(brief, group, frame)}


def indicator_file(brief: Brief, row: Row, frame: SiteFrame) -> Files:
    """Write the page of an indicator and the picture of its chart."""
    page = {f"chi-tieu/{row.indicator.code}.html": indicator_page(brief, row, frame)}
    return page | picture_files(brief.dossier(row))


def as_zip(brief: Brief, base_url: str = "", progress: Progress = no_progress) -> bytes:
    """Pack the site; the same board always gives the same bytes."""
    packed = io.BytesIO()
    day = brief.board.as_of.day
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(site_files(brief, base_url, progress).items()):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()

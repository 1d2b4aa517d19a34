"""`brief KIND --out PATH`: what goes into a briefing, made from rows chosen of the programme."""

import io
import zipfile
from argparse import Namespace
from pathlib import Path

from indicators.board.as_of import AsOf, as_of
from indicators.briefing.brief import Brief, BriefError, Selection, brief_on
from indicators.briefing.kinds import Kind, Wishes
from indicators.briefing.qr import public_address
from indicators.briefing.slides.own_template import template_bytes
from indicators.commands.answer import Answer, CommandError
from indicators.commands.new_file import refuse_taken, refuse_used, write_folder, write_new
from indicators.store.connection import Store
from pages.site.kind import EVERY_KIND


def answer(store: Store, options: Namespace) -> Answer:
    """Make a file whole before anything is written; in a folder it gets a name of its own."""
    kind = EVERY_KIND[options.kind]
    if options.short and options.kind != "slides":
        raise CommandError("Chỉ trình chiếu (slides) có bản ngắn; hãy bỏ --short.")
    try:
        brief = brief_on(store, _moment(store, options), _selection(options), options.scope)
        out = _place((options.cwd / options.out).absolute(), kind, brief, short=options.short)
        content = kind.make(brief, _wishes(store, options), options.progress)
    except BriefError as error:
        raise CommandError(str(error)) from error
    if _is_folder(out, kind):
        write_folder(out, _unpacked(content), options.progress)
    else:
        write_new(out, content, options.progress)
    return Answer(text=f"Đã ghi {out}: {len(brief.rows)} chỉ tiêu. {brief.version_line}.\n")


def _wishes(store: Store, options: Namespace) -> Wishes:
    named = options.cwd / options.template if options.template else None
    return Wishes(
        options.form,
        public_address(options.base_url),
        options.short,
        lambda: template_bytes(store.path.parent, named),
    )


def _moment(store: Store, options: Namespace) -> AsOf:
    return as_of(store, options.on, options.at_version, options.year)


def _selection(options: Namespace) -> Selection:
    return Selection(
        _listed(options.indicators),
        _listed(options.groups),
        _listed(options.status),
        # Names of agencies have commas in them.
        tuple(options.agency or ()),
    )


def _listed(text: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (text or "").split(",") if part.strip())


def _is_folder(out: Path, kind: Kind) -> bool:
    """Whether a site is asked for as a folder; every other kind is one file."""
    return kind.suffix == ".zip" and out.suffix.lower() != ".zip"


def _unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _place(out: Path, kind: Kind, brief: Brief, *, short: bool) -> Path:
    if _is_folder(out, kind):
        refuse_used(out)
        return out
    if out.is_dir():
        out /= kind.file_name(brief, short=short)
    if out.suffix.lower() != kind.suffix:
        raise CommandError(f"Tệp ghi ra phải có đuôi {kind.suffix}, không phải “{out.name}”.")
    refuse_taken(out)
    return out

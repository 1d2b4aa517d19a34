"""`template --agency … --year … --out F`: a file to fill in, as a workbook or as CSV."""

from argparse import Namespace

from indicators.commands.answer import Answer, CommandError
from indicators.commands.new_file import write_new
from indicators.intake.forms.template_book import template_xlsx
from indicators.intake.forms.template_lines import TemplateError, request
from indicators.intake.forms.templates import template_csv
from indicators.store.connection import Store

WRITERS = {".xlsx": template_xlsx, ".csv": template_csv}


def answer(store: Store, options: Namespace) -> Answer:
    """Write a template; the name says in which format, and no file is written over."""
    out = (options.cwd / options.out).absolute()
    write = WRITERS.get(out.suffix.lower())
    if write is None:
        raise CommandError("Biểu mẫu chỉ ghi được ra tệp .xlsx hoặc .csv.")
    try:
        requested = request(store, options.agency, options.year)
    except TemplateError as error:
        raise CommandError(str(error)) from error
    write_new(out, write(requested, options.form), options.progress)
    indicators, lines = len(requested.indicators), len(requested.lines)
    return Answer(text=f"Đã ghi {out}: {indicators} chỉ tiêu, {lines} ô số liệu.\n")

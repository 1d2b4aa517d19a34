"""`settings [--new FILE]`: every server setting in force, where it comes from; a new file."""

from argparse import Namespace
from itertools import groupby

from indicators.commands.answer import Answer
from indicators.commands.new_file import write_new
from indicators.settings.file import VARIABLE, settings_file
from indicators.settings.in_force import Value, values_in_force
from indicators.settings.written import new_file, shown
from indicators.store.connection import Store
from indicators.store.private import made_private

SET = "đã đặt"


def answer(_store: Store | None, options: Namespace) -> Answer:
    """List the settings of the running board, or of this process; or write a new file."""
    if options.new:
        return _written(options)
    file = settings_file()
    head = f"Tệp cài đặt: {file.path}\n" if file else "Không có tệp cài đặt.\n"
    values = values_in_force()
    widest = max(len(said(value)) for value in values)
    parts = [
        f"\n[{section}]\n" + "".join(f"{said(each):{widest}}  {each.origin}\n" for each in those)
        for section, those in groupby(values, lambda value: value.key.section)
    ]
    return Answer(text=head + "".join(parts))


def said(value: Value) -> str:
    """Say a setting and its value; of a secret only whether it is set."""
    if value.key.secret:
        return f"{value.key.name} = {SET if value.value else '(chưa đặt)'}"
    if value.value in (None, ""):
        return f"{value.key.name} = ({value.key.unset})"
    return f"{value.key.name} = {shown(value.value)}"


def _written(options: Namespace) -> Answer:
    out = options.cwd / options.new
    with made_private():
        write_new(out, new_file().encode(), options.progress)
    return Answer(
        text=f"Đã ghi {out}, mọi giá trị là mặc định. Để dùng tệp này, đặt biến {VARIABLE}={out} "
        "rồi khởi động lại bảng.\n"
    )

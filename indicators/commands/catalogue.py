"""`catalogue check`: whether the definition files are right."""

from argparse import Namespace
from dataclasses import fields

from indicators.catalogue.faults import CatalogueError
from indicators.catalogue.loader import FOLDER, load
from indicators.commands.answer import FINDINGS, Answer

NAMES = {
    "documents": "văn bản",
    "groups": "nhóm chỉ tiêu",
    "agencies": "cơ quan",
    "indicators": "chỉ tiêu",
    "targets": "mục tiêu",
    "areas": "địa bàn",
    "area_origins": "nguồn gốc địa bàn",
    "breakdowns": "giá trị phân tổ",
    "indicator_breakdowns": "phân tổ theo chỉ tiêu",
    "task_groups": "nhóm nhiệm vụ",
    "tasks": "nhiệm vụ",
    "settings": "tham số",
}


def answer(_store: None, options: Namespace) -> Answer:
    """Count the records when all is right, else list every fault and give code 1."""
    try:
        catalogue = load(options.cwd / options.folder if options.folder else FOLDER)
    except CatalogueError as error:
        return Answer(FINDINGS, text=f"{error}\n")
    counts = [(len(getattr(catalogue, name.name)), name.name) for name in fields(catalogue)]
    lines = [f"{count:>6}  {NAMES[name]}" for count, name in counts]
    return Answer(text="\n".join(["Danh mục đúng:", *lines, ""]))

"""What the server loads before its first reader comes."""

import subprocess
import sys

from tests.project import PROJECT

# What loads as `pages.server.warmth` does, without figures.
LOADED = """
import sys, dashboard
from pages.server.warmth import load_pages
load_pages()
print(*sys.modules, sep="\\n")
"""
LATER = {
    "docx",
    "pptx",
    "openpyxl",
    "xlsxwriter",
    "segno",
    "indicators.seeding.illustrative.programme",
}


def test_office_libraries_and_the_made_up_programme_are_loaded_when_they_are_needed() -> None:
    command = [sys.executable, "-c", LOADED]
    loaded = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    names = set(loaded.stdout.split())
    assert {"plotly.graph_objects", "pages.tai.tables", "pages.nhap_lieu.files"} <= names
    assert names & LATER == set()

"""Documents drawn by a headless LibreOffice, and their pages as pictures."""

import os
import shutil
import subprocess
from pathlib import Path

from PIL import Image

# Numbers are drawn as an office in Vietnam sees them.
REGION = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>vi</value></prop></item></oor:items>"""


def as_pdf(document: Path) -> Path:
    """Draw a document beside it; what LibreOffice complains of fails the test."""
    office = os.environ.get("OFFICE") or shutil.which("soffice")
    assert office, "Không thấy LibreOffice; hãy chạy `make test` hoặc tests/office.sh."
    # A profile of its own: two at once would wait for each other.
    own = document.parent / "profile"
    (own / "user").mkdir(parents=True, exist_ok=True)
    (own / "user" / "registrymodifications.xcu").write_text(REGION, encoding="utf-8")
    profile = f"-env:UserInstallation={own.as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", document.name]
    done = subprocess.run(command, cwd=document.parent, check=True, capture_output=True, text=True)
    assert "error" not in done.stderr.lower(), done.stderr
    return document.with_suffix(".pdf")


def pages(pdf: Path, dpi: int) -> list[Image.Image]:
    """Give every page as a picture."""
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", pdf, pdf.with_suffix("")], check=True)
    found = sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))
    return [Image.open(path).convert("RGB") for path in found]


def text(pdf: Path) -> str:
    """Give all letters of the pages."""
    done = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True)
    return done.stdout

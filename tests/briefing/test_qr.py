"""An address as a QR code: what a telephone reads is what was put in."""

import io
import re
from urllib.parse import unquote

import pytest
import segno
import zxingcpp
from PIL import Image

from indicators.briefing.qr import QUIET, qr_picture

ADDRESSES = [
    "http://localhost:8501/?v=2&ngay=2026-11-22",
    "https://bang.haiphong.gov.vn/chi-tieu?ma=BC01&phan_to=THPT+%C3%97+Ngo%C3%A0i&v=12#so-lieu",
    "http://10.0.0.7/so-sanh?ma=HD01,CS02,ML01,DH01,DH06,NL01&v=1234&ngay=2029-06-10&nam=2028",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_picture_has_the_dark_modules_of_the_address(address: str):
    picture = unquote(qr_picture(address))
    assert picture.startswith("data:image/svg+xml,<svg xmlns=")
    rows = len(segno.make(address, error="m", micro=False).matrix)
    assert re.findall(r'viewBox="(.*?)"', picture) == [f"0 0 {rows + 2 * QUIET} {rows + 2 * QUIET}"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_telephone_reads_the_address(address: str):
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="png", scale=2, border=QUIET)
    assert zxingcpp.read_barcode(Image.open(drawn)).text == address

"""The marks of the statuses as letters: each its own shape, as the charts draw it."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFont

from indicators.progress.results import Status
from pages.parts.badges import badge_styles
from pages.parts.mark_font import LETTERS, SIDE, UNIT, font_file

LARGE = 100
WIDE = LARGE * UNIT * SIDE // 1000


def drawn(status: Status) -> Image.Image:
    """A mark in black and white, as wide as it is high."""
    picture = Image.new("1", (WIDE, WIDE))
    font = ImageFont.truetype(BytesIO(font_file()), LARGE)
    ImageDraw.Draw(picture).text((0, WIDE), LETTERS[status], font=font, fill=1, anchor="ls")
    return picture


def share(picture: Image.Image) -> float:
    """How much of a picture is drawn on."""
    return sum(picture.convert("L").get_flattened_data()) / 255 / picture.width / picture.height


def test_every_status_has_a_letter_and_a_shape_of_its_own():
    assert set(LETTERS) == set(Status)
    shapes = {drawn(status).tobytes() for status in Status}
    assert len(shapes) == len(Status)
    assert all(f'content:"{letter}"/""' in badge_styles() for letter in LETTERS.values())


@pytest.mark.parametrize(
    ("status", "of_its_square"),
    [
        (Status.ON_TRACK, 10 * 8.8 / 2 / 144),  # a triangle
        (Status.OFF_TRACK, 10.4**2 / 2 / 144),  # a diamond
        (Status.NO_DATA, (10 * 10 - 6 * 6) / 144),  # a square drawn with a pen two wide
    ],
)
def test_a_mark_is_as_large_as_its_shape(status: Status, of_its_square: float):
    assert share(drawn(status)) == pytest.approx(of_its_square, abs=0.02)


def test_the_half_that_is_cut_out_of_a_mark_is_empty():
    slow = drawn(Status.SLOW)
    middle = WIDE // 2
    high = WIDE // 3, WIDE - WIDE // 3
    left = slow.crop((middle - 14, high[0], middle - 4, high[1]))
    right = slow.crop((middle + 4, high[0], middle + 14, high[1]))
    assert (share(left), share(right)) == (1.0, 0.0)

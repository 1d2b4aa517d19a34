"""How far a page looks otherwise than its reference, whatever the fonts' smoothing.

Both pictures are averaged over blocks of 8×8 screen pixels and blurred a little, so that a letter
drawn a shade bolder or a pixel aside weighs next to nothing, while a column that moved, a colour
that changed or a chart that is missing fills many blocks with another colour. It cannot see what
leaves those averages as they are: a word or figure of the same length, a hairline, a shift of one
or two pixels, a shade nearly the same. Tests of the text see those.
"""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

SCALE = 2  # references are kept at half the screen's size
BLOCK = 8  # screen pixels
BLUR = 1.0  # blocks
# Of 255, in the colour channel that differs most; with other smoothing and hinting of the same
# fonts, and in few colours, blocks are up to 18 apart.
NOTABLE = 24
MOST_BLOCKS = 0.001  # share of notable blocks that is let pass


@dataclass(frozen=True)
class Difference:
    """The share of blocks that differ notably, and their picture: white where they do."""

    share: float
    where: Image.Image

    @property
    def is_seen(self) -> bool:
        """Whether a person should look."""
        return self.share > MOST_BLOCKS


def reference_of(picture: Image.Image) -> Image.Image:
    """Make the small picture that is kept: half the size, few colours."""
    small = picture.resize((picture.width // SCALE, picture.height // SCALE), Image.Resampling.BOX)
    return in_few_colours(small)


def in_few_colours(picture: Image.Image) -> Image.Image:
    """Give the colours that occur most a palette, so that the file is small."""
    return picture.quantize(method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def save(picture: Image.Image, file: Path) -> None:
    """Keep a picture as small as PNG can."""
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.save(file, optimize=True)


def difference(reference: Image.Image, picture: Image.Image) -> Difference:
    """Compare a reference with a picture of the screen; pictures of another size differ wholly."""
    size = (picture.width // BLOCK, picture.height // BLOCK)
    if reference.size != (picture.width // SCALE, picture.height // SCALE):
        return Difference(1.0, Image.new("L", size, 255))
    apart = ImageChops.difference(blocks(reference, size), blocks(picture, size))
    red, green, blue = apart.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    where = most.point(lambda value: 255 * (value > NOTABLE))
    return Difference(where.histogram()[255] / (size[0] * size[1]), where)


def blocks(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Average a picture over blocks, and blur those."""
    averaged = picture.convert("RGB").resize(size, Image.Resampling.BOX)
    return averaged.filter(ImageFilter.GaussianBlur(BLUR))

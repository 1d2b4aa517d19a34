"""What the machine gives: room on the disk, memory, time zones, fonts, settings, templates."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import is_zipfile
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from indicators import __version__
from indicators.briefing.slides.own_template import FOLDER, own_templates
from indicators.doctor.check import Check, bad, good, warn
from indicators.settings.board import check_settings
from indicators.settings.file import settings_file
from indicators.settings.kinds import SettingError
from indicators.wording.numbers import size

FONTS = Path(__file__).resolve().parents[2] / "pages" / "static" / "fonts"
MEMORY = Path("/proc/meminfo")
WEIGHTS = (400, 600, 700)
# Below these somebody should look: a version, a backup, an upload need so much.
LITTLE_DISK, LITTLE_MEMORY = 2_000_000_000, 500_000_000


def settings() -> Check:
    """Hold the settings to what is known of them."""
    try:
        check_settings()
    except SettingError as error:
        return bad("Cài đặt", " ".join(str(error).splitlines()))
    file = settings_file()
    told = f"đọc từ {file.path}" if file else "không có tệp, mọi giá trị mặc định hoặc từ biến"
    return good("Cài đặt", f"Phần mềm bản {__version__}; {told}.")


def room(database: Path) -> Iterator[Check]:
    """Look at the free disk beside the database, and at the free memory."""
    folder = next(each for each in database.parents if each.exists())
    free = shutil.disk_usage(folder).free
    needed = max(LITTLE_DISK, 2 * database.stat().st_size if database.exists() else 0)
    yield (good if free > needed else warn)("Đĩa", f"Còn trống {size(free)} ở {folder}.")
    yield _memory()


def _memory() -> Check:
    found = re.search(r"MemAvailable:\s+(\d+) kB", MEMORY.read_text(encoding="ascii"))
    free = int(found[1]) * 1024 if found else 0
    return (good if free > LITTLE_MEMORY else warn)("Bộ nhớ", f"Còn dùng được {size(free)}.")


def time_zone() -> Check:
    """Look whether the machine knows the time of Viet Nam."""
    try:
        ZoneInfo("Asia/Ho_Chi_Minh")
    except ZoneInfoNotFoundError:
        return bad("Múi giờ", "Máy không biết giờ Việt Nam; hãy cài gói tzdata.")
    return good("Múi giờ", "Máy biết giờ Việt Nam.")


def fonts() -> Check:
    """Look whether the board's font is there in all its weights."""
    lacking = [w for w in WEIGHTS if not list(FONTS.glob(f"*-vietnamese-{w}-normal.woff2"))]
    if lacking:
        return bad("Phông chữ", f"Thiếu phông trong {FONTS}; hãy cài lại phần mềm.")
    return good("Phông chữ", "Đủ phông chữ Việt.")


def templates(database: Path) -> Check:
    """Look whether the office's own templates for slides can be opened."""
    found = own_templates(database.parent / FOLDER)
    broken = [each.name for each in found if not is_zipfile(each)]
    if broken:
        return bad("Mẫu trình chiếu", f"Không mở được: {', '.join(broken)}.")
    own = ", ".join(each.name for each in found)
    return good("Mẫu trình chiếu", f"Mẫu của cơ quan: {own}." if own else "Dùng mẫu có sẵn.")

"""The city's own template as a file; apart, as it loads no python-pptx."""

from pathlib import Path

from indicators.briefing.brief import BriefError

FOLDER = "templates"


def template_bytes(beside: Path, named: Path | None) -> tuple[str, bytes] | None:
    """Read the template named, else the only one in the folder `templates`; None without any."""
    found = [named] if named else own_templates(beside / FOLDER)
    if not found:
        return None
    if len(found) > 1:
        raise BriefError(
            f"Thư mục {beside / FOLDER} có {len(found)} tệp mẫu; hãy để lại một tệp, hoặc chỉ tệp "
            "cần dùng bằng --template."
        )
    try:
        return found[0].name, found[0].read_bytes()
    except FileNotFoundError as error:
        raise BriefError(f"Không tìm thấy tệp mẫu {found[0]}.") from error
    except OSError as error:
        raise BriefError(f"Không đọc được tệp mẫu {found[0]}.") from error


def own_templates(folder: Path) -> list[Path]:
    """List the templates in a folder, without what PowerPoint leaves beside an open file."""
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.glob("*.pptx") if not p.name.startswith(("~$", ".")))

"""The command line in Vietnamese, argparse's own words included."""

import argparse
import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NoReturn

from indicators import __version__
from indicators.wording.days import read_day

# Kinds of briefing that can be made; briefing/kinds.py says how.
BRIEFS = ("slides", "report", "workbook", "site")
# What may speak against a backup; backup/doubts.py says when.
DOUBTS = ("unproven", "unknown", "older", "branch", "other")

# What argparse says in English, and what is said instead; the rest of a message is the user's own.
SENTENCES = [
    (r"the following arguments are required: (.*)", r"thiếu \1"),
    (r"unrecognized arguments: (.*)", r"không hiểu \1"),
    (r"argument (.+?): (?:invalid choice|.*invalid choice): (.+?) \(choose from (.*)\)",
     r"\1 không nhận giá trị \2; chọn trong: \3"),
    (r"argument (.+?): invalid int value: (.+)", r"\1 cần một số nguyên, không phải \2"),
    (r"argument (.+?): expected one argument", r"\1 cần một giá trị đi kèm"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 không dùng cùng \2"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 không nhận giá trị \2"),
    (r"ambiguous option: (\S+) could match (.*)", r"\1 có thể là \2; hãy viết đủ"),
    (r"argument (.+?): (.*)", r"\1: \2"),
]  # fmt: skip


class MisuseError(Exception):
    """The words of a command cannot be understood; the message says what to change."""


class HelpAsked(Exception):  # noqa: N818
    """Help was asked for; the message is the text of it."""


class VietnameseParser(argparse.ArgumentParser):
    """An ArgumentParser that raises instead of leaving the process, and says it in Vietnamese."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        super().__init__(**options, add_help=False, allow_abbrev=False, formatter_class=_wide)
        self._positionals.title = "lệnh và tham số"
        self._optionals.title = "tùy chọn"
        self.add_argument("-h", "--help", action=_Help, help="in hướng dẫn này")

    def format_usage(self) -> str:
        """Give the line that shows how the command is written."""
        return super().format_usage().replace("usage:", "cách dùng:", 1)

    def format_help(self) -> str:
        """Give the whole help text."""
        return super().format_help().replace("usage:", "cách dùng:", 1)

    def error(self, message: str) -> NoReturn:
        """Raise the message in Vietnamese, with the way to write the command."""
        raise MisuseError(f"{self.format_usage()}Lệnh chưa đúng: {_in_vietnamese(message)}.")


def _wide(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, max_help_position=30, width=100)


class _Told(argparse.Action):
    """An option that asks for a text instead of a command."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str) -> None:  # noqa: A002
        super().__init__(option_strings, dest=dest, default=argparse.SUPPRESS, nargs=0, help=help)

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        del namespace, values, option_string
        raise HelpAsked(self.told(parser))

    def told(self, parser: argparse.ArgumentParser) -> str:
        """Give the text."""
        raise NotImplementedError


class _Help(_Told):
    def told(self, parser: argparse.ArgumentParser) -> str:
        return parser.format_help()


class _Version(_Told):
    def told(self, parser: argparse.ArgumentParser) -> str:
        del parser
        return f"{__version__}\n"


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the words of a command; raises MisuseError or HelpAsked."""
    return _parser().parse_args(list(argv))


def _parser() -> argparse.ArgumentParser:
    parser = VietnameseParser(
        prog="python -m indicators",
        description="Bảng theo dõi chỉ tiêu giáo dục, từ dòng lệnh.",
        epilog="Mã thoát: 0 bình thường, 1 có vấn đề cần xem, 2 không dùng được, "
        "130 bị dừng (Ctrl+C).",
    )
    parser.add_argument("--version", action=_Version, help="in số bản phát hành của phần mềm")
    _add_database(parser)
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="LỆNH", parser_class=VietnameseParser
    )
    for add in ADDED:
        _add_database(add(commands))
    return parser


def _add_database(parser: argparse.ArgumentParser) -> None:
    # Suppressed default: given before or after the command, it counts.
    parser.add_argument(
        "--db",
        metavar="TỆP",
        default=argparse.SUPPRESS,
        help="tệp cơ sở dữ liệu (mặc định: BOARD_DB, rồi data/board.duckdb)",
    )


def _add_status(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "status", "đánh giá từng chỉ tiêu")
    _add_json(parser)
    _add_year(parser)
    _add_version(parser)
    parser.add_argument("--area", metavar="MÃ", help="mã địa bàn, ví dụ 31 (toàn thành phố)")
    _add_scope(parser)
    return parser


def _add_changes(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "changes", "những gì đã thay đổi, do ai, khi nào, vì sao")
    parser.add_argument(
        "--since",
        metavar="MỐC",
        help="phiên bản (v12), ngày (22/11/2026) hay năm đánh giá (2025); mặc định: báo cáo trước",
    )
    _add_json(parser)
    _add_year(parser)
    _add_version(parser)
    _add_scope(parser)
    return parser


def _add_judge(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "judge", "đánh giá các chuỗi số liệu trong một tệp CSV")
    parser.add_argument("file", metavar="TỆP.csv", help="mỗi dòng một điểm số liệu")
    _add_json(parser)
    _add_year(parser)
    return parser


def _add_catalogue(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "catalogue", "kiểm tra danh mục chỉ tiêu, mục tiêu")
    parser.add_argument("action", metavar="check", choices=("check",), help="kiểm tra mọi tệp")
    parser.add_argument("--folder", metavar="THƯ_MỤC", help="danh mục ở nơi khác")
    return parser


def _add_history(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "history", "mọi số liệu và mục tiêu từng ghi của một chỉ tiêu")
    parser.add_argument("code", metavar="MÃ", help="mã chỉ tiêu, ví dụ CS02")
    _add_json(parser)
    return parser


def _add_export(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "export", "xuất số liệu đang có hiệu lực ra CSV, kèm từ điển")
    parser.add_argument("out", metavar="NƠI_GHI", help="thư mục mới, hoặc tệp .zip")
    parser.add_argument(
        "--whole", action="store_true", help="toàn bộ: mọi phiên bản, cả tệp đã nhận, để nhập lại"
    )
    _add_version(parser)
    return parser


def _add_import(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "import", "dựng lại bảng từ bản xuất toàn bộ, nơi chưa có bảng nào")
    parser.add_argument("parcel", metavar="BẢN_XUẤT", help="thư mục hoặc .zip của export --whole")
    return parser


def _add_journal(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "journal", "các phiên bản dữ liệu và chuỗi băm của nhật ký")
    parser.add_argument(
        "--has", metavar="MÃ", help="nhật ký có đi qua mã đứng sau số phiên bản trên tài liệu không"
    )
    _add_json(parser)
    return parser


def _add_confirm(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(
        commands, "confirm", "xác nhận dùng cơ sở dữ liệu hiện có, dù không khớp với dấu"
    )
    parser.add_argument(
        "number", type=int, metavar="SỐ", help="phiên bản mới nhất của cơ sở dữ liệu hiện có"
    )
    _add_by(parser)
    return parser


def _add_backup(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "backup", "sao lưu cơ sở dữ liệu, kể cả khi bảng đang chạy")
    parser.add_argument(
        "folder", metavar="THƯ_MỤC", nargs="?", help="thư mục đã có (mặc định: backups cạnh tệp)"
    )
    return parser


def _add_restore(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "restore", "phục hồi bảng từ một bản sao lưu, khi bảng đã dừng")
    parser.add_argument("backup", metavar="BẢN", help="thư mục của bản sao lưu, hoặc tệp")
    parser.add_argument(
        "--accept", metavar="LOẠI,…", help="chấp nhận điều lệnh vừa từ chối: " + ", ".join(DOUBTS)
    )
    _add_by(parser)
    return parser


def _add_settings(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "settings", "các cài đặt máy chủ đang dùng và lấy từ đâu")
    parser.add_argument(
        "--new", metavar="TỆP", help="ghi tệp cài đặt mới, có giải thích, để bắt đầu"
    )
    return parser


def _add_doctor(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "doctor", "khám máy chủ: số liệu, sao lưu, đĩa, giờ, cài đặt")
    _add_json(parser)
    return parser


def _add_template(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "template", "ghi biểu mẫu để một cơ quan điền số liệu")
    parser.add_argument(
        "--agency", metavar="CƠ_QUAN", required=True, help="tên cơ quan chủ trì, hoặc: tất cả"
    )
    parser.add_argument("--year", type=int, metavar="NĂM", required=True, help="năm của số liệu")
    parser.add_argument(
        "--form",
        choices=("tidy", "wide"),
        default="tidy",
        help="tidy: mỗi dòng một giá trị; wide: chỉ tiêu theo dòng, năm theo cột",
    )
    parser.add_argument("--out", metavar="TỆP", required=True, help="tệp mới, .xlsx hoặc .csv")
    return parser


def _add_check(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "check", "kiểm tra tệp số liệu và xem trước, không ghi gì")
    _add_files(parser)
    _add_plan(parser)
    _add_json(parser)
    parser.add_argument(
        "--marked", metavar="TỆP.xlsx", help="ghi bản sao có phát hiện; chỉ với một tệp số liệu"
    )
    return parser


def _add_apply(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "apply", "ghi nhận tệp số liệu")
    _add_files(parser)
    _add_by(parser)
    parser.add_argument("--agency", metavar="CƠ_QUAN", required=True, help="cơ quan gửi số liệu")
    parser.add_argument(
        "--accept-warnings", metavar="LOẠI,…", help="xác nhận các loại cảnh báo này; all: tất cả"
    )
    parser.add_argument(
        "--only-clean", action="store_true", help="chỉ nhập các dòng đúng, bỏ các dòng có lỗi"
    )
    _add_plan(parser)
    return parser


def _add_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--plan", action="store_true", help="nhập cả cột kế hoạch, mục tiêu làm kế hoạch năm"
    )


def _add_undo(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "undo", "hoàn tác một lần ghi số liệu")
    parser.add_argument("number", type=int, metavar="SỐ", help="số phiên bản, xem lệnh journal")
    _add_by(parser)
    return parser


def _add_value(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "value", "một số liệu: từ tệp nào, ai gửi, các giá trị trước đó")
    parser.add_argument("code", metavar="MÃ", help="mã chỉ tiêu, ví dụ ML02")
    parser.add_argument("year", type=int, metavar="NĂM", help="năm của số liệu")
    parser.add_argument("--area", metavar="ĐƠN_VỊ", help="mã hoặc tên đơn vị (mặc định: 31)")
    parser.add_argument("--group", metavar="NHÓM", help="nhóm, ví dụ “cấp học=THCS” hay THCS")
    parser.add_argument(
        "--period", choices=("nam", "9t", "6t"), default="nam", help="kỳ (mặc định: nam)"
    )
    _add_json(parser)
    return parser


def _add_brief(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "brief", "làm tài liệu báo cáo từ các chỉ tiêu được chọn")
    parser.add_argument("kind", metavar="LOẠI", choices=BRIEFS, help=", ".join(BRIEFS))
    parser.add_argument(
        "--out", metavar="NƠI_GHI", required=True, help="tệp mới, hoặc thư mục đã có"
    )
    parser.add_argument("--indicators", metavar="MÃ,…", help="chỉ các chỉ tiêu này")
    parser.add_argument("--groups", metavar="MÃ,…", help="chỉ các nhóm này, ví dụ ML,DH")
    parser.add_argument(
        "--status", metavar="LOẠI,…", help="chỉ các kết quả này, ví dụ “chậm tiến độ” hay slow"
    )
    parser.add_argument(
        "--agency", metavar="CƠ_QUAN", action="append", help="chỉ cơ quan này; viết lại để thêm"
    )
    parser.add_argument(
        "--template", metavar="TỆP.pptx", help="tệp mẫu của cơ quan (mặc định: data/templates)"
    )
    parser.add_argument("--short", action="store_true", help="slides bản ngắn: nhiều nhất 12 trang")
    parser.add_argument(
        "--form",
        choices=("nd30", "dang"),
        default="nd30",
        help="thể thức của report: nd30 cho cơ quan nhà nước, dang cho cơ quan đảng",
    )
    parser.add_argument(
        "--base-url", metavar="ĐỊA_CHỈ", default="", help="địa chỉ công khai của site, để có mã QR"
    )
    _add_scope(parser)
    _add_year(parser)
    _add_version(parser)
    return parser


def _add_account(commands: Any) -> argparse.ArgumentParser:  # noqa: ANN401
    parser = _command(commands, "account", "tài khoản: ai được làm gì trên bảng")
    actions = ("list", "invite", "roles", "lock", "unlock", "sign-out")
    parser.add_argument("action", metavar="VIỆC", choices=actions, help=", ".join(actions))
    parser.add_argument("login", metavar="TÊN_ĐĂNG_NHẬP", nargs="?", help="ví dụ nguyen.lan")
    parser.add_argument("--name", metavar="HỌ_TÊN", help="của tài khoản mới")
    parser.add_argument("--agency", metavar="CƠ_QUAN", help="của tài khoản mới, nếu thuộc cơ quan")
    parser.add_argument(
        "--roles", metavar="VAI_TRÒ,…", help="xem, nhập liệu, duyệt, kiểm tra, quản trị"
    )
    return parser


ADDED = (
    *(_add_status, _add_changes, _add_judge, _add_catalogue, _add_history, _add_export),
    *(_add_import,),
    *(_add_template, _add_check, _add_apply, _add_undo, _add_value, _add_journal),
    *(
        _add_confirm,
        _add_backup,
        _add_restore,
        _add_settings,
        _add_doctor,
        _add_brief,
        _add_account,
    ),
)


def _command(commands: Any, name: str, text: str) -> argparse.ArgumentParser:  # noqa: ANN401
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=text, description=f"{text[0].upper()}{text[1:]}."
    )
    return parser


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="in dạng JSON cho máy đọc")


def _add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="TỆP", nargs="+", help="tệp số liệu")


def _add_by(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", metavar="TÊN", required=True, help="tên người ghi")


def _add_scope(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--scope",
        choices=("city", "national"),
        default="city",
        help="city: mục tiêu của thành phố; national: của cả nước",
    )


def _add_year(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of-year", type=int, metavar="NĂM", dest="year", help="chỉ xét số liệu đến năm này"
    )


def _add_version(parser: argparse.ArgumentParser) -> None:
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--on", type=_day, metavar="NGÀY", help="như vào ngày 22/11/2026")
    either.add_argument("--at-version", type=int, metavar="SỐ", help="như ở phiên bản này")


def _day(text: str) -> date:
    if (when := read_day(text)) is None:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày; viết như 22/11/2026")
    return when


def _in_vietnamese(message: str) -> str:
    for pattern, sentence in SENTENCES:
        if re.fullmatch(pattern, message):
            return re.sub(pattern, sentence, message)
    return "xem cách dùng ở trên"

"""`confirm NUMBER --by NAME`: go on with a database that is not what its mark says."""

from argparse import Namespace

from indicators.backup.making import back_up_before_upgrade
from indicators.commands.answer import Answer, CommandError
from indicators.commands.sent_files import sender_of
from indicators.seeding.prepare import prepare
from indicators.store.connection import Store
from indicators.store.journal import record_taken_as_it_is


def answer(store: Store, options: Namespace) -> Answer:
    """Record that the file is used as it is, then what its start would have recorded."""
    if store.lag is None:
        return Answer(text="Cơ sở dữ liệu khớp với dấu; không có gì phải xác nhận.\n")
    if options.number != store.lag.number:
        raise CommandError(
            f"Cơ sở dữ liệu đang mở ở phiên bản {store.lag.number}, không phải {options.number}; "
            "chưa xác nhận gì."
        )
    version = record_taken_as_it_is(store, sender_of(options.by).name, back_up_before_upgrade)
    prepare(store.path)
    return Answer(
        text=f"Đã xác nhận: bảng dùng cơ sở dữ liệu này và lại ghi được; xem phiên bản "
        f"{version.number} trong nhật ký.\n"
    )

"""Lines that anybody can cause: one a minute of each kind."""

import logging

from pages.parts.once_a_minute import OnceAMinute


def line(kind: str, *values: object) -> logging.LogRecord:
    return logging.LogRecord("board", logging.WARNING, "", 0, kind, values, None)


def test_a_kind_of_line_is_written_once_a_minute_and_tells_how_often_it_was_left_out() -> None:
    time = [100.0]
    once = OnceAMinute(lambda: time[0])
    written = []
    for at in (100, 101, 159, 160, 161, 300):
        time[0] = at
        for each in (line("Từ chối %s", at), line("Quá nhiều tệp")):
            if once.filter(each):
                written.append(each.getMessage())
    assert written == [
        "Từ chối 100",
        "Quá nhiều tệp",
        "Từ chối 160 (thêm 2 lần từ lần ghi trước)",
        "Quá nhiều tệp (thêm 2 lần từ lần ghi trước)",
        "Từ chối 300 (thêm 1 lần từ lần ghi trước)",
        "Quá nhiều tệp (thêm 1 lần từ lần ghi trước)",
    ]

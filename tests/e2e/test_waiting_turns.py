"""Of two people with large files the second sees their place; whoever leaves makes room."""

from pathlib import Path

from playwright.sync_api import expect

from tests.commands.test_reading_apart import many, workers
from tests.e2e.conftest import StartBoard
from tests.e2e.visit import Visit


def test_the_second_large_file_waits_until_the_first_person_leaves(
    start_board: StartBoard, visit: Visit, own_visit: Visit, tmp_path: Path, database: Path
) -> None:
    server = start_board(database)
    first, second = tmp_path / "một.csv", tmp_path / "hai.csv"
    first.write_bytes(many(190_000))
    second.write_bytes(many(25_000))
    for each, file in ((own_visit, first), (visit, second)):
        each.open(f"{server.url}/nhap-lieu")
        each.page.locator('input[type="file"]').set_input_files(file)
        if file == first:
            expect(each.page.get_by_text("một.csv: đang")).to_be_visible()
    expect(visit.page.get_by_text("hai.csv: chờ đến lượt, sau 1 tệp khác…")).to_be_visible()

    at_work = set(workers(server))
    own_visit.page.context.close()
    expect(visit.page.get_by_text("hai.csv: chờ đến lượt")).to_be_hidden()
    expect(visit.page.locator("h2.file")).to_have_text("hai.csv")
    assert at_work - set(workers(server))

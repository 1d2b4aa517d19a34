"""Slides hold the board's own numbers and words, in charts and tables that Office edits."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from math import isfinite
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.slide import Slide

from indicators.board.as_of import as_of
from indicators.board.board import assess
from indicators.board.tracking import tracking_rows
from indicators.briefing.brief import Brief, Selection, brief_on
from indicators.briefing.slides.deck import Deck, PlacedChart
from indicators.briefing.slides.drawing import SlideBox
from indicators.briefing.slides.listings import grid_for, tracking_cells, tracking_columns
from indicators.briefing.slides.presentation import as_pptx
from indicators.briefing.slides.tables import SlideTable
from indicators.briefing.slides.template import open_template
from indicators.briefing.steps import CancelledError
from indicators.charts.dossier_trajectory import trajectory_of
from indicators.charts.theme import BADGES
from indicators.store.connection import Store
from indicators.typesetting.type_size import LEADING, lines_of
from indicators.wording.illustrative import MARK
from tests.briefing.presentation import (
    charts,
    drawn,
    edited,
    sections_of,
    slides_of,
    tables,
    texts,
    titled,
)
from tests.recording import seen_on

DAY = date(2029, 6, 10)


def brief_of(store: Store, *codes: str, day: date = DAY) -> Brief:
    return brief_on(store, seen_on(store, day), Selection(indicators=codes))


@pytest.fixture(scope="module")
def brief(filled: Store) -> Brief:
    return brief_of(filled)


@pytest.fixture(scope="module")
def slides(brief: Brief) -> list[Slide]:
    return slides_of(as_pptx(brief))


@pytest.fixture(scope="module")
def early(published: Store) -> Brief:
    return brief_of(published, day=date(2026, 6, 10))


@pytest.fixture(scope="module")
def early_slides(early: Brief) -> list[Slide]:
    return slides_of(as_pptx(early))


def slide_of(slides: list[Slide], title: str) -> Slide:
    [found] = [slide for slide in slides if slide.shapes.title.text == title]
    return found


def test_every_indicator_has_a_slide_with_its_verdict_its_last_value_and_its_targets(
    brief: Brief, slides: list[Slide]
):
    for row in brief.rows:
        said = texts(slide_of(slides, brief.dossier(row).title))
        assert row.label in said
        assert any(row.value(row.judgement.latest).lower() in text.lower() for text in said)
        goals = [f"{t.year}: {row.notation.target(t)}" for t in row.targets]
        assert all(any(goal in text for text in said) for goal in goals), (said, goals)


@pytest.mark.parametrize("board", ["filled", "published"])
def test_every_chart_holds_the_points_of_the_dossier_and_a_workbook_to_edit(
    board: str, request: pytest.FixtureRequest
):
    brief, slides = (
        request.getfixturevalue(name)
        for name in (("brief", "slides") if board == "filled" else ("early", "early_slides"))
    )
    for row in brief.rows:
        dossier = brief.dossier(row)
        shown = charts(slide_of(slides, dossier.title))
        wanted = row.indicator.kind != "milestone" and trajectory_of(dossier).has_figures()
        assert len(shown) == wanted
        for chart in shown:
            found = drawn(chart)
            points = {p.year: p.value for p in dossier.judgement.points if isfinite(p.value)}
            assert found.get("Thực hiện", {}) == points
            kept = edited(chart)
            assert kept == {name: pytest.approx(values) for name, values in found.items()}


def test_the_notes_explain_the_verdict_and_name_every_source(brief: Brief, slides: list[Slide]):
    for row in brief.rows:
        dossier = brief.dossier(row)
        notes = slide_of(slides, dossier.title).notes_slide.notes_text_frame.text
        assert row.sentence in notes
        assert row.indicator.lead in notes
        assert all(value.source in notes and value.link in notes for value in dossier.values)


def test_the_notes_name_a_crowd_of_communes_once(broken_down: Store):
    brief = brief_on(broken_down, as_of(broken_down))
    row = next(r for r in brief.rows if brief.dossier(r).crowd)
    dossier = brief.dossier(row)
    [*_, slide] = slides_of(
        as_pptx(
            brief_on(broken_down, as_of(broken_down), Selection(indicators=(row.indicator.code,)))
        )
    )
    lines = slide.notes_slide.notes_text_frame.text.split("\n")
    told = f"– Số liệu của {len(dossier.crowd)} xã, phường, đặc khu: xem bảng số liệu (Excel)."
    assert told in lines
    listed = [line for line in lines if line.startswith("– 20")]
    assert len(listed) == len(dossier.uncrowded) < len(dossier.values)


def test_every_slide_names_the_data_it_was_made_from(brief: Brief, slides: list[Slide]):
    for slide in slides:
        assert any(brief.version_line in text for text in texts(slide))


def overviews_of(slides: list[Slide], brief: Brief) -> list[Slide]:
    return [slide for slide in slides if slide.shapes.title.text.startswith(brief.finding)]


def described(shape: Any) -> bool:
    [properties] = shape._element.xpath(".//p:cNvPr")
    decorative = any(part.tag.endswith("}decorative") for part in properties.iter())
    spoken = shape.has_text_frame and (shape.text_frame.text or shape._element.xpath(".//a:fld"))
    return bool(spoken or properties.get("descr") or decorative)


def test_the_overview_has_a_tile_an_indicator_in_the_colour_of_its_status(
    brief: Brief, slides: list[Slide]
):
    overviews = overviews_of(slides, brief)
    shapes = {shape.name: shape for slide in overviews for shape in slide.shapes}
    for row in brief.rows:
        tile = shapes[f"{row.indicator.code} {row.indicator.short_name}: {row.label}"]
        assert tile.text_frame.text == row.indicator.short_name
        assert f"#{tile.fill.fore_color.rgb}" == BADGES[row.status].fill
    counted = [shape.text_frame.text for shape in overviews[0].shapes if shape.name == "Chú giải"]
    counts = [int(text.split()[0]) for text in counted if text]
    assert sum(counts) == len(brief.rows)


def test_every_shape_stays_on_its_slide_and_has_a_number_of_its_own(slides: list[Slide]):
    presentation = slides[0].part.package.presentation_part.presentation
    for slide in slides:
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(set(numbers)) == len(numbers)
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= presentation.slide_width
            assert shape.top + shape.height <= presentation.slide_height, shape.name


def test_the_tables_of_a_group_have_each_of_its_indicators_once(brief: Brief, slides: list[Slide]):
    for group, rows in brief.chosen.groups():
        found = [
            line[0]
            for slide in titled(slides, f"{group.name}: ")
            for table in tables(slide)
            for line in table[1:]
        ]
        assert found == [row.indicator.code for row in rows]


def test_what_needs_attention_is_listed_the_worst_first(brief: Brief, slides: list[Slide]):
    title = f"{len(brief.chosen.attention)} chỉ tiêu cần chú ý"
    lines = [
        line for slide in titled(slides, title) for table in tables(slide) for line in table[1:]
    ]
    expected = [[r.indicator.code, r.sentence, r.indicator.lead] for r in brief.chosen.attention]
    assert [[line[0], line[3], line[4]] for line in lines] == expected


def test_what_cannot_be_judged_is_listed_by_agency(early: Brief, early_slides: list[Slide]):
    [slide] = titled(early_slides, f"{len(early.not_assessable)} chỉ tiêu chưa đánh giá được")
    [[_head, *lines]] = tables(slide)
    told = " ".join(line[2] for line in lines)
    assert sum(int(line[1]) for line in lines) == len(early.not_assessable)
    assert all(row.indicator.code in told for row in early.not_assessable)


def test_an_indicator_without_figures_says_which_report_is_missing(
    early: Brief, early_slides: list[Slide]
):
    row = early.chosen.by_code["ML03"]
    said = texts(slide_of(early_slides, early.dossier(row).title))
    assert any("Chưa có số liệu" in text for text in said)
    assert any("Báo cáo năm 2025 (hạn" in text for text in said)
    [box] = [text for text in said if text.startswith("Chưa có số liệu để vẽ biểu đồ")]
    assert "Mục tiêu năm 2030: ít nhất 3 trường" in box


def test_one_indicator_makes_a_cover_its_table_and_its_slide(filled: Store):
    slides = slides_of(as_pptx(brief_of(filled, "ML02")))
    assert [bool(charts(slide)) for slide in slides] == [False, False, True]


def test_a_context_figure_has_a_slide(published: Store):
    brief = brief_of(published, "BC01")
    [cover, slide] = slides_of(as_pptx(brief))
    assert cover.shapes.title.text == brief.title
    assert "Số liệu bối cảnh" in texts(slide)


def test_made_up_figures_are_marked_on_every_slide(illustrative: Store):
    asked = Selection(indicators=("ML02", "PC06", "DH01"))
    slides = slides_of(as_pptx(brief_on(illustrative, as_of(illustrative), asked)))
    assert len(slides) > 5
    assert all(MARK in texts(slide) for slide in slides)
    told = slides[0].part.package.core_properties
    assert (told.keywords, told.category, told.comments) == (MARK, MARK, MARK)


def test_whoever_does_not_see_a_slide_is_told_all_that_is_on_it(slides: list[Slide]):
    """Every table, chart and shape has text, a description, or is marked as decoration."""
    drawn = [(shape, described(shape)) for slide in slides for shape in slide.shapes]
    silent = [shape.name for shape, told in drawn if not told]
    assert silent == []
    assert {shape.shape_type for shape, _ in drawn} >= {MSO_SHAPE_TYPE.TABLE, MSO_SHAPE_TYPE.CHART}


def test_a_plan_of_the_year_stands_in_the_table_and_beside_the_chart(illustrative: Store):
    brief = brief_on(illustrative, as_of(illustrative))
    row = next(r for r in brief.rows if r.plan(brief.board.as_of.year))
    slides = slides_of(as_pptx(brief))
    said = texts(slide_of(slides, brief.dossier(row).title))
    year = brief.board.as_of.year
    assert [text for text in said if text.startswith("Kế hoạch năm")] == [
        "Kế hoạch năm 2029\n83,30%\nTH/KH: +0,27 điểm %"
    ]
    grown = texts(slide_of(slides, brief.dossier(brief.board.by_code["DH21"]).title))
    assert "Cần mỗi năm\n+175%" in grown
    heads = [table[0] for slide in slides for table in tables(slide)]
    assert any(f"KH {year}" in head and "TH/KH" in head for head in heads)


def test_no_number_of_a_table_is_torn(odd: Store):
    board = assess(odd, seen_on(odd, DAY))
    lines = tracking_rows(board, [board.by_code["DH13"], board.by_code["DH17"]])
    rows = [tracking_cells(line, planned=True) for line in lines]
    assert any(cell.text == "12.345.678" for row in rows for cell in row)
    columns = tracking_columns(board, planned=True)
    grid = grid_for(columns, rows, SlideBox(0, 0, 12.1, 5))
    assert grid.keeps_words(rows)
    assert sum(grid.widths()) == pytest.approx(12.1)
    assert not SlideTable(columns, 12.1, grid.size).keeps_words(rows)


def test_a_column_that_no_indicator_of_a_group_fills_is_left_out(filled: Store):
    codes = ("ML02", "HD01")
    slides = slides_of(as_pptx(brief_of(filled, *codes)))
    heads = [table[0] for slide in slides for table in tables(slide) if "ĐVT" in table[0]]
    goals = [[each for each in head if each.startswith("Mục tiêu")] for head in heads]
    assert goals == [["Mục tiêu 2030"], ["Mục tiêu 2030", "Mục tiêu 2035"]]


def test_real_figures_are_marked_nowhere(slides: list[Slide]):
    assert not any(MARK in text for slide in slides for text in texts(slide))


def test_a_title_of_300_letters_is_whole_and_fits():
    title = ("Tỷ lệ trường phổ thông đạt chuẩn quốc gia " * 8)[:300]
    deck = Deck(open_template(None))
    deck.slide(title, deck.drawing(), "", "")
    [slide] = slides_of(deck.saved("Thử"))
    [run] = slide.shapes.title.text_frame.paragraphs[0].runs
    lines = lines_of(title, run.font.size.pt, slide.shapes.title.width.pt - 15, bold=True)
    assert run.text == title
    assert len(lines) * LEADING * run.font.size.pt <= slide.shapes.title.height.pt


def test_of_many_sources_the_last_are_left_out_never_the_data_they_are_of():
    deck = Deck(open_template(None), data="Số liệu đến 22/11/2026 · Phiên bản 2")
    sources = "; ".join(f"Báo cáo số {n}/BC-SGDĐT" for n in range(40))
    foot = f"Nguồn: {sources} · {deck.data}"
    slide = deck.slide("Tên", deck.drawing(), foot, "")
    [told] = [text for text in texts(slide) if text.startswith("Nguồn")]
    assert told.startswith("Nguồn: Báo cáo số 0/BC-SGDĐT; Báo cáo số 1/BC-SGDĐT")
    assert told.endswith(f"… · {deck.data}")
    assert len(lines_of(told, 10, deck.foot_places()[0].width * 72)) == 2


def test_every_sign_of_a_name_is_kept(published: Store):
    name = "=A&B <i>\"'“ ” ₫ \t\x07\ud800 {0} %s"
    shown = replace(
        trajectory_of(brief_of(published, "ML02").dossier(brief_of(published, "ML02").rows[0])),
        title=name,
    )
    deck = Deck(open_template(None))
    deck.slide(name, deck.drawing(), name, name, PlacedChart(shown, SlideBox(1, 2, 8, 4)))
    [slide] = slides_of(deck.saved("Thử"))
    kept = name.replace("\x07", "").replace("\ud800", "")
    assert slide.shapes.title.text == kept
    assert slide.notes_slide.notes_text_frame.text == kept


def test_a_tile_leads_to_the_slide_of_its_indicator(brief: Brief, slides: list[Slide]):
    overviews = overviews_of(slides, brief)
    for row in brief.rows[:10]:
        name = f"{row.indicator.code} {row.indicator.short_name}: {row.label}"
        [tile] = [shape for slide in overviews for shape in slide.shapes if shape.name == name]
        target = tile.click_action.target_slide
        assert target.shapes.title.text == brief.dossier(row).title


def test_slides_are_listed_by_group(brief: Brief, slides: list[Slide]):
    sections = sections_of(slides)
    groups = [group.name for group, _ in brief.chosen.groups()]
    assert list(sections) == ["Tổng hợp", *groups]
    listed = [number for numbers in sections.values() for number in numbers]
    assert listed == [slide.slide_id for slide in slides]


def test_the_file_says_what_it_is_and_names_nobody_else(filled: Store):
    presentation = Presentation(io.BytesIO(as_pptx(brief_of(filled, "ML02"))))
    told = presentation.core_properties
    assert told.title == (
        "Tình hình thực hiện các chỉ tiêu: Mạng lưới trường, lớp học, Sở Giáo dục và Đào tạo"
    )
    assert told.author == told.last_modified_by == "Bảng theo dõi Nghị quyết 71"
    assert (told.comments, told.keywords) == ("", "")
    files = zipfile.ZipFile(io.BytesIO(as_pptx(brief_of(filled, "ML02"))))
    form = files.read("docProps/app.xml").decode()
    assert "<PresentationFormat>16:9</PresentationFormat>" in form
    assert "Microsoft" not in form
    names = [part.partname for part in presentation.part.package.iter_parts()]
    assert not [name for name in names if "printer" in name or "thumbnail" in name]


def test_steps_are_told_and_a_stopped_export_gives_nothing(filled: Store):
    brief, heard = brief_of(filled, "ML02", "PC01"), []
    as_pptx(brief, progress=lambda done, of: heard.append((done, of)))
    assert heard == [(n, 7) for n in range(8)]

    def stop(done: int, _of: int) -> None:
        if done == 3:
            raise CancelledError

    with pytest.raises(CancelledError):
        as_pptx(brief, progress=stop)


def test_two_people_get_their_own_at_once(filled: Store):
    briefs = [brief_of(filled, "ML02", "CS02"), brief_of(filled, "DH01", "HD01")]
    alone = [[texts(s) for s in slides_of(as_pptx(each))] for each in briefs]
    with ThreadPoolExecutor(2) as both:
        together = list(both.map(as_pptx, briefs))
    assert [[texts(s) for s in slides_of(each)] for each in together] == alone

"""The ranking of many areas as it stands on the page."""

from indicators.board.as_of import as_of
from indicators.comparison.comparison import Question
from indicators.comparison.making import compare
from indicators.comparison.strip import ranked_strip
from indicators.store.connection import Store
from pages.parts.templates import blocks


def test_a_ranking_of_illustrative_figures_says_so(illustrative: Store):
    moment = as_of(illustrative)
    found = compare(illustrative, moment, "city", Question(("PC01",), "xa-phuong-dac-khu"))
    assert found
    shown = blocks("so_sanh/strip.html").strip(ranked_strip(found), found.board.mark)
    assert '<figure class="ranking"><p class="unreal">SỐ LIỆU MINH HỌA</p>' in shown
    assert "Mục tiêu 2030 100%" in shown

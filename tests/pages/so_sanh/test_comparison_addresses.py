"""The address of a comparison asks for the same comparison when it is opened again."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.catalogue.groups import group_label
from indicators.catalogue.loader import load
from indicators.comparison.comparison import Question
from indicators.figures.disaggregation import BY_AREA, BY_COMMUNE, BY_INDICATOR, slug
from pages.parts.links import Links, read_question

CATALOGUE = load()
CODES = [indicator.code for indicator in CATALOGUE.indicators]
AREAS = [area.code for area in CATALOGUE.areas]
WAYS = ["", *(slug(w) for w in (BY_AREA, BY_COMMUNE, BY_INDICATOR, "cấp học", "loại hình"))]
GROUPS = ["", *(group_label(f"{b.dimension}={b.value}") for b in CATALOGUE.breakdowns)]
GROUPS += [group_label("cấp học=Tiểu học; loại hình=Ngoài công lập")]

questions = st.builds(
    Question,
    st.lists(st.sampled_from(CODES), unique=True).map(tuple),
    st.sampled_from(WAYS),
    st.lists(st.sampled_from(AREAS), unique=True).map(tuple),
    st.sampled_from(GROUPS),
)
kept = st.fixed_dictionaries(
    {"pham-vi": st.sampled_from([None, "ca-nuoc"]), "v": st.sampled_from([None, "3"])}
)


def asked_in(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(address).query))


@given(questions, kept)
def test_a_comparison_is_the_same_when_its_address_is_opened_again(
    question: Question, kept: dict[str, str | None]
):
    asked = asked_in(Links(kept).comparison(question))
    assert read_question(asked) == question
    assert {name: asked.get(name) for name in kept} == kept


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        ({"ma": " hd01, hd02 ,,HD01,"}, Question(("HD01", "HD02"))),
        ({"ma": "", "dia-ban": ","}, Question()),
        ({"ma": "ml02", "theo": " Cap-Hoc ", "dia-ban": "hp-cu"},
         Question(("ML02",), "cap-hoc", ("HP-CU",))),
        ({"ma": "BC03", "phan_to": " THPT "}, Question(("BC03",), group="THPT")),
    ],
)  # fmt: skip
def test_an_address_may_be_written_by_hand(asked: dict[str, str], question: Question):
    assert read_question(asked) == question


def test_an_address_reads_as_it_is_spoken():
    question = Question(("HD01", "HD02"))
    assert Links({"v": "12"}).comparison(question) == "/so-sanh?ma=HD01,HD02&v=12"
    by_area = Question(("ML02",), "dia-ban", ("31", "VN"))
    assert Links().comparison(by_area) == "/so-sanh?ma=ML02&theo=dia-ban&dia-ban=31,VN"

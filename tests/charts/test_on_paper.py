"""A chart drawn for a dark screen is printed in the colours of a light one."""

from indicators.charts.on_paper import chart_rules, colours, picture_rules, turned
from indicators.charts.theme import DARK, LIGHT


def test_every_colour_of_a_dark_chart_becomes_that_of_a_light_one():
    assert set(turned()) == set(colours(DARK))
    assert set(turned().values()) <= set(colours(LIGHT))
    assert turned()[DARK.actual] == LIGHT.actual
    assert turned()[DARK.text] == LIGHT.text


def test_the_colours_that_plotly_writes_are_turned_on_paper_alone():
    rules = chart_rules()
    assert rules.startswith("@media print{.js-plotly-plot{")
    assert '[style*="stroke: rgb(142, 197, 255)"]{stroke:#0D3B66!important}' in rules


def test_a_small_picture_turns_what_it_has_and_one_for_a_light_ground_nothing():
    drawn = f'<path fill="{DARK.required}" stroke="none"/>'
    turns = f'[fill="{DARK.required}"]{{fill:{LIGHT.required}}}'
    assert picture_rules(drawn) == (
        f"<style>@media (prefers-color-scheme:light){{{turns}}}</style>"
    )
    assert picture_rules(f'<path fill="{LIGHT.required}"/>') == ""

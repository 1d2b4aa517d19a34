"""A version of the catalogue is told by what it made, changed and withdrew."""

from dataclasses import fields, replace

from indicators.catalogue.records import KEYS, Setting, Target
from indicators.changes.catalogue import RecordChange, catalogue_changes
from indicators.store.connection import Store
from indicators.store.history import catalogue_at, latest
from indicators.store.journal import record_catalogue
from indicators.store.tables import CATALOGUE
from indicators.store.tally import indicators_touched
from indicators.wording.catalogue_words import FIELD_NAMES, RECORD_NAMES
from tests.recording import figure, record, set_to


def test_the_first_version_makes_the_whole_catalogue(published: Store):
    catalogue = catalogue_at(published, 1)
    changes = catalogue_changes(published, 1)
    assert {change.kind for change in changes} == {"new"}
    assert len(changes) == sum(len(getattr(catalogue, name)) for name in CATALOGUE)


def test_a_version_of_figures_changes_nothing_there(published: Store):
    assert catalogue_changes(published, 2) == ()


def test_a_changed_setting_is_told_with_its_value_before(own: Store):
    set_to(own, on_track_ratio=0.9)
    (change,) = catalogue_changes(own, 3)
    assert isinstance(change.record, Setting)
    assert (change.kind, change.fields) == ("changed", {"value": ("0.95", "0.9")})


def test_a_record_withdrawn_and_made_again_is_told_each_time(own: Store):
    known = catalogue_at(own, 2)
    record_catalogue(own, replace(known, tasks=known.tasks[1:]), "An")
    record_catalogue(own, known, "An")
    assert catalogue_changes(own, 3) == (RecordChange(known.tasks[0], None),)
    assert catalogue_changes(own, 4) == (RecordChange(None, known.tasks[0]),)


def test_yearly_plans_are_told_with_their_file_and_not_here(own: Store):
    known = catalogue_at(own, 2)
    plan = Target("ML02", "plan", 2027, ">=", 80.0, None, "KH", "", "", "")
    record_catalogue(own, replace(known, targets=(*known.targets, plan)), "An", kind="setting")
    assert catalogue_changes(own, 3) == ()


def test_a_version_touches_the_indicators_of_its_figures_and_definitions(own: Store):
    known = catalogue_at(own, 2)
    record(own, figure("ML02", 2026, 80), figure("CS02", 2026, 90))
    indicators = tuple(
        replace(each, note="mới") if each.code == "HD01" else each for each in known.indicators
    )
    record_catalogue(own, replace(known, indicators=indicators), "An")
    touched = indicators_touched(own)
    assert (touched[3], touched[4]) == (("CS02", "ML02"), ("HD01",))
    assert len(touched[1]) == len(known.indicators)
    assert latest(own).number == 4


def test_every_kind_of_record_and_every_field_has_a_name_here():
    assert set(RECORD_NAMES) == set(KEYS)
    assert {field.name for record in KEYS for field in fields(record)} == set(FIELD_NAMES)

"""0 of 0 in a file: an answer of its own, never 0 % or 100 %."""

import pytest

from tests.intake.tidy import check

SHARE = {"ma_chi_tieu": "CS06", "gia_tri": ""}


@pytest.mark.parametrize(
    "cells",
    [
        {"tu_so": "0", "mau_so": "0"},
        {"tu_so": "0", "mau_so": "0", "gia_tri": "Không có"},
        {"tu_so": "0", "mau_so": "0", "gia_tri": "không có đối tượng"},
        {"gia_tri": "0/0"},
    ],
)
def test_nothing_of_nothing_is_kept_and_told(cells):
    checked = check({**SHARE, **cells})
    (row,) = checked.observations
    assert (row.value, row.numerator, row.denominator, row.label) == (None, 0, 0, "không có")
    assert row.has_no_subject
    (finding,) = checked.findings
    assert (finding.severity, finding.kind) == ("remark", "ratio_mismatch")
    assert "không phải 0%" in finding.message


@pytest.mark.parametrize("word", ["Không có", "không có đối tượng"])
def test_the_word_alone_is_asked_about_and_kept_as_nothing_of_nothing(word):
    checked = check({**SHARE, "gia_tri": word})
    (row,) = checked.observations
    assert (row.value, row.numerator, row.denominator, row.label) == (None, 0, 0, "không có")
    (finding,) = checked.findings
    assert (finding.severity, finding.kind, finding.column) == (
        "warning", "ambiguous_number", "gia_tri",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"tu_so": "0", "mau_so": "0", "gia_tri": "0"}, "ratio_mismatch"),
        ({"tu_so": "0", "mau_so": "0", "gia_tri": "100"}, "ratio_mismatch"),
        ({"tu_so": "1", "mau_so": "0"}, "ratio_mismatch"),
        ({"tu_so": "1", "mau_so": "3", "gia_tri": "không có"}, "ratio_mismatch"),
        ({"ma_chi_tieu": "BC01", "tu_so": "0", "mau_so": "0"}, "ratio_mismatch"),
        ({"ma_chi_tieu": "BC01", "gia_tri": "không có"}, "bad_number"),
    ],
)
def test_a_number_beside_nothing_or_a_word_alone_is_refused(cells, kind):
    checked = check({**SHARE, **cells})
    assert checked.observations == ()
    assert [(each.severity, each.kind) for each in checked.findings] == [("error", kind)]

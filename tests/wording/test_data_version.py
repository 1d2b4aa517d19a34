"""A version is named with the head of its hash, and that is read back as people copy it."""

from dataclasses import replace

import pytest

from indicators.store.connection import Store
from indicators.store.errors import StoreError
from indicators.store.history import latest, version_headed, versions
from indicators.store.local_time import local_day
from indicators.wording.data_version import passing_words, read_head, version_words

GO = "; hãy chép đủ mã đứng sau số phiên bản, như 3f9a1c07be."


def test_a_version_is_named_with_the_first_ten_letters_of_its_hash(published: Store):
    version = replace(latest(published), number=66, hash="3f9a1c07be" + "0" * 54)
    assert version_words(version) == "phiên bản 66 · 3f9a1c07be"


@pytest.mark.parametrize("copied", ["3f9a1c07be", " 3F9A 1C07BE\n", "3f9a1c07be" + "0" * 54])
def test_a_head_is_read_as_people_copy_it(copied: str):
    assert read_head(copied) == "".join(copied.split()).lower()


@pytest.mark.parametrize(
    ("copied", "told"),
    [
        ("3f9a1c07b", f"Mã “3f9a1c07b” chỉ có 9 ký tự, cần ít nhất 10{GO}"),
        ("", f"Mã “” chỉ có 0 ký tự, cần ít nhất 10{GO}"),
        ("3f9a1c07bo", f"Mã “3f9a1c07bo” có ký tự không phải chữ số hay chữ cái từ a đến f{GO}"),
        ("٣f9a1c07be", f"Mã “٣f9a1c07be” có ký tự không phải chữ số hay chữ cái từ a đến f{GO}"),
        ("0" * 65, f"Mã “{'0' * 40}” dài hơn 64 ký tự{GO}"),
    ],
)
def test_what_is_no_head_is_refused_with_what_is_wrong(copied: str, told: str):
    with pytest.raises(StoreError) as refused:
        read_head(copied)
    assert str(refused.value) == told


def test_a_journal_says_whether_it_passes_through_a_head(published: Store):
    first = versions(published)[0]
    passed = version_headed(published, first.head)
    assert passed == first
    assert passing_words(first.head, passed, 2) == (
        f"Nhật ký đi qua mã {first.head}: phiên bản 1, {local_day(first.at):%d/%m/%Y}."
    )
    assert version_headed(published, "0" * 10) is None
    assert passing_words("0" * 10, None, 2).startswith(
        "Nhật ký không đi qua mã 0000000000: không phiên bản nào trong 2 phiên bản mang mã này."
    )

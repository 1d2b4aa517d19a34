"""The search for cyclic garbage is put off for as long as anybody needs, and no longer."""

import gc

import pytest

from indicators.intake.uncollected import uncollected


def test_the_search_is_put_off_until_the_last_is_done():
    with uncollected():
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_is_taken_up_again_after_a_fault():
    with pytest.raises(ValueError, match="fault"), uncollected():
        raise ValueError("fault")
    assert gc.isenabled()

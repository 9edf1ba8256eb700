"""Codings hold together."""

import pytest

from sayso.errors import InputError
from sayso.vocabulary import Coding, NotCodable, Scheme


def test_what_has_no_type_says_why():
    assert Coding(scheme=Scheme.UCDP, not_codable=(NotCodable.NO_SIDES,)).type is None
    with pytest.raises(InputError, match="needs the reason"):
        Coding(scheme=Scheme.UCDP)


@pytest.mark.parametrize("precision", [0, 8])
def test_a_precision_lies_within_the_codes(precision):
    with pytest.raises(InputError, match="between 1 and 7"):
        Coding(scheme=Scheme.ACLED, type="Battles", time_precision=precision)

"""A name that the network doubts is a place where words of taking stand beside it and the gazetteer knows it."""

import numpy as np
import pytest

from sayso.knowledge import load_events
from sayso.reading.pieces import WORD
from sayso.reading.taken_places import back_taken, is_taken_name
from sayso.reading.windows import Window
from tests.reading.test_place_marks import Names


class AtWar(Names):
    """The same names, all borne by right in a land at war."""

    def find(self, name, *, language=None):
        return tuple(one._replace(country="UA", population=5_000) for one in super().find(name, language=language))


def share_of(text: str, name: str, share: float, names: type[Names] = Names) -> float:
    """Give the share that a name has as a place after it had another; Dubky and Lutkove are known."""
    words = [found.span() for found in WORD.finditer(text)]
    window = Window(words=tuple(words), pieces=(0,), firsts=(0,) * len(words))
    at = next(place for place, span in enumerate(words) if text[slice(*span)] == name)
    shares = np.zeros((len(words), 3), dtype=np.float32)
    shares[:, 0] = 1.0
    shares[at] = (1 - share, share, 0.0)
    back_taken(text, window, shares, names(("Dubky", "Lutkove", "Mill")), load_events("en"))
    assert np.allclose(shares.sum(axis=1), 1.0)
    return round(float(1 - shares[at, 0]), 3)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("The brigade had captured Dubky.", 0.6),
        ("Dubky has fallen, they say.", 0.6),
        ("Dubky captured, agencies say.", 0.6),
        ("Dubky hit by drones, agencies say.", 0.6),
        ("Dubky was taken into a hospital.", 0.05),
        ("They fear the Storm Dubky.", 0.05),
        ("The brigade had praised Dubky.", 0.05),
        ("The mill is under the control of Dubky.", 0.05),
        ("The brigade had captured men of Dubky.", 0.05),
    ],
)
def test_what_is_taken_is_a_place(text, share):
    assert share_of(text, "Dubky", 0.05) == share


def test_a_name_that_is_not_known_or_not_suspected_is_none():
    assert share_of("The brigade had captured Holub.", "Holub", 0.05) == 0.05
    assert share_of("The brigade had captured Dubky.", "Dubky", 0.01) == 0.01
    assert share_of("The brigade had captured Dubky.", "Dubky", 0.9) == 0.9


def test_a_town_at_war_is_suspected_of_less():
    text = "Word that Dubky has been captured came late."
    assert share_of(text, "Dubky", 0.004, AtWar) == 0.6
    assert share_of(text, "Dubky", 0.004) == 0.004
    assert share_of(text, "Dubky", 0.001, AtWar) == 0.001


def test_it_is_told_in_other_languages_too():
    assert is_taken_name("Дубки и Лутково взяты.", 0, 5, "ru")
    assert not is_taken_name("Міст під контролем Сил оборони.", 18, 21, "uk")
    assert not is_taken_name("Dubki est pris.", 0, 5, "fr")

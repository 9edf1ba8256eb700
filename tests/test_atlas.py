"""The atlas: where the gazetteer lies, and that it is made once."""

from pathlib import Path

import pytest

from sayso import atlas
from sayso.atlas import Watcher, add_places, find_shelf, make_gazetteer, open_gazetteer
from sayso.settings import Settings
from tests.knowledge.gazetteer.small import copy_small


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(cache=tmp_path / "cache", data=tmp_path / "data")


def test_the_gazetteer_lies_in_the_cache_and_places_of_ones_own_do_not(settings):
    shelf = find_shelf(settings)
    assert shelf.gazetteer == settings.cache / "gazetteer-7.sqlite"
    assert shelf.own == settings.data / "places-1.sqlite"


def test_a_stated_file_has_its_own_places_beside_it(tmp_path: Path):
    shelf = find_shelf(Settings(gazetteer=tmp_path / "world.sqlite"))
    assert (shelf.gazetteer, shelf.own) == (tmp_path / "world.sqlite", tmp_path / "world-own.sqlite")


def test_it_is_made_on_first_use_and_not_again(settings, monkeypatch):
    made: list[Path] = []

    def build(path: Path, _notify: object) -> None:
        made.append(path)
        copy_small(path)

    monkeypatch.setattr(atlas, "build_gazetteer", build)
    open_gazetteer(settings).close()
    open_gazetteer(settings).close()
    assert made == [find_shelf(settings).gazetteer]
    make_gazetteer(settings, anew=True)
    assert len(made) == 2


def test_places_of_ones_own_are_found_beside_the_others(settings, tmp_path: Path):
    copy_small(find_shelf(settings).gazetteer)
    (tmp_path / "own.csv").write_text("name,lat,lon\nHill 217,48,37\n", encoding="utf-8")
    (added,) = add_places(settings, [tmp_path / "own.csv"], Watcher())
    assert added.places == 1
    gazetteer = open_gazetteer(settings)
    assert gazetteer.find("Hill 217")[0].source == "own"
    assert gazetteer.find("Kyiv")[0].geonameid == 703448
    gazetteer.close()

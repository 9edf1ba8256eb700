"""Settings: flag over environment over default; what cannot be used is refused by its name."""

from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.settings import Settings, read_settings

HOME = {"HOME": "/home/desk"}
FOLDERS = {"cache": Path("/home/desk/.cache/sayso"), "data": Path("/home/desk/.local/share/sayso")}


def test_without_anything_the_defaults_hold():
    assert read_settings(HOME) == Settings(pack=None, threads=1, gazetteer=None, **FOLDERS)


def test_the_environment_is_read():
    environment = {"SAYSO_THREADS": "4", "SAYSO_PACK": "my/pack", "SAYSO_GAZETTEER": "world.sqlite", **HOME}
    expected = Settings(pack=Path("my/pack"), threads=4, gazetteer=Path("world.sqlite"), **FOLDERS)
    assert read_settings(environment) == expected


def test_a_flag_goes_over_the_environment_even_where_that_cannot_be_used():
    environment = {"SAYSO_THREADS": "many", "SAYSO_PACK": "theirs", "SAYSO_GAZETTEER": "theirs", **HOME}
    expected = Settings(pack=Path("mine"), threads=2, gazetteer=Path("my.sqlite"), **FOLDERS)
    assert read_settings(environment, threads=2, pack=Path("mine"), gazetteer=Path("my.sqlite")) == expected


def test_an_empty_variable_counts_as_not_set():
    environment = {"SAYSO_THREADS": "", "SAYSO_PACK": "", "SAYSO_GAZETTEER": "", "XDG_CACHE_HOME": "", **HOME}
    assert read_settings(environment) == Settings(**FOLDERS)


def test_the_users_folders_are_where_the_variables_say_in_full():
    environment = {"XDG_CACHE_HOME": "/var/cache", "XDG_DATA_HOME": "not/in/full", **HOME}
    found = read_settings(environment)
    assert (found.cache, found.data) == (Path("/var/cache/sayso"), FOLDERS["data"])


def test_settings_of_ones_own_lie_in_the_users_folders(monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/cache")
    monkeypatch.setenv("XDG_DATA_HOME", "/var/data")
    assert (Settings().cache, Settings().data) == (Path("/var/cache/sayso"), Path("/var/data/sayso"))


def test_without_a_home_there_is_still_a_folder():
    assert read_settings({}).cache.name == "sayso"


@pytest.mark.parametrize("stated", ["many", "0", "-1", "1.5", " 2", "257", "²", "٣", "9" * 5000])
def test_threads_that_are_no_whole_number_in_bounds_are_refused_by_the_name_of_the_variable(stated):
    with pytest.raises(SettingsError, match=r"SAYSO_THREADS: .* is not a whole number from 1 to 256"):
        read_settings({"SAYSO_THREADS": stated})


@pytest.mark.parametrize("threads", [0, 257])
def test_settings_of_ones_own_are_checked_too(threads):
    with pytest.raises(SettingsError, match=f"threads: {threads}"):
        Settings(threads=threads)

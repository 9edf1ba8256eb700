"""Settings: flag over environment over default; what cannot be used is refused by its name."""

from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.settings import Settings, read_settings


def test_without_anything_the_defaults_hold():
    assert read_settings({}) == Settings(pack=None, threads=1)


def test_the_environment_is_read():
    assert read_settings({"SAYSO_THREADS": "4", "SAYSO_PACK": "my/pack"}) == Settings(pack=Path("my/pack"), threads=4)


def test_a_flag_goes_over_the_environment_even_where_that_cannot_be_used():
    environment = {"SAYSO_THREADS": "many", "SAYSO_PACK": "theirs"}
    assert read_settings(environment, threads=2, pack=Path("mine")) == Settings(pack=Path("mine"), threads=2)


def test_an_empty_variable_counts_as_not_set():
    assert read_settings({"SAYSO_THREADS": "", "SAYSO_PACK": ""}) == Settings()


@pytest.mark.parametrize("stated", ["many", "0", "-1", "1.5", " 2", "257", "²", "٣", "9" * 5000])
def test_threads_that_are_no_whole_number_in_bounds_are_refused_by_the_name_of_the_variable(stated):
    with pytest.raises(SettingsError, match=r"SAYSO_THREADS: .* is not a whole number from 1 to 256"):
        read_settings({"SAYSO_THREADS": stated})


@pytest.mark.parametrize("threads", [0, 257])
def test_settings_of_ones_own_are_checked_too(threads):
    with pytest.raises(SettingsError, match=f"threads: {threads}"):
        Settings(threads=threads)

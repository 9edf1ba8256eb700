"""The tree of errors drawn in the module is the tree there is."""

import inspect
import re

import sayso
from sayso import errors

CLASSES = [one for _, one in inspect.getmembers(errors, inspect.isclass)]


def test_every_error_is_a_sayso_error_and_drawn():
    drawn = re.findall(r"[A-Z]\w+Error", errors.__doc__ or "")
    assert sorted(drawn) == sorted(one.__name__ for one in CLASSES)
    assert all(issubclass(one, sayso.SaysoError) for one in CLASSES)


def test_a_callers_mistake_is_a_value_error_too():
    assert issubclass(errors.InputError, ValueError)
    assert issubclass(errors.SettingsError, ValueError)

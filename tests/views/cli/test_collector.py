"""The collector rests while the first report is read, and is afterwards as it was."""

import gc
from types import SimpleNamespace

import pytest

from sayso.views.cli.collector import Collector
from sayso.vocabulary import Rejection, RejectionReason

REJECTED = Rejection(where="quay.txt", reason=RejectionReason.EMPTY, detail="nothing in it")


def test_it_rests_until_the_first_result():
    with Collector() as collector:
        assert not gc.isenabled()
        collector.hear(REJECTED)
        assert gc.isenabled()
    assert gc.isenabled()


def test_what_a_language_needs_is_put_out_of_sight_once(monkeypatch):
    frozen = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(1))
    with Collector() as collector:
        for language in ("en", "en", "uk", "en"):
            collector.hear(SimpleNamespace(reader=SimpleNamespace(language=language)))
    assert len(frozen) == 2


def test_what_is_kept_is_put_out_of_sight_ever_more_seldom(monkeypatch):
    frozen = []
    with Collector() as collector:
        for number in range(1, 10):
            monkeypatch.setattr(gc, "freeze", lambda number=number: frozen.append(number))
            collector.keep()
            assert gc.isenabled()
    assert frozen == [1, 2, 4, 8]


def test_it_goes_on_where_nothing_was_read():
    with pytest.raises(KeyboardInterrupt), Collector():
        raise KeyboardInterrupt
    assert gc.isenabled()


def test_who_has_turned_it_off_finds_it_off():
    gc.disable()
    try:
        with Collector() as collector:
            collector.hear(REJECTED)
        assert not gc.isenabled()
    finally:
        gc.enable()

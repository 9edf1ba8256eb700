"""The line of progress: late, seldom, on one line, and gone when something else is printed."""

import io

from sayso.views.cli.progress import ERASE, Progress


class Clock:
    """A clock that the test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def make(total: int = 3, *, is_shown: bool = True) -> tuple[Progress, io.StringIO, Clock]:
    stream, clock = io.StringIO(), Clock()
    return Progress(total, stream, is_shown=is_shown, clock=clock), stream, clock


def test_a_short_run_shows_nothing() -> None:
    progress, stream, _ = make()
    progress.begin("a.txt")
    progress.step()
    progress.clear()
    assert stream.getvalue() == ""


def test_many_reports_of_one_input_are_counted() -> None:
    progress, stream, clock = make(total=1)
    progress.begin("posts.jsonl")
    for second in range(3):
        clock.now = float(second)
        progress.step()
    assert stream.getvalue() == f"{ERASE}2 reports read: posts.jsonl{ERASE}3 reports read: posts.jsonl"


def test_inputs_are_counted_where_there_are_several() -> None:
    progress, stream, clock = make()
    clock.now = 2.0
    progress.begin("a\x1b[31m.txt")
    assert stream.getvalue() == f"{ERASE}1 of 3 inputs, 0 reports read: a\\x1b[31m.txt"


def test_the_line_is_not_written_more_often_than_five_times_a_second() -> None:
    progress, stream, clock = make()
    for tenth in range(10, 30):
        clock.now = tenth / 10
        progress.step()
    assert 9 <= stream.getvalue().count(ERASE) <= 11


def test_the_line_is_erased_once() -> None:
    progress, stream, clock = make()
    clock.now = 2.0
    progress.step()
    progress.clear()
    progress.clear()
    assert stream.getvalue().endswith(f"read: {ERASE}")


def test_the_line_fits_the_terminal(monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    progress, stream, clock = make()
    clock.now = 2.0
    progress.begin("a" * 99)
    assert len(stream.getvalue()) - len(ERASE) == 29


def test_nothing_is_shown_where_nobody_watches() -> None:
    progress, stream, clock = make(is_shown=False)
    clock.now = 2.0
    progress.step()
    assert stream.getvalue() == ""


def test_a_stream_that_is_no_terminal_is_not_watched(capsys) -> None:
    progress = Progress.on_terminal(9, is_quiet=False)
    progress.step()
    assert capsys.readouterr().err == ""

"""`sayso read`: what it prints where, its exit codes, and what it leaves alone."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

import sayso
from sayso.views.cli import exits
from sayso.views.cli.output import write_whole
from sayso.views.cli.page_file import _is_ours
from sayso.vocabulary import WIRE_NUMBER
from tests.reading.tiny_gazetteer import write_tiny_gazetteer
from tests.views.cli.conftest import HEAVY, TEXT, run_and_list, start, with_and_without_names, write_reports


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["read"], ["read", "a", "--widht", "3"]])
def test_help_and_mistakes_are_answered_before_anything_heavy_is_loaded(arguments) -> None:
    code, lines = run_and_list(arguments, HEAVY)
    assert lines[-1] == "loaded []"
    assert code == (0 if "--help" in arguments else 2)


def test_json_loads_neither_the_terminal_nor_the_page(folder, pack) -> None:
    environment = os.environ | {"SAYSO_PACK": str(pack)}
    done = run_and_list(["read", "report.txt", "--json"], ("rich", "jinja2"), cwd=folder, env=environment)
    assert done == (0, ["loaded []"])


def test_help_says_what_is_read_what_the_options_do_and_what_the_exit_codes_mean(run) -> None:
    shown = run("read", "--help").output
    assert all(word in shown for word in ("--json", "--html OUT", "--all", "standard input", "Exit code", "130"))
    assert max(map(len, shown.splitlines())) <= 100


def test_a_report_is_shown_with_its_claims(run) -> None:
    done = run("read", "report.txt")
    assert done.exit_code == 0
    assert done.stderr == ""
    assert "bridge is closed" in done.stdout
    assert "mayor" in done.stdout
    assert "The rain fell all night" in done.stdout


def test_no_colour_and_no_escape_is_written_where_output_is_no_terminal(run) -> None:
    assert "\x1b" not in run("read", "report.txt").stdout


def test_width_is_kept_to(run, folder) -> None:
    (folder / "long.txt").write_text(TEXT * 20, encoding="utf-8")
    for width in (40, 60, 100):
        lines = run("read", "long.txt", "--width", str(width)).stdout.splitlines()
        assert max(map(len, lines)) <= width


def test_json_is_one_reading_a_line_in_the_order_of_the_input(run, folder) -> None:
    write_reports(folder, 3)
    (folder / "other.txt").write_text(
        "The doctor said that the bridge is closed. The rain fell all night.", encoding="utf-8"
    )
    done = run("read", "other.txt", "posts.jsonl", "report.txt", "--json")
    written = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["id"] for one in written][1:4] == ["0", "1", "2"]
    assert [one["provenance"]["where"] for one in written] == ["other.txt", *["posts.jsonl"] * 3, "report.txt"]
    assert written[1]["text"] == TEXT
    assert [sayso.read_reading(one).report.id for one in written] == [one["id"] for one in written]


def test_json_is_utf_8_whatever_the_locale(folder, pack) -> None:
    (folder / "post.jsonl").write_text(json.dumps({"id": "\u0454\U0001f600", "text": TEXT}), encoding="utf-8")
    ascii_only = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    out, _ = start(folder, pack, "read", "post.jsonl", "--json", environment=ascii_only).communicate()
    assert json.loads(out.decode())["id"] == "\u0454\U0001f600"


def test_what_the_terminal_cannot_show_is_escaped(folder, pack) -> None:
    (folder / "\u0454.txt").write_text(TEXT, encoding="utf-8")
    ascii_only = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C.UTF-8"}
    out, _ = start(folder, pack, "read", "\u0454.txt", environment=ascii_only).communicate()
    assert out.startswith(b"\\u0454.txt")


@pytest.mark.parametrize("options", [["--json"], [], ["--html", "out.html"]])
def test_a_file_name_that_is_no_text_stops_nothing(folder, pack, options) -> None:
    Path(os.fsdecode(b"bad-\xff.txt")).write_text(TEXT, encoding="utf-8")
    process = start(folder, pack, "read", os.fsdecode(b"bad-\xff.txt"), *options)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert b"\\udcff" in out


def test_a_rejection_is_one_line_and_the_rest_is_read(run, folder) -> None:
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    done = run("read", "none.txt", "picture.txt", "report.txt", "--json")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    none, picture, count = done.stderr.splitlines()
    assert none.startswith("none.txt: unreadable: ")
    assert picture.startswith("picture.txt: binary: ")
    assert count == "1 read, 2 rejected"


def test_one_rejected_input_is_not_counted_up(run) -> None:
    done = run("read", "none.txt")
    assert (done.exit_code, len(done.stderr.splitlines()), done.stdout) == (1, 1, "")


def test_standard_input_is_read(run) -> None:
    done = run("read", "-", "--json", stdin=TEXT.encode())
    assert done.exit_code == 0
    assert json.loads(done.stdout)["provenance"]["where"] == "standard input"


def test_standard_input_is_read_once(run) -> None:
    done = run("read", "-", "report.txt", "-")
    assert done.exit_code == 2
    assert "only once" in done.stderr


def test_a_person_is_told_that_standard_input_is_awaited(run, monkeypatch) -> None:
    monkeypatch.setattr("sayso.views.cli.read._run", lambda *_: 0)
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    assert "Ctrl-D" in run("read", "-").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing argument 'FILE...'"),
        (["report.txt", "--widht", "60"], "No such option"),
        (["report.txt", "--threads", "0"], "--threads"),
        (["report.txt", "--html", "report.txt"], "one of the inputs"),
        (["report.txt", "--html", "none/out.html"], "no folder"),
        (["report.txt", "--html", "mine.html"], "no page of sayso"),
        (["report.txt", "--html", "-"], "name of a file"),
    ],
)
def test_a_command_that_makes_no_sense_is_refused_before_reading(run, folder, arguments, said) -> None:
    (folder / "mine.html").write_text("<p>A page of the user's own.</p>", encoding="utf-8")
    done = run("read", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stdout == ""
    assert (folder / "mine.html").read_text(encoding="utf-8").startswith("<p>A page")


def test_a_pack_that_is_not_there_is_named(run, monkeypatch) -> None:
    monkeypatch.setenv("SAYSO_PACK", "no-pack")
    done = run("read", "report.txt")
    assert done.exit_code == 2
    assert done.stderr.startswith("sayso: no-pack")
    assert len(done.stderr.splitlines()) == 1


def test_what_cannot_be_looked_into_is_not_taken_for_ours(tmp_path) -> None:
    assert not _is_ours(tmp_path)


def test_a_folder_that_cannot_be_written_to_is_named_before_reading(run, monkeypatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    done = run("read", "report.txt", "--html", "out.html")
    assert done.exit_code == 2
    assert "nothing can be written" in done.stderr


def test_a_page_is_written_and_counted(run, folder) -> None:
    done = run("read", "report.txt", "--html", "out.html")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "out.html: 1 claim in 1 report"
    assert "bridge" in (folder / "out.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in folder.iterdir()) == ["out.html", "report.txt"]


def test_a_page_of_ours_is_written_anew(run, folder) -> None:
    for arguments in (["report.txt"], ["report.txt", "report.txt"]):
        assert run("read", *arguments, "--html", "out.html").exit_code == 0
    assert (folder / "out.html").read_text(encoding="utf-8").count("<article") == 2


def test_json_stays_pure_beside_a_page(run, folder) -> None:
    done = run("read", "report.txt", "--json", "--html", "out.html")
    assert [json.loads(line)["wire"] for line in done.stdout.splitlines()] == [WIRE_NUMBER]
    assert (folder / "out.html").exists()


def test_a_page_that_cannot_be_written_is_an_error_and_leaves_nothing(run, folder, monkeypatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    done = run("read", "report.txt", "--html", "out.html")
    assert done.exit_code == 2
    assert "out.html could not be written: No space left" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["report.txt"]


def test_a_file_keeps_its_rights_and_a_link_its_aim(tmp_path) -> None:
    (tmp_path / "page.html").write_text("old", encoding="utf-8")
    (tmp_path / "page.html").chmod(0o640)
    (tmp_path / "link.html").symlink_to(tmp_path / "page.html")
    write_whole(tmp_path / "link.html", "new")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "new"
    assert (tmp_path / "page.html").stat().st_mode & 0o777 == 0o640


def test_what_is_no_plain_file_is_written_to_and_not_replaced(tmp_path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_whole(tmp_path / "pipe", "page")
    assert os.read(reader, 9) == b"page"
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()


def test_an_interrupt_ends_the_run_says_so_and_writes_no_page(folder, pack) -> None:
    process = start(folder, pack, "read", "report.txt", "-", "--html", "out.html", stdin=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert err.decode().splitlines() == ["interrupted; 1 read; out.html was not written"]
    assert not (folder / "out.html").exists()


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "interrupted; 0 read\n"),
        (BrokenPipeError(), 1, ""),
        (OSError(5, "Input/output error"), 2, "sayso: the output could not be written: Input/output error\n"),
    ],
)
def test_whatever_ends_a_run_has_its_exit_code_and_at_most_one_line(run, monkeypatch, raised, code, said) -> None:
    class Desk:
        def __init__(self, *_: object) -> None:
            raise raised

    let_go = []
    monkeypatch.setattr(sayso, "Desk", Desk, raising=False)
    monkeypatch.setattr("os.dup2", lambda *_: let_go.append(1))
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.fileno", lambda _: 1, raising=False)
    done = run("read", "report.txt")
    assert (done.exit_code, done.stderr) == (code, said)
    assert len(let_go) == (code != 130)


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_listener_that_leaves_ends_the_run_quietly(folder, pack, options) -> None:
    write_reports(folder, 2_000)
    process = start(folder, pack, "read", "posts.jsonl", *options)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=20) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_output_that_cannot_be_written_is_an_error(folder, pack, options) -> None:
    with Path("/dev/full").open("wb") as full:
        process = start(folder, pack, "read", "report.txt", *options, stdout=full)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 2
    assert err.decode().splitlines() == ["sayso: the output could not be written: No space left on device"]


def test_the_exit_codes_are_those_documented() -> None:
    assert (exits.EXIT_REJECTED, exits.EXIT_USAGE, exits.EXIT_INTERRUPTED) == (1, 2, 130)


@pytest.mark.usefixtures("private")
@pytest.mark.parametrize(
    "options", [[], ["--why"], ["--json"], ["--html", "out.html"], ["--all", "--json", "--html", "out.html"]]
)
def test_private_persons_are_withheld_in_every_output_unless_asked_for(run, folder, options) -> None:
    shown, withheld = with_and_without_names(run, folder, "read", "report.txt", *options)
    assert "Mayor" in shown
    assert "Mayor" not in withheld
    assert "[name withheld]" in withheld


@pytest.mark.usefixtures("private")
def test_why_is_explained_on_demand(run) -> None:
    assert "named only as a witness: “The m" in run("read", "report.txt", "--why").stdout
    assert "named only as a witness" not in run("read", "report.txt").stdout


def test_places_are_looked_up_in_the_gazetteer_that_is_named(folder, run) -> None:
    write_tiny_gazetteer(folder / "tiny.sqlite")
    text = "\u0423\u043d\u043e\u0447\u0456 \u043e\u0431\u0441\u0442\u0440\u0456\u043b\u044f\u043b\u0438 \u0441\u0435\u043b\u043e \u0414\u0443\u0431\u043a\u0438."
    (folder / "post.jsonl").write_text(json.dumps({"id": "1", "text": text, "lang": "uk"}), encoding="utf-8")
    result = run("read", "post.jsonl", "--json", "--gazetteer", "tiny.sqlite")
    (place,) = json.loads(result.stdout)["places"]
    assert (place["name"], place["geonameid"]) == ("Dubky", 5)

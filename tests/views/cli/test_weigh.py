"""`sayso weigh`, `chain` and `sheet`: what they print where, their exit codes, and what they leave alone."""

import json
import os
import signal
import subprocess
import time

import pytest
from jsonschema import Draft202012Validator

import sayso
from sayso.vocabulary.wire_weighing import weighing_schema
from tests.views.cli.conftest import HEAVY, TEXT, run_and_list, start, with_and_without_names, write_reports
from tests.views.weighings import weighing

COMMANDS = (["weigh"], ["chain"], ["sheet", "control", "Vilne"], ["sheet", "casualties", "Vilne"])
JUDGEMENT = {"one": "c-1", "other": "c-2", "verdict": "same", "by": "k", "at": "2024-12-06T09:00:00Z"}


@pytest.fixture
def made_up(monkeypatch) -> None:
    """Let the desk find the made-up weighing in whatever it reads."""
    monkeypatch.setattr("sayso.desk.weigh", lambda *_: weighing().weighing)
    monkeypatch.setattr("sayso.desk.Desk._read_each", lambda *_: iter(weighing().readings.values()))


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("arguments", [["--help"], [], ["a", "--widht", "3"], ["-", "-"]])
def test_help_and_mistakes_are_answered_before_anything_heavy_is_loaded(command, arguments) -> None:
    code, lines = run_and_list([*command, *arguments], HEAVY)
    assert lines[-1] == "loaded []"
    assert code == (0 if "--help" in arguments else 2)


def test_claims_are_shown_with_their_support(run) -> None:
    done = run("weigh", "report.txt")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "1 report  2 claims"
    assert "1 report, 1 origin: single-source" in done.stdout


def test_json_is_one_object_that_fits_the_schema(run, folder) -> None:
    (folder / "posts.jsonl").write_text(json.dumps({"id": "p", "text": TEXT, "outlet": "Wire"}), encoding="utf-8")
    done = run("weigh", "report.txt", "posts.jsonl", "--json")
    (line,) = done.stdout.splitlines()
    written = json.loads(line)
    Draft202012Validator(weighing_schema()).validate(written)
    assert [one["where"] for one in written["reports"]] == ["report.txt", "posts.jsonl"]
    assert {one["report"] for claim in written["claims"] for one in claim["statements"]} > {"p"}
    assert run("chain", "report.txt", "posts.jsonl", "--json").stdout == done.stdout


def test_json_loads_neither_the_terminal_nor_the_page(folder, pack) -> None:
    environment = os.environ | {"SAYSO_PACK": str(pack)}
    done = run_and_list(["weigh", "report.txt", "--json"], ("rich", "jinja2"), cwd=folder, env=environment)
    assert done == (0, ["loaded []"])


def test_a_folder_is_read_and_a_second_report_with_one_id_is_named(run, folder) -> None:
    (folder / "reports").mkdir()
    for name in ("a.jsonl", "b.jsonl"):
        (folder / "reports" / name).write_text(json.dumps({"id": "p", "text": f"{TEXT} {name}"}), encoding="utf-8")
    done = run("weigh", "reports/", "--json")
    assert done.exit_code == 1
    duplicate, counted = done.stderr.splitlines()
    assert duplicate.startswith(
        "reports/b.jsonl:1: duplicate-id: a report with the id 'p' was read from reports/a.jsonl:1"
    )
    assert counted == "1 read, 1 rejected"
    assert len(json.loads(done.stdout)["reports"]) == 1


def test_judgements_are_read_and_those_that_cannot_be_used_are_named(run, folder) -> None:
    (folder / "j.jsonl").write_text(f"{json.dumps(JUDGEMENT)}\n{json.dumps(JUDGEMENT)}\nno\n", encoding="utf-8")
    done = run("weigh", "report.txt", "--judgements", "j.jsonl")
    assert done.exit_code == 1
    bad, strays, counted = done.stderr.splitlines()
    assert bad.startswith("j.jsonl:3: bad-json: ")
    assert strays == "j.jsonl: 2 judgements name claims that no report here makes"
    assert counted == "1 read, 1 rejected"
    (folder / "j.jsonl").write_text(json.dumps(JUDGEMENT), encoding="utf-8")
    done = run("weigh", "report.txt", "--judgements", "j.jsonl")
    assert done.exit_code == 0
    assert done.stderr == "j.jsonl: 1 judgement names a claim that no report here makes\n"


def test_judgements_are_handed_to_weighing(run, folder, monkeypatch) -> None:
    given = []
    weigh = sayso.desk.weigh
    monkeypatch.setattr("sayso.desk.weigh", lambda *arguments: given.append(arguments[1]) or weigh(*arguments))
    (folder / "j.jsonl").write_text(json.dumps(JUDGEMENT), encoding="utf-8")
    run("weigh", "report.txt", "--judgements", "j.jsonl")
    assert [one.one for one in given[0]] == ["c-1"]


def test_a_page_is_written_and_counted(run, folder) -> None:
    done = run("weigh", "report.txt", "--html", "out.html")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "out.html: 2 claims in 1 report"
    assert "bridge" in (folder / "out.html").read_text(encoding="utf-8")
    assert run("weigh", "report.txt", "--json", "--html", "out.html").stdout.count("\n") == 1


def test_a_page_among_its_own_inputs_is_refused(run, folder) -> None:
    for arguments, said in (
        (["report.txt", "--html", "report.txt"], "one of the inputs"),
        ([".", "--html", "out.html"], "would be read as one next time"),
    ):
        done = run("weigh", *arguments)
        assert (done.exit_code, done.stdout) == (2, "")
        assert said in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["report.txt"]


@pytest.mark.usefixtures("made_up")
def test_a_chain_and_sheets_are_printed(run) -> None:
    assert "Harbour Wire \u00b7 cites it" in run("chain", "report.txt").stdout
    shown = run("sheet", "control", "Vilne Pole", "report.txt").stdout
    assert shown.startswith("Control of Vilne Pole")
    assert "it is no verdict" in shown
    assert "killed" in run("sheet", "casualties", "Stara Vezha", "report.txt").stdout


@pytest.mark.usefixtures("made_up")
def test_sheets_are_written_as_json_that_fits_the_schema(run) -> None:
    for arguments in (["control", "Vilne Pole"], ["casualties", "Stara Vezha"]):
        written = json.loads(run("sheet", *arguments, "report.txt", "--json").stdout)
        Draft202012Validator(weighing_schema("sheets")).validate(written)
        assert written[arguments[0]]


def test_a_place_that_nobody_speaks_of_is_named(run) -> None:
    done = run("sheet", "control", "Vilne\x1b[31m", "report.txt")
    assert done.stdout == "No report here says anything of the kind about Vilne\\x1b[31m.\n"
    assert done.exit_code == 0


@pytest.mark.usefixtures("made_up")
def test_why_and_all_and_width_are_kept_to(run) -> None:
    lines = run("weigh", "report.txt", "--why", "--all", "--width", "60").stdout.splitlines()
    assert max(map(len, lines)) <= 60
    assert any("six reports rest on one origin" in line for line in lines)


@pytest.mark.usefixtures("private")
@pytest.mark.parametrize("options", [[], ["--why"], ["--json"], ["--html", "out.html"]])
def test_private_persons_are_withheld_in_every_output_unless_asked_for(run, folder, options) -> None:
    shown, withheld = with_and_without_names(run, folder, "weigh", "report.txt", *options)
    assert "Mayor" in shown
    assert "Mayor" not in withheld
    assert "[name withheld]" in withheld


def test_an_interrupt_ends_the_run_says_so_and_writes_no_page(folder, pack) -> None:
    process = start(folder, pack, "weigh", "report.txt", "none.txt", "-", "--html", "out.html", stdin=subprocess.PIPE)
    assert process.stderr is not None
    assert process.stderr.readline().startswith(b"none.txt: unreadable")
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert err.decode().splitlines() == ["interrupted; 1 read; out.html was not written"]
    assert not (folder / "out.html").exists()


def test_a_pack_that_is_not_there_is_named(run, monkeypatch) -> None:
    monkeypatch.setenv("SAYSO_PACK", "no-pack")
    done = run("weigh", "report.txt")
    assert done.exit_code == 2
    assert done.stderr.startswith("sayso: no-pack")


def test_a_listener_that_leaves_ends_the_run_quietly(folder, pack) -> None:
    write_reports(folder, 200)
    process = start(folder, pack, "weigh", "posts.jsonl", "--all")
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert (err, process.wait(timeout=30)) == (b"", 1)

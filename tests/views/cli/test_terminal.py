"""A reading in the terminal: what stands where, and that nothing breaks out of it."""

import attrs
import pytest
from rich.cells import cell_len

from sayso.views.cli.lines import PLAIN_WIDTH, WIDEST
from sayso.views.cli.terminal import LONGEST_SHOWN, compose_reading, print_reading
from sayso.vocabulary import DateDoubt, Naming, Stance, withhold_private
from tests.views.chains import PRIVATE, chained
from tests.views.readings import TEXT, claim, dated, example, link, placed, reading

WIDTHS = (40, 60, 75, 76, 80, 100, 140)


def lines_of(shown, width: int = 100, *, show_all: bool = False, show_why: bool = False) -> list[str]:
    lines = compose_reading(shown, seconds=0.4, show_all=show_all, width=width, show_why=show_why)
    return [line.plain for line in lines]


def many(number: int):
    text = " ".join(f"Witness {place} said that shot {place} was heard." for place in range(number))
    claims = (claim(text, f"shot {place} was", cue="said", by=[f"Witness {place} "]) for place in range(number))
    return reading(text, *claims)


def test_the_heading_names_the_report_and_counts_what_is_shown() -> None:
    assert lines_of(example())[0] == "report.txt  en  52 words  sha256 11d9…1e  3 claims  3 sources  0.40 s"


def test_the_heading_breaks_after_the_name_where_it_is_too_long() -> None:
    name, facts, more, *_ = lines_of(example(), 60)
    assert (name, facts, more) == (
        "report.txt",
        "  en · 52 words · sha256 11d9…1e · 3 claims · 3 sources ·",
        "  0.40 s",
    )


def test_a_line_of_an_input_is_named_with_its_number() -> None:
    assert lines_of(example(where="posts.jsonl", line=7))[0].startswith("posts.jsonl:7  ")


def test_claim_and_source_stand_side_by_side_where_there_is_room() -> None:
    shown = lines_of(example())
    first = next(line for line in shown if line.startswith(" 1  "))
    place = shown.index(first)
    assert first.split("  ")[1].strip() == "that the bridge at Vilne is closed 15–49"
    assert first.endswith("   The mayor 0–9")
    assert shown[place + 1].strip() == "said · indirect"
    assert first.index("The mayor") == shown[place + 1].index("said") == shown[2].index("WHO")


def test_the_source_stands_under_the_claim_where_there_is_not() -> None:
    shown = lines_of(example(), 60)
    place = shown.index(" 1  that the bridge at Vilne is closed 15–49")
    assert shown[place + 1] == "    — The mayor 0–9 · said · indirect"


@pytest.mark.parametrize("width", [60, 100])
def test_a_chain_is_shown_nearest_first(width) -> None:
    shown = "\n".join(lines_of(example(), width))
    assert shown.index("Northern Post 103–116") < shown.index("citing a doctor 213–221")


def test_quotations_without_source_come_before_the_voice_of_the_report() -> None:
    shown = lines_of(example())
    quoted = shown.index("Quoted, source not stated")
    assert shown[quoted + 1] == " a  “Nobody warned us.” 269–288"
    assert shown[quoted + 3 : quoted + 5] == ["In the report’s own voice", " ·  Rain fell all night. 118–138"]


def test_attitudes_are_named_where_left_out_and_shown_on_demand() -> None:
    assert "Not shown: 1 attitude (wants, fears, is against), numbered 3; --all shows them." in lines_of(example())
    assert not any(line.startswith(" 3  ") for line in lines_of(example()))
    everything = lines_of(example(), show_all=True)
    assert any(line.startswith(" 3  the road cleared") for line in everything)
    assert "wants · indirect · attitude" in "\n".join(everything)
    assert not any(line.startswith("Not shown") for line in everything)


def test_no_source_stated_is_said() -> None:
    agentless = reading(TEXT, claim(TEXT, "the road cleared", cue="wants"))
    assert "no source stated" in "\n".join(lines_of(agentless))
    assert "    — no source stated · wants · indirect" in lines_of(agentless, 60)


def test_what_is_known_of_claim_and_source_is_shown() -> None:
    doctor = link(TEXT, "a doctor", naming=Naming.UNNAMED)
    shown = "\n".join(lines_of(reading(TEXT, claim(TEXT, "four people were hurt", by=[doctor], stance=Stance.DOUBTS))))
    assert "a doctor, unnamed 213–221" in shown
    assert "doubts · indirect" in shown


def test_a_text_that_cites_nobody_says_so() -> None:
    assert "  Nobody is cited." in lines_of(reading(TEXT))


@pytest.mark.parametrize(
    ("lang", "said"),
    [("und", "its language was not recognised"), ("tlh", "its language is tlh, which sayso does not know")],
)
def test_a_text_that_was_not_read_says_why(lang, said) -> None:
    shown = lines_of(reading(TEXT, lang=lang, is_read=False))
    assert said in shown[2]
    assert "claim" not in shown[0]


def test_long_claims_are_cut_in_the_middle_and_keep_both_ends() -> None:
    text = "begin " + "and so on " * 99 + "end"
    shown = " ".join("".join(lines_of(reading(text, claim(text, text, cue="begin")), 60)).split())
    assert "begin and so" in shown
    assert " […] " in shown
    assert "and so on end" in shown
    assert len(shown) < LONGEST_SHOWN + 200


def test_many_claims_keep_their_columns() -> None:
    shown = lines_of(many(120))
    sources = {line.index("   Witness") for line in shown if "   Witness" in line}
    assert len(sources) == 1
    assert any(line.startswith("120  ") for line in shown)


def part_of(lines: list[str], label: str) -> list[str]:
    """Give the lines of the claim of that number."""
    begin = next(place for place, line in enumerate(lines) if line.startswith(f"{label:>2}  "))
    return lines[begin : lines.index("", begin)]


def test_a_chain_of_four_is_shown_one_step_in_with_what_ties_each_to_the_one_before() -> None:
    assert part_of(lines_of(chained(), 70), "4") == [
        " 4  at least nine shells struck the market 464–502",
        "    — The Lantern, named outlet 364–375",
        "        citing a report, unnamed international document 389–397",
        "        written by Harbour Observatory, named international, INT",
        "          405–424",
        "        publishing footage filmed by a resident, unnamed civilian",
        "          document 434–462",
        "      According to · asserts · from images · indirect",
    ]


@pytest.mark.parametrize("width", [70, 120])
def test_flags_and_remarks_stand_under_the_claim_they_speak_of(width) -> None:
    shown = " ".join(" ".join(part_of(lines_of(chained(), width), "3")).split())
    why = "words of TV known only through Voice of the Ridge (OS)"
    assert f"! relayed by opponent: {why} 187–205, 254–259" in shown
    assert shown.endswith("~ could not verify: “could not be independently verified” 313–348")


def test_an_agentless_claim_is_numbered_and_no_voice_of_the_report() -> None:
    lines = lines_of(chained())
    assert "nobody in particular (agentless)" in part_of(lines, "8")[0]
    own = lines[lines.index("In the report’s own voice") :]
    assert own[1] == " ·  Half of the company has fled, and the road may fall next. 747–804 · predicts · hedged"
    assert own[2] == "    ! attribution dropped: stated as a fact here, attributed before 273–301"


def test_why_explains_claims_links_and_the_own_voice_and_is_left_out_unless_asked_for() -> None:
    lines = lines_of(chained(), show_why=True)
    assert part_of(lines, "3")[-8:] == [
        "    why the claim 0.93",
        "       1.00  stance of the cue: “wrote” 262–267",
        "      −0.25  not the speaker’s own words: “citing” 208–214",
        "    why Voice of the Ridge 0.88",
        "       1.00  a name in quotation marks after a noun of media: “channel “Voice of the Ridge”” 178–206",
        "    why Heron 0.81",
        "       1.00  call sign: “call sign “Heron”” 243–260",
        "       0.90  noun of a role: “Tarvish sergeant” 217–233",
    ]
    assert "       0.60  modal verb: “may fall” 790–798" in lines
    assert not any(line.strip().startswith("why ") for line in lines_of(chained()))


def test_who_is_withheld_is_counted_and_not_shown() -> None:
    shown = "\n".join(lines_of(withhold_private(chained()), show_all=True, show_why=True))
    assert not [word for word in PRIVATE.split() if word in shown]
    assert "told by [name withheld], named civilian" in shown
    assert "\n1 private person withheld; --show-private shows them.\n" in shown
    assert "withheld" not in "\n".join(lines_of(chained()))


HOSTILE = (
    "市长说，昨天夜里的大雨冲垮了河上的三座桥，附近的居民已经全部撤离到学校和体育馆里。 "
    "\x1b[2J\x07 said \u202eturned\u202c and "
    + "x" * 300
    + " \U0001f468\u200d\U0001f469\u200d\U0001f467 [bold]no[/bold] :smile:"
)


def hostile():
    return reading(HOSTILE, claim(HOSTILE, HOSTILE[3:], cue="said", by=["市长"]), where="\x1b[31m/a/very/long/name" * 9)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "shown", [example(), many(30), hostile(), chained()], ids=["example", "many", "hostile", "chained"]
)
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(shown, width) -> None:
    for line in lines_of(shown, width, show_why=True):
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_control_characters_marks_of_direction_and_markup_are_contained() -> None:
    shown = "".join(lines_of(hostile()))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\\x1b[2J\\x07" in shown
    assert "\\u202e" in shown
    assert "[bold]no[/bold] :smile:" in " ".join(shown.split())


def test_what_is_printed_where_no_terminal_is_has_one_width_and_no_colour(capsys) -> None:
    print_reading(many(3), seconds=0.1, show_all=False, width=None)
    printed = capsys.readouterr().out
    assert "\x1b" not in printed
    assert max(map(len, printed.splitlines())) <= PLAIN_WIDTH


def test_a_terminal_is_filled_in_colour_but_not_beyond_what_the_eye_can_follow(capsys, monkeypatch) -> None:
    monkeypatch.setattr("rich.console.Console.is_terminal", property(lambda _: True))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "400")
    long = "that " + "word " * 60 + "end"
    print_reading(reading(long, claim(long, long, cue="that")), seconds=0.1, show_all=False, width=None)
    printed = capsys.readouterr().out
    assert "\x1b[36m" in printed
    assert WIDEST * 0.5 < max(cell_len(line) for line in printed.splitlines()) < WIDEST + 30


def test_places_are_listed_once_with_identity_and_how_sure() -> None:
    shown = lines_of(placed(), 140)
    first = shown.index("Places") + 1
    assert shown[first].startswith(
        " \u00b7  Vilne / Vilne\\x1b[31m 12\u201317, 67\u201377 \u00b7 Vilne, settlement, Kharkiv Oblast, UA"
    )
    assert shown[first].endswith("the place itself \u00b7 0.90")


def test_a_place_that_cannot_be_told_says_why_and_what_it_may_be() -> None:
    shown = " ".join(" ".join(lines_of(placed())).split())
    assert (
        "? Krasne 41\u201347 \u00b7 cannot tell: no candidate is probable enough; may be <i>Krasne 0\\x1b[31m (settlement"
        in shown
    )
    assert "2 more" in shown


@pytest.mark.parametrize("width", WIDTHS)
def test_places_keep_to_the_width_and_break_out_of_nothing(width) -> None:
    shown = lines_of(placed(), width, show_why=True)
    assert max(map(cell_len, shown)) <= width
    assert not set("".join(shown)) & set("\x1b\u202e")


def test_times_stand_in_the_order_of_the_calendar_with_what_they_are_counted_from() -> None:
    shown = lines_of(dated())
    first = shown.index("Times")
    assert shown[first + 1 : first + 4] == [
        " \u00b7  2024-05-02 \u00b7 2 May 2024 11\u201321 \u00b7 at 05:40",
        " \u00b7  2024-05-04 \u00b7 two days later 37\u201351 \u00b7 from \u201c2 May 2024\u201d",
        " ?  XXXX-12-02 \u00b7 2 December 72\u201382 \u00b7 cannot tell from when",
    ]


def test_a_date_of_publication_that_is_not_believed_is_said_to_be_so() -> None:
    shown = " ".join(lines_of(attrs.evolve(dated(), published_doubted=DateDoubt.FUTURE)))
    assert "Date of publication not believed: it lies in the future; no time is counted from it." in shown
